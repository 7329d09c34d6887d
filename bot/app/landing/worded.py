"""A text of an issue as it is to stand, with what is remembered of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.app.landing.listing import Line
from bot.work.node import Node
from bot.work.sharing import Shared, merge_boxes


@dataclass(frozen=True, slots=True)
class MovedBox:
    """A box of a document, by its line, that somebody has changed at its ``place`` in an issue."""

    place: str
    line: int
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """A text, and what is remembered of it.

    ``left`` are the boxes that have left it with a tick that is not written, ``moved`` those in it
    that the document has to follow.
    """

    text: str
    mark: str
    steps: str
    at: str
    left: tuple[str, ...] = ()
    moved: tuple[MovedBox, ...] = ()


def ticked(
    worded: Worded, node: Node, lines: Sequence[Line | None], shared: Sequence[Shared | None],
    unwritten: Collection[int] = (),
) -> Worded:  # fmt: skip
    """Tick the boxes of a text as both sides want them."""
    boxed = merge_boxes(worded.text, shared, unwritten)
    moved = tuple(
        MovedBox(f"{node.number}.{each.name}", line.box.line, line.box.text, each.done)
        for each in boxed.moved
        if (line := lines[each.at]) and line.box
    )
    return replace(worded, text=boxed.text, steps=boxed.known, moved=moved)
