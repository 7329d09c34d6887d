"""Faults on request: the nth matching request is answered with an error, dropped or delayed."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.wire.message import Message, collect, reply

Drop = Callable[[Scope], bool]


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong.

    It meets requests of ``method`` (any, where empty) whose path the pattern ``path`` is found
    in: the ``nth`` of those, and ``times`` in a row. The deed is done only ``after_deed``; then
    the request is answered with ``status``, or the connection is dropped, or, with neither, all
    is well but for the ``delay``.
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
        return self.fault.nth <= self.seen < self.fault.nth + self.fault.times


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


@dataclass(frozen=True, slots=True)
class Faulting:
    """The middleware that does it; ``drop`` cuts the connection of a request."""

    app: ASGIApp
    faults: Faults
    drop: Drop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it fail."""
        path = str(scope.get("path", ""))
        fault = None
        if scope["type"] == "http" and not path.startswith("/_sandbox/"):
            fault = self.faults.take(scope["method"], path)
        if fault is None:
            await self.app(scope, receive, send)
            return
        await asyncio.sleep(fault.delay)
        if fault.after_deed or not (fault.drop or fault.status):
            done = await collect(self.app, scope, receive)
            if not (fault.drop or fault.status):
                await reply(done, send)
                return
        if not fault.drop:
            await reply(_failure(fault), send)
        elif not self.drop(scope):
            raise ConnectionResetError("the sandbox dropped this connection")
        else:
            await asyncio.sleep(0.01)  # until the server has noticed, too


def _failure(fault: Fault) -> Message:
    kind = ("Content-Type", "application/json; charset=utf-8")
    return Message(fault.status or 500, (kind, *fault.headers), fault.body.encode())
