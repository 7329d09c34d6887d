"""The text of an issue: made anew where its words change, and left as it is where they do not.

That a line has moved, or the branch has, is no reason to write: a link keeps the commit that it was
made at. Where somebody has written into the text, it is theirs from then on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.app.landing.listing import Line, Setting, boxes_of
from bot.app.landing.sheets import At, Sheet, line_of, sheet_of
from bot.model.work import Checklist, Memory, Rank
from bot.work.body import Body, alerted, mark_of, unalerted
from bot.work.boxes import boxes_in, merge_boxes, places_in
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
        is_theirs = bool(old and old.body and standing.mark != old.body)
        if node.is_gone and old:
            # what was done before it was dropped stays done, and was not closed for that
            is_told = is_theirs or node.agreed.done
            text = standing.text if is_told else alerted(standing.text, self.gone())
            return Worded(text, old.body if is_theirs else mark_of(text), old.steps, old.at)
        lines = boxes_of(node, grown, self.setting)
        if is_theirs and old:
            return self._theirs(node, grown, spec, old, unalerted(standing.text), lines)
        return self._made(node, grown, spec, standing.text, lines)

    def _made(
        self, node: Node, grown: Grown, spec: Checklist, standing: str, lines: Sequence[Line]
    ) -> Worded:
        old = node.kept.memory if node.kept else None
        at, known = At(self.commit, line_of(node, spec)), at_of(old) if old else None
        text = self._said(node, grown, spec, known or at)
        if known and old and mark_of(text) == old.body:
            at = known
        elif known not in (None, at):
            text = self._said(node, grown, spec, at)
        worded = Worded(text, mark_of(text), old.steps if old else "", str(at))
        if not any(line.shared for line in lines):
            return replace(worded, steps="")
        return self._ticked(worded, node, standing, lines)

    def _theirs(
        self, node: Node, grown: Grown, spec: Checklist, old: Memory, text: str,
        lines: Sequence[Line],
    ) -> Worded:  # fmt: skip
        """Leave a text as somebody has made it, but for the boxes that are still those of the spec.

        Where they have added some, what is known counts for those that the Steward would list.
        """
        said = self._said(node, grown, spec, at_of(old) or At(self.commit, line_of(node, spec)))
        count, whole = len(boxes_in(text)), len(boxes_in(said)) == len(lines)
        places = places_in(text, said) if whole else {}
        found = [lines[places[at]] if at in places else None for at in range(count)]
        known = old.steps
        if len(known) == len(lines) != count:
            known = "".join(known[places[at]] if at in places else "0" for at in range(count))
        return self._ticked(Worded(text, old.body, known, old.at), node, text, found)

    def _ticked(
        self, worded: Worded, node: Node, standing: str, lines: Sequence[Line | None]
    ) -> Worded:
        """Merge the boxes of a text, which knows what they were, with those that stand."""
        boxed = merge_boxes(
            worded.text,
            standing,
            worded.steps,
            [line.shared if line else None for line in lines],
            lambda name: f"{node.number}.{name}" in self.waiting,
        )
        moved = tuple(
            MovedBox(f"{node.number}.{each.name}", line.box.line, line.box.text, each.done)
            for each in boxed.moved
            if (line := lines[each.at]) and line.box
        )
        return replace(worded, text=boxed.text, steps=boxed.known, moved=moved)

    def _said(self, node: Node, grown: Grown, spec: Checklist, at: At) -> str:
        taken = _MARKER + _PART * len(grown.nodes) * (node.rank is Rank.SPEC)
        return self.say(sheet_of(node, grown, spec, at, self.setting), taken).strip("\n")


def at_of(memory: Memory) -> At | None:
    """Read where the link of an issue leads to."""
    commit, _, line = memory.at.rpartition(":")
    return At(commit, int(line)) if commit and line.isascii() and line.isdecimal() else None
