"""Times as people read them. They stay true in a page that is kept."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A time: exactly, for machines and tooltips, and in words."""

    exact: str
    words: str


def moment(stamp: str) -> Moment:
    """Read a time as the database has it."""
    return moment_of(datetime.fromisoformat(stamp))


def moment_of(date: datetime) -> Moment:
    """Show a time."""
    at = date.astimezone(UTC)
    words = f"{at.day} {at:%b %Y, %H:%M}"
    return Moment(f"{at:%Y-%m-%dT%H:%M:%SZ}", words)


def lasting(start: str, end: str | None) -> str:
    """Say how long something took."""
    if end is None:
        return ""
    seconds = (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
    minutes, rest = divmod(max(0, int(seconds)), 60)
    return f"{minutes}m {rest}s" if minutes else f"{rest}s"
