"""Faults on request: what goes wrong with which of the requests to come."""

import re
import sys
from dataclasses import dataclass, field

ALWAYS = sys.maxsize


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong.

    It meets requests of ``method`` (any, where empty) whose path the pattern ``path`` is found
    in: the ``nth`` of those, and ``times`` in a row. The deed is done only ``after_deed``; then
    the request is answered with ``status``, or the connection is dropped, or, with neither, all
    is well but for the ``delay``.

    Of GraphQL, it may be that only some ``parts`` fail, beside data for the rest; each is a path
    like ``repository.pullRequest.reviews``, and ``status`` says what is wrong with them (403, 404,
    none for an outage). A read that is ``stale`` does not show the last write yet.
    """

    method: str = ""
    path: str = ""
    nth: int = 1
    times: int = 1
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    drop: bool = False
    after_deed: bool = False
    delay: float = 0.0
    parts: tuple[str, ...] = ()
    stale: bool = False


@dataclass(slots=True)
class _Armed:
    fault: Fault
    seen: int = 0

    def meets(self, method: str, path: str) -> bool:
        if self.fault.method and self.fault.method.upper() != method:
            return False
        if re.search(self.fault.path, path) is None:
            return False
        self.seen += 1
        return self.fault.nth <= self.seen < self.end

    @property
    def end(self) -> int:
        """How many requests it has to see until it is over."""
        return self.fault.nth + self.fault.times


@dataclass(slots=True)
class Faults:
    """The faults that are to come."""

    _armed: list[_Armed] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Let something go wrong."""
        self._armed.append(_Armed(fault))

    def clear(self) -> None:
        """Let all be well."""
        self._armed.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """Return what goes wrong with this request; each fault that matches counts it."""
        met = [each.fault for each in self._armed if each.meets(method, path)]
        return met[0] if met else None

    @property
    def may_be_stale(self) -> bool:
        """Whether a read to come is not to show the last write."""
        return any(each.fault.stale and each.seen < each.end - 1 for each in self._armed)
