"""The few words that a spec has for a task or a phase besides its text."""

from collections.abc import Iterable

from bot.render.comment.phrases import clipped
from bot.render.pages import Written
from bot.render.taming.ground import Ground
from bot.render.taming.inline import tamed_line

_LONG = 300
_LONGEST = 2_000  # characters that are looked at: white space takes some
_BLOCKERS = 50


def remark(text: str, ground: Ground | None = None, most: int = _LONG) -> Written:
    """Write what a spec says of a phase or a task on one line, such as how long it takes."""
    return Written(tamed_line(clipped(text[:_LONGEST], most), ground))


def blocking(numbers: Iterable[int]) -> tuple[int, ...]:
    """Give the numbers of the issues that come first, each once."""
    return tuple(sorted(set(numbers)))[:_BLOCKERS]
