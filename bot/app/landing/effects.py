"""What is wished for at a commit, as what it does to the issues that stand."""

from collections.abc import Callable, Iterator, Sequence

from bot.app.landing.aims import Wished
from bot.app.landing.look import Look
from bot.model.policy import IssuePolicy
from bot.model.work import Kept, Rank
from bot.model.works import Works
from bot.plan.desired import IssueWish
from bot.work.survey import Grown


def effects(wished: Wished, grown: Sequence[Grown], look: Look, policy: IssuePolicy) -> Works:
    """Sort what is wished for by what that does to the issues that stand."""
    by_item = policy.granularity == "item"  # else tasks have no issues, and none is missing
    keys = {node.key for each in grown for node in each.nodes}
    wishes = [wish for wish in wished.issues if wish.key in keys]
    standing = {kept.issue.number: kept for kept in look.kept}
    pairs = [(wish, standing[wish.number]) for wish in wishes if wish.number in standing]
    places = {node.key: node.phase for each in grown for node in each.nodes}
    return Works(
        opens=tuple((wish.title, None) for wish in wishes if wish.number is None),
        renames=_told(pairs, lambda wish, kept: wish.title != kept.issue.title),
        moves=_told(pairs, lambda wish, kept: _moves(kept, places[wish.key])),
        reopens=_told(pairs, lambda wish, kept: wish.is_open and not kept.issue.is_open),
        closes=_told(pairs, lambda wish, kept: kept.issue.is_open and not wish.is_open),
        waiting=wished.remaining,
        at_once=policy.max_new,
        astray=tuple(_astray(grown)) if by_item else (),
        dry_run=policy.dry_run,
    )


def _astray(grown: Sequence[Grown]) -> Iterator[tuple[str, int]]:
    """Give the open tasks that carry a number which is no issue here.

    Of one that was seen here before, the tracking issue says that it is gone.
    """
    for entry in (entry for each in grown for entry in each.entries.tasks):
        has_any = entry.kept or entry.other or entry.lost or entry.is_doubtful
        if entry.task.numbers and not entry.task.done and not has_any:
            yield entry.task.text, entry.task.numbers[0]


def _moves(kept: Kept, phase: str) -> bool:
    return kept.memory.rank is Rank.TASK and kept.memory.phase != phase


def _told(
    pairs: Sequence[tuple[IssueWish, Kept]], is_so: Callable[[IssueWish, Kept], bool]
) -> tuple[tuple[str, int | None], ...]:
    return tuple((wish.title, wish.number) for wish, kept in pairs if is_so(wish, kept))
