"""The text of an issue: made anew where its words change, and left as it is where they do not.

That a line has moved, or the branch has, is no reason to write: a link keeps the commit that it was
made at. Where somebody has written into the text, it is theirs from then on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.app.landing.listing import Line, Setting, boxes_left, boxes_of, placed
from bot.app.landing.remembering import shared_in, wanted_of
from bot.app.landing.sheets import At, Sheet, line_of, sheet_of
from bot.model.work import Checklist, Memory, Rank
from bot.work.body import Body, alerted, mark_of, unalerted
from bot.work.boxes import Shared, boxes_in, merge_boxes, unagreed
from bot.work.node import Node
from bot.work.recall import Page, Recalled, recall_steps, recalled_in
from bot.work.survey import Grown

_MARKER = 3_000  # letters of a marker
_PART, _BOX, _NUMBER = 24, 4, 20  # what it keeps of each part, box and dangling number


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
    leaving: frozenset[str]
    say: Callable[[Sheet, int], str]
    gone: Callable[[], str]

    def text(self, node: Node, grown: Grown, spec: Checklist, standing: Body) -> Worded:
        """Give the text of a node, whose issue may stand already."""
        old = node.kept.memory if node.kept else None
        is_theirs = bool(old and old.body and standing.mark != old.body)
        if node.is_gone and old:
            # what was done before it was dropped stays done, and was not closed for that
            is_told = is_theirs or node.agreed.done
            text = standing.text if is_told else alerted(standing.text, self.gone())
            steps = unagreed(standing.text, old.steps, node.number or 0, self.leaving)
            return Worded(text, old.body if is_theirs else mark_of(text), steps, old.at)
        if is_theirs and old:
            return self._theirs(node, grown, old, unalerted(standing.text))
        return self._made(node, grown, spec, standing.text)

    def _made(self, node: Node, grown: Grown, spec: Checklist, standing: str) -> Worded:
        old = node.kept.memory if node.kept else None
        at, known = At(self.commit, line_of(node, spec)), at_of(old) if old else None
        text = self._said(node, grown, spec, known or at)
        if known and old and mark_of(text) == old.body:
            at = known
        elif known not in (None, at):
            text = self._said(node, grown, spec, at)
        lines = placed(boxes_of(node, grown, self.setting), boxes_in(text))
        worded = Worded(text, mark_of(text), "", str(at))
        if not any(lines):
            return worded
        page = Page(node.number or 0, standing, old.steps if old else "")
        recalled = self._recalled(node, grown, lines, page)
        shared = [self._shared(line, grown, recalled) if line else None for line in lines]
        return _ticked(worded, node, lines, shared)

    def _theirs(self, node: Node, grown: Grown, old: Memory, text: str) -> Worded:
        """Leave a text as somebody has made it, but for boxes that are still those of the spec."""
        lines = boxes_left(node, grown, self.setting)
        recalled = self._recalled(node, grown, lines, Page(node.number or 0, text, old.steps))
        found: list[Line | None] = [None] * len(boxes_in(text))
        for line in lines:
            if line.box and (each := recalled.get(line.box.line)):
                found[each.at] = line
        shared = [self._shared(line, grown, recalled) if line else None for line in found]
        return _ticked(Worded(text, old.body, "", old.at), node, found, shared)

    def _recalled(
        self, node: Node, grown: Grown, lines: Sequence[Line | None], page: Page
    ) -> Mapping[int, Recalled]:
        """Find what stands of the boxes in an issue, by the lines of the document."""
        if node.entry is None:
            every = self.setting.remembered(grown).boxes.items()
            return {line: each for line, each in every if each.number == node.number}
        wanted = [wanted_of(line.box) for line in lines if line and line.box]
        return recall_steps(wanted, recalled_in(page), self.waiting)

    def _shared(self, line: Line, grown: Grown, recalled: Mapping[int, Recalled]) -> Shared | None:
        """Hold a box against what stands of it here, or else in the list that it comes from."""
        if line.box is None:
            return None
        standing = recalled.get(line.box.line)
        mine = shared_in(line.box, standing, self.waiting)
        tick = self.setting.remembered(grown).ticks.get(line.box.line)
        if standing:
            return replace(mine, leaving=standing.place in self.leaving)
        return mine if tick is None else replace(mine, shown=tick)

    def _said(self, node: Node, grown: Grown, spec: Checklist, at: At) -> str:
        boxes = len(boxes_of(node, grown, self.setting))
        taken = _MARKER + _BOX * boxes
        if node.rank is Rank.SPEC:
            taken += _PART * len(grown.nodes) + _NUMBER * (len(grown.dangling) + len(grown.named))
        return self.say(sheet_of(node, grown, spec, at, self.setting), taken).strip("\n")


def at_of(memory: Memory) -> At | None:
    """Read where the link of an issue leads to."""
    commit, _, line = memory.at.rpartition(":")
    return At(commit, int(line)) if commit and line.isascii() and line.isdecimal() else None


def _ticked(
    worded: Worded, node: Node, lines: Sequence[Line | None], shared: Sequence[Shared | None]
) -> Worded:
    """Tick the boxes of a text as both sides want them."""
    boxed = merge_boxes(worded.text, shared)
    moved = tuple(
        MovedBox(f"{node.number}.{each.name}", line.box.line, line.box.text, each.done)
        for each in boxed.moved
        if (line := lines[each.at]) and line.box
    )
    return replace(worded, text=boxed.text, steps=boxed.known, moved=moved)
