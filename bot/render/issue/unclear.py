"""What the Steward cannot decide, in words that a person can act on."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.sheet import TrackingSheet
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target
from bot.render.issue.entries import worded
from bot.render.issue.extent import Extent
from bot.render.pages import Written

_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Unclear:
    """A task that may be one of several issues, or a new one; ``more`` of them are left out.

    It carries the number of one that ``is_taken`` by another task.
    """

    place: Target
    text: str
    numbers: tuple[int, ...]
    more: int
    mark: str
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that names an issue which is nowhere any more."""

    text: str
    number: int
    mark: str


def unclear(sheet: TrackingSheet, links: Links, extent: Extent) -> Iterator[Unclear]:
    """Give the tasks of which nobody can tell which issue they are."""
    for doubt in sheet.doubts[: extent.asks]:
        if not doubt.numbers:
            continue
        yield Unclear(
            place=Target(f"Line {doubt.line}", links.line(sheet.source.path, doubt.line)),
            text=worded(doubt.text, extent.words),
            numbers=doubt.numbers[:_CANDIDATES],
            more=len(doubt.numbers[_CANDIDATES:]),
            mark=mark(doubt.numbers[0]),
            is_taken=doubt.is_taken,
        )


def lost(sheet: TrackingSheet, extent: Extent) -> Iterator[Lost]:
    """Give the tasks whose issues are gone."""
    for text, number in sheet.lost[: extent.asks]:
        yield Lost(worded(text, extent.words), number, mark(number))


def mark(number: int) -> Written:
    """Write what a task carries in the document to be that issue, so that it can be copied."""
    return Written(f"`(#{number:d})`")
