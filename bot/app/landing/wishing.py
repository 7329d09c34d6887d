"""A node → the issue that is to stand, where people may have changed what stands already.

A title, a label, a milestone, a place among issues that somebody has given it are kept: what the
Steward gave last stands in the marker, and whatever differs from that is theirs.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.app.landing.bodies import parted, rewritten
from bot.app.landing.listing import DEPENDENCIES, SUB_ISSUES
from bot.app.landing.wording import MovedBox, Worded, Writer
from bot.model.issue import Issue
from bot.model.policy import IssuePolicy
from bot.model.work import Checklist, Kept, Memory, Rank
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
        spec, root = grown.family.checklist, grown.root.kept if grown.root else None
        kin = _Kin(root, self.writer.setting.numbers)
        if spec:
            yield from (self._told(node, grown, spec, kin) for node in grown.nodes)

    def _told(self, node: Node, grown: Grown, spec: Checklist, kin: "_Kin") -> Told:
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
            after=_after(node, issue, old, kin),
            parts=tuple(kin.parts(grown, flat)) if node.rank is Rank.SPEC else (),
            flat=tuple(sorted(flat)) if node.rank is Rank.SPEC else (),
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
            blocked_by=() if DEPENDENCIES in flat else tuple(_blockers(node, issue, old, kin)),
            number=node.number,
            why=_GONE if node.is_gone else _WHY[node.rank],
        )
        return Told(wish, worded.moved)

    @property
    def _smallest(self) -> Rank:
        """Give the rank of the issues that people work on."""
        return {"item": Rank.TASK, "phase": Rank.PHASE}.get(self.policy.granularity, Rank.SPEC)

    @property
    def _labels(self) -> tuple[str, ...]:
        return (LABEL, *self.policy.labels)


@dataclass(frozen=True, slots=True)
class _Kin:
    """The issues around one: the tracking issue that stands, and all numbers by key."""

    root: Kept | None
    numbers: Mapping[str, int]

    @property
    def _seen(self) -> frozenset[int]:
        """Give what hung below the tracking issue; where that was refused, nobody has seen it."""
        if self.root is None or SUB_ISSUES in self.root.memory.flat:
            return frozenset()
        return frozenset(number for number, _ in self.root.memory.parts)

    def is_detached(self, node: Node) -> bool:
        """Tell whether somebody has taken an issue out from under what it was a part of.

        Where that is gone itself, nobody has.
        """
        issue = node.kept.issue if node.kept else None
        is_out = issue and issue.parent is None and issue.number in self._seen
        return bool(is_out and node.above in self.numbers)

    def parts(self, grown: Grown, flat: Collection[str]) -> Iterator[tuple[int, str]]:
        """Give the issues that were seen where they belong, each with a mark of its words.

        What is about to be moved is not among them: a run may be cut off in between, and would
        take its own deed for somebody's. What is lost stays, until its task carries it no longer.
        """
        ours = set(self.numbers.values())
        for node in grown.nodes:
            if node.kept is None or node.rank is Rank.SPEC:
                continue
            issue = node.kept.issue
            is_home = issue.parent is not None and issue.parent == self.numbers.get(
                node.above or ""
            )
            is_out = issue.number in self._seen and issue.parent not in ours
            if SUB_ISSUES in flat or is_home or (is_out and node.above in self.numbers):
                yield issue.number, fingerprint(node.words)
        for entry in grown.entries.tasks:
            if entry.lost:
                yield entry.lost, "" if entry.task.numbers else fingerprint(entry.task.text)
            elif entry.other and entry.other.number in self._seen:
                yield entry.other.number, fingerprint(entry.task.text)


def _memory(node: Node, family: str, spec: Checklist, worded: Worded) -> Memory:
    old = node.kept.memory if node.kept else None
    is_closed = bool(node.kept and not node.kept.issue.is_open)
    was_gone = bool(old and old.gone)
    is_back = not is_closed or node.agreed.done
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
        gone=(was_gone or is_closed) if node.is_gone else was_gone and not is_back,
        body=worded.mark,
        at=worded.at,
        steps=worded.steps,
    )


def _after(node: Node, issue: Issue | None, old: Memory | None, kin: _Kin) -> tuple[str, ...]:
    """Give what it was seen to wait for, whoever has taken that away since.

    What it waits for no longer is forgotten once it is gone, and not when it is about to go.
    """
    stand = {key for key, number in kin.numbers.items() if issue and number in issue.blocked_by}
    known = set(old.after) if old else set()
    return tuple(sorted((stand | known) & set(node.after) | (stand & known)))


def _blockers(node: Node, issue: Issue | None, old: Memory | None, kin: _Kin) -> Iterator[str]:
    """Give what it is to wait for: what the spec says, and what somebody has added to that."""
    stand = [key for key, number in kin.numbers.items() if issue and number in issue.blocked_by]
    known = old.after if old else ()
    yield from (key for key in node.after if key in stand or key not in known)
    yield from (key for key in stand if key not in known and key not in node.after)
