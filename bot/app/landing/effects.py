"""What is wished for at a commit, as what it does to the issues that stand."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.app.landing.aims import Wished
from bot.app.landing.listing import SUB_ISSUES
from bot.app.landing.look import Look
from bot.model.policy import IssuePolicy
from bot.model.work import Kept, Rank
from bot.model.works import Works
from bot.plan.desired import IssueWish
from bot.work.node import Node
from bot.work.survey import Grown


def effects(wished: Wished, grown: Sequence[Grown], look: Look, policy: IssuePolicy) -> Works:
    """Sort what is wished for by what that does to the issues that stand."""
    by_item = policy.granularity == "item"  # else tasks have no issues, and none is missing
    keys = {node.key for each in grown for node in each.nodes}
    wishes = [wish for wish in wished.issues if wish.key in keys]
    standing = {kept.issue.number: kept for kept in look.kept}
    pairs = [(wish, standing[wish.number]) for wish in wishes if wish.number in standing]
    places = _Places.of(grown, look)
    return Works(
        opens=tuple((wish.title, None) for wish in wishes if wish.number is None),
        renames=_told(pairs, lambda wish, kept: wish.title != kept.issue.title),
        moves=_told(pairs, places.is_left),
        reopens=_told(pairs, lambda wish, kept: wish.is_open and not kept.issue.is_open),
        closes=_told(pairs, lambda wish, kept: kept.issue.is_open and not wish.is_open),
        waiting=wished.remaining,
        at_once=policy.max_new,
        astray=tuple(_astray(grown)) if by_item else (),
        dry_run=policy.dry_run,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """What issues hang under, and what they are to hang under, ``nodes`` and ``kept`` by key.

    The ``phases`` that stand are known by family and title. Where GitHub is not told what hangs
    under what (``is_flat``), an issue goes by the phase whose list has it.
    """

    nodes: Mapping[str, Node]
    kept: Mapping[str, Kept]
    phases: Mapping[tuple[str, str], str]
    numbers: frozenset[int]
    is_flat: bool

    @classmethod
    def of(cls, grown: Sequence[Grown], look: Look) -> "_Places":
        """Find them in what is wished for, and in what stands."""
        memories = [each.memory for each in look.kept]
        return cls(
            nodes={node.key: node for each in grown for node in each.nodes},
            kept={each.memory.key: each for each in look.kept},
            phases={(m.family, m.text): m.key for m in memories if m.rank is Rank.PHASE},
            numbers=frozenset(each.issue.number for each in look.kept),
            is_flat=any(SUB_ISSUES in memory.flat for memory in memories),
        )

    def is_left(self, wish: IssueWish, kept: Kept) -> bool:
        """Tell whether an issue gets another parent; a phase that is renamed is the same one.

        What nobody has put anywhere is told by the lists, and what somebody has hung under an issue
        of their own stays there.
        """
        parent = kept.issue.parent
        if wish.parent is None:
            return False
        if self.is_flat or parent is None:
            return kept.memory.rank is Rank.TASK and self._list(wish.parent) != self._listed(kept)
        above = self.kept.get(wish.parent)
        return parent in self.numbers and (above is None or above.issue.number != parent)

    def _list(self, key: str) -> str:
        """Give what lists the tasks below an issue: a part of a phase is none by itself."""
        node = self.nodes[key]
        return node.above or key if node.rank is Rank.GROUP else key

    def _listed(self, kept: Kept) -> str:
        memory = kept.memory
        return self.phases.get((memory.family, memory.phase), memory.family)


def _astray(grown: Sequence[Grown]) -> Iterator[tuple[str, int]]:
    """Give the open tasks that carry a number which is no issue here.

    Of one that was seen here before, the tracking issue says that it is gone.
    """
    for entry in (entry for each in grown for entry in each.entries.tasks):
        has_any = entry.kept or entry.other or entry.lost or entry.is_doubtful
        if entry.task.numbers and not entry.task.done and not has_any:
            yield entry.task.text, entry.task.numbers[0]


def _told(
    pairs: Sequence[tuple[IssueWish, Kept]], is_so: Callable[[IssueWish, Kept], bool]
) -> tuple[tuple[str, int | None], ...]:
    return tuple((wish.title, wish.number) for wish, kept in pairs if is_so(wish, kept))
