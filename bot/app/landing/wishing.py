"""A node → the issue that is to stand, where people may have changed what stands already.

A title, a label, a milestone, a place among issues that somebody has given it are kept: what the
Steward gave last stands in the marker, and whatever differs from that is theirs.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.app.landing.bodies import parted, rewritten
from bot.app.landing.kin import Kin, after_of, blockers_of
from bot.app.landing.listing import DEPENDENCIES, SUB_ISSUES
from bot.app.landing.worded import MovedBox, Worded
from bot.app.landing.wording import Writer
from bot.model.policy import IssuePolicy
from bot.model.work import Checklist, Memory, Rank
from bot.plan.desired import IssueWish
from bot.plan.marker import LABEL
from bot.work.body import Body
from bot.work.memory import fingerprint
from bot.work.node import Node
from bot.work.survey import Grown

_WHY = {
    Rank.SPEC: "it follows the work of a spec",
    Rank.PHASE: "it stands for a phase",
    Rank.GROUP: "GitHub takes a hundred parts of an issue",
    Rank.TASK: "it stands for a work item",
}
_GONE = "the document has it no longer"


@dataclass(frozen=True, slots=True)
class Told:
    """A wish, and the boxes within its text that the document has to follow."""

    wish: IssueWish
    moved: tuple[MovedBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Wisher:
    """Makes wishes of nodes; ``title`` and ``milestone`` name an issue, and what it is due with."""

    policy: IssuePolicy
    writer: Writer
    title: Callable[[Node, Grown], str]
    milestone: Callable[[Node, Grown], str]

    def told(self, grown: Grown) -> Iterator[Told]:
        """Say which issues are to stand for a spec, in their order."""
        if spec := grown.family.checklist:
            kin = Kin.of(grown, self.writer.setting)
            yield from (self._told(node, grown, spec, kin) for node in grown.nodes)

    def _told(self, node: Node, grown: Grown, spec: Checklist, kin: "Kin") -> Told:
        issue, old = (node.kept.issue, node.kept.memory) if node.kept else (None, None)
        standing = parted(issue, old.key) if issue and old else Body("", "", "")
        worded = self.writer.text(node, grown, spec, standing)
        title, milestone = self.title(node, grown), self.milestone(node, grown)
        flat = self.writer.setting.flat
        memory = replace(
            _memory(node, grown.family.key, spec, worded),
            title=fingerprint(title),
            labels=self._labels,
            milestone=milestone,
            after=after_of(node, issue, old, kin),
            parts=tuple(kin.parts(grown, flat)) if node.rank is Rank.SPEC else (),
            flat=tuple(sorted(flat)) if node.rank is Rank.SPEC else (),
            dangling=grown.dangling if node.rank is Rank.SPEC else (),
            named=grown.named if node.rank is Rank.SPEC else (),
        )
        if issue and old and old.title and fingerprint(issue.title) != old.title:
            title, memory = issue.title, replace(memory, title=old.title)
        if issue and old and issue.milestone != old.milestone:
            milestone = issue.milestone
        wish = IssueWish(
            key=node.key,
            title=title,
            body=rewritten(issue, standing, memory, worded.text),
            labels=tuple(name for name in self._labels if not old or name not in old.labels),
            assignees=self.policy.assignees if node.rank is self._smallest else (),
            type=self.policy.type if node.rank is self._smallest else "",
            milestone=milestone,
            is_open=node.is_open,
            reason=node.reason,
            parent=None if SUB_ISSUES in flat or kin.is_detached(node) else node.above,
            blocked_by=() if DEPENDENCIES in flat else tuple(blockers_of(node, issue, old, kin)),
            number=node.number,
            why=_GONE if node.is_gone else _WHY[node.rank],
            is_root=node.rank is Rank.SPEC,
        )
        return Told(wish, worded.moved)

    @property
    def _smallest(self) -> Rank:
        """Give the rank of the issues that people work on."""
        return {"item": Rank.TASK, "phase": Rank.PHASE}.get(self.policy.granularity, Rank.SPEC)

    @property
    def _labels(self) -> tuple[str, ...]:
        return (LABEL, *self.policy.labels)


def _memory(node: Node, family: str, spec: Checklist, worded: Worded) -> Memory:
    old = node.kept.memory if node.kept else None
    is_closed = bool(node.kept and not node.kept.issue.is_open)
    was_gone = bool(old and old.gone)
    return Memory(
        rank=node.rank,
        key=node.key,
        family=family,
        path=spec.path,
        spec_id=spec.spec_id,
        template=spec.template,
        text=node.words,
        phase=node.phase,
        done=node.agreed.known,
        # what is about to be closed is not gone yet: a run may be cut off before
        gone=(was_gone or is_closed) if node.is_gone else was_gone and not node.is_back,
        going=node.is_gone and not is_closed and not node.is_open,
        body=worded.mark,
        at=worded.at,
        steps=worded.steps,
        left=worded.left,
    )
