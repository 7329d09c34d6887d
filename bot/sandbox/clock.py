"""Where the time comes from: the wall, or a test that says what time it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]

_FIRST = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def wall_clock() -> datetime:
    """Return the time of this machine."""
    return datetime.now(UTC)


@dataclass(slots=True)
class SteadyClock:
    """A clock that stands still until it is told to go on, so that a test knows every time."""

    now: datetime = _FIRST

    def __call__(self) -> datetime:
        """Return the time that was set last."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


def stamp(moment: datetime) -> str:
    """Write a time as GitHub does, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
