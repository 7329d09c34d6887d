"""The text of an issue: made anew where its words change, and left as it is where they do not.

That a line has moved, or the branch has, is no reason to write: a link keeps the commit that it was
made at. Where somebody has written into the text, it is theirs from then on.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from bot.app.landing.listing import Line, Setting, boxes_left, boxes_of, placed
from bot.app.landing.remembering import shared_in, wanted_of
from bot.app.landing.sheets import At, line_of, sheet_of
from bot.app.landing.worded import Worded, ticked
from bot.model.sheet import Sheet
from bot.model.waits import Waits
from bot.model.work import Checklist, Memory, Rank
from bot.work.body import Body, alerted, mark_of, unalerted
from bot.work.boxes import boxes_in
from bot.work.listed import Page, Recalled, recalled_in
from bot.work.memory import number_in
from bot.work.node import Node
from bot.work.recall import recall_steps
from bot.work.sharing import Shared, unagreed
from bot.work.survey import Grown
from bot.work.unwritten import Returned, is_unwritten, returned

_MARKER = 3_000  # letters of a marker
_PART, _BOX, _NUMBER = 24, 4, 20  # what it keeps of each part, box and dangling number
_NAME = 11  # and of each box that has left


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes texts: ``say`` makes them of facts, ``gone`` is what is said above what is gone."""

    commit: str
    setting: Setting
    waiting: Waits
    leaving: Waits
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
            left = self.setting.remembered(grown).left.get(node.number or 0, old.left)
            return Worded(text, old.body if is_theirs else mark_of(text), steps, old.at, left)
        text = unalerted(standing.text) if is_theirs else standing.text
        page = Page(
            node.number or 0, text, old.steps if old else "", left=old.left if old else (),
            is_list=node.entry is None, is_theirs=is_theirs,
        )  # fmt: skip
        recalled = self._recalled(node, grown, page)
        if is_theirs and old:
            return self._theirs(node, grown, old, page, recalled)
        return self._made(node, grown, spec, standing, page.number, recalled)

    def _made(
        self, node: Node, grown: Grown, spec: Checklist, standing: Body, number: int,
        recalled: Returned,
    ) -> Worded:  # fmt: skip
        old, left = node.kept.memory if node.kept else None, recalled.left.get(number, ())
        if old and old.gone and not (node.entry or node.is_back):
            left = old.left  # what its text shows counts for nothing until then
        at, known = At(self.commit, line_of(node, spec)), at_of(old) if old else None
        theirs = len(standing.before) + len(standing.after)
        text = self._said(node, grown, spec, known or at, left, theirs)
        if known and old and mark_of(text) == old.body:
            at = known
        elif known not in (None, at):
            text = self._said(node, grown, spec, at, left, theirs)
        lines = placed(boxes_of(node, grown, self.setting), boxes_in(text))
        worded = Worded(text, mark_of(text), "", str(at), left)
        if not any(lines):
            return worded
        shared = [self._shared(line, grown, recalled.boxes) if line else None for line in lines]
        return ticked(worded, node, lines, shared)

    def _theirs(
        self, node: Node, grown: Grown, old: Memory, page: Page, recalled: Returned
    ) -> Worded:
        """Leave a text as somebody has made it, but for boxes that are still those of the spec."""
        standing = recalled_in(page)
        found: list[Line | None] = [None] * len(standing)
        for line in boxes_left(node, grown, self.setting):
            if line.box and (each := recalled.boxes.get(line.box.line)):
                found[each.at] = line
        shared = [self._shared(line, grown, recalled.boxes) if line else None for line in found]
        unwritten = {each.at for each in standing if is_unwritten(each, self.waiting)}
        worded = Worded(page.text, old.body, "", old.at, recalled.left.get(page.number, ()))
        return ticked(worded, node, found, shared, unwritten)

    def _recalled(self, node: Node, grown: Grown, page: Page) -> Returned:
        """Find what stands of the boxes in an issue, by the lines of the document."""
        if node.entry is None:
            lists = self.setting.remembered(grown)
            mine = {line: e for line, e in lists.boxes.items() if e.number == node.number}
            return Returned(mine, {page.number: lists.left.get(page.number, page.left)})
        lines = boxes_of(node, grown, self.setting)
        wanted = [replace(wanted_of(line.box), home=page.number) for line in lines if line.box]
        found = recall_steps(wanted, recalled_in(page), self.waiting)
        return returned(wanted, [page], found, self.waiting)

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

    def _said(
        self, node: Node, grown: Grown, spec: Checklist, at: At, left: Collection[str],
        theirs: int,
    ) -> str:  # fmt: skip
        boxes = len(boxes_of(node, grown, self.setting))
        taken = theirs + _MARKER + _BOX * boxes + _NAME * len(left)
        if node.rank is Rank.SPEC:
            taken += _PART * len(grown.nodes) + _NUMBER * (len(grown.dangling) + len(grown.named))
        return self.say(sheet_of(node, grown, spec, at, self.setting), taken).strip("\n")


def at_of(memory: Memory) -> At | None:
    """Read where the link of an issue leads to."""
    commit, _, line = memory.at.rpartition(":")
    return At(commit, number_in(line)) if commit and number_in(line) else None
