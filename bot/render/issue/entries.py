"""Tasks as lines of a list: their words, the issue that stands for each, and its box."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.sheet import Row
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target, clipped
from bot.render.issue.extent import Extent
from bot.render.pages import Written
from bot.render.taming.inline import tamed_line

_LONGEST = 2_000  # characters that are looked at: white space takes some


@dataclass(frozen=True, slots=True)
class Entry:
    """A task in a list. ``text`` is empty where its number says it all; ``issue`` may be none.

    The ``indent`` is that of a step, which stands below its task.
    """

    text: str
    issue: Target | None
    number: int | None
    is_done: bool
    is_dropped: bool
    indent: Written


def entries(rows: Iterable[Row], links: Links, extent: Extent) -> Iterator[Entry]:
    """Give the lines."""
    for row in rows:
        issue = None if row.number is None else Target(f"#{row.number}", links.issue(row.number))
        is_worded = extent.is_worded or issue is None
        text = worded(row.text, extent.words) if is_worded else Written()
        indent = Written("  " * row.depth)
        yield Entry(text, issue, row.number, row.is_done, row.is_dropped, indent)


def worded(text: str, most: int) -> Written:
    """Write the words of a task on one line; its links are only words there."""
    return Written(tamed_line(clipped(text[:_LONGEST], most)))
