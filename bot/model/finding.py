"""What a rule has to say about a line of a document."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only *off* is never shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"

    @property
    def weight(self) -> int:
        """Give a number that grows with the severity."""
        return _WEIGHT[self]


_WEIGHT = {Severity.OFF: 0, Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule's raw observation, before policy says how much it weighs.

    A *soft* problem never weighs more than a warning, whatever its rule does.
    ``key`` tells the same problem in two versions of a document, where lines have moved.
    ``lines`` are all that it speaks for, where these are several.
    """

    line: int
    message: str
    help: str
    section: str | None = None
    soft: bool = False
    key: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its rule, its weight and its file: what callers get to see."""

    rule: str
    severity: Severity
    path: str
    line: int
    message: str
    help: str
    section: str | None = None
    introduced: bool | None = None
    key: str = ""
    lines: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Give the lines that it is about."""
        return self.lines or (self.line,)
