"""The text of an issue: made anew where its words change, and left as it is where they do not.

That a line has moved, or the branch has, is no reason to write: a link keeps the commit that it was
made at. Where somebody has written into the text, it is theirs from then on.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.app.landing.sheets import At, Setting, Sheet, boxes_of, line_of, sheet_of
from bot.model.work import Checklist, Memory, Rank
from bot.work.body import Body, alerted, mark_of, unalerted
from bot.work.boxes import merge_boxes
from bot.work.node import Node
from bot.work.survey import Grown

_MARKER, _PART = 3_000, 24  # letters of a marker, and of what it keeps of each part


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

    ``moved`` are the boxes in it that the document has to follow.
    """

    text: str
    mark: str
    steps: str
    at: str
    moved: tuple[MovedBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes texts: ``say`` makes them of facts, ``gone`` is what is said above what is gone."""

    commit: str
    setting: Setting
    waiting: frozenset[str]
    say: Callable[[Sheet, int], str]
    gone: Callable[[], str]

    def text(self, node: Node, grown: Grown, spec: Checklist, standing: Body) -> Worded:
        """Give the text of a node, whose issue may stand already."""
        old = node.kept.memory if node.kept else None
        if old and old.body and standing.mark != old.body:
            text = standing.text if node.is_gone else unalerted(standing.text)
            return Worded(text, old.body, old.steps, old.at)
        if node.is_gone and old:
            # what was done before it was dropped stays done, and was not closed for that
            text = standing.text if node.agreed.done else alerted(standing.text, self.gone())
            return Worded(text, mark_of(text), old.steps, old.at)
        return self._made(node, grown, spec, standing)

    def _made(self, node: Node, grown: Grown, spec: Checklist, standing: Body) -> Worded:
        old = node.kept.memory if node.kept else None
        at = At(self.commit, line_of(node, spec))
        text = self._said(node, grown, spec, at)
        if (
            old
            and (known := at_of(old))
            and mark_of(again := self._said(node, grown, spec, known)) == old.body
        ):
            text, at = again, known
        boxes = boxes_of(node, grown, self.setting)
        if node.rank is not Rank.TASK and not boxes:
            return Worded(text, mark_of(text), "", str(at))
        places = [f"{node.number}.{nth}" for nth in range(len(boxes))]
        boxed = merge_boxes(
            text,
            standing.text,
            old.steps if old else "",
            [place in self.waiting for place in places],
            [box.done for box in boxes],
        )
        moved = tuple(
            MovedBox(places[at], boxes[at].line, boxes[at].text, done) for at, done in boxed.moved
        )
        return Worded(boxed.text, mark_of(boxed.text), boxed.known, str(at), moved)

    def _said(self, node: Node, grown: Grown, spec: Checklist, at: At) -> str:
        taken = _MARKER + _PART * len(grown.nodes) * (node.rank is Rank.SPEC)
        return self.say(sheet_of(node, grown, spec, at, self.setting), taken).strip("\n")


def at_of(memory: Memory) -> At | None:
    """Read where the link of an issue leads to."""
    commit, _, line = memory.at.rpartition(":")
    return At(commit, int(line)) if commit and line.isascii() and line.isdecimal() else None
