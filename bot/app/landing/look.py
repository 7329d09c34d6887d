"""What stands on GitHub of all that work: the Steward's issues, those that tasks name, the sync."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.forge.door import Door
from bot.model.issue import Issue
from bot.model.pull import PullStage
from bot.model.sync import SyncState
from bot.model.work import Checklist, Kept
from bot.plan.marker import issue_marker
from bot.plan.observed import Observed
from bot.plan.sync_marker import waits_of
from bot.work.memory import from_values

BRANCH = "spec-steward/sync"
_MOST_NAMED = 500  # issues that are not listed: more are left alone
_STEPS = 3  # from what is listed to the tracking issue, and to all that hangs below it


@dataclass(frozen=True, slots=True)
class Look:
    """One look: ``issues`` are all of ours, ``kept`` those with a marker that makes sense.

    Of twins, which a crash or a second run has left, the oldest is kept.
    """

    issues: tuple[Issue, ...]
    kept: tuple[Kept, ...]
    others: Mapping[int, Issue]
    sync: SyncState
    waiting: frozenset[str]

    @property
    def observed(self) -> Observed:
        """Give it as plans are made against."""
        return Observed(issues=self.issues, sync=self.sync)


def look_at(
    door: Door, branch: str, checklists: Sequence[Checklist], made: Collection[int] = ()
) -> Look:
    """Look at everything that stands for work, and at what tasks name besides.

    What this run has ``made`` may not be listed yet.
    """
    sync = door.sync(BRANCH, branch)
    return _look(_found(door, checklists, door.issues(), made), sync)


def glance_at(door: Door, checklists: Sequence[Checklist]) -> Look:
    """Look as far as it takes to say what would be done, and not to do it: for few requests.

    Whether a write-back waits is not asked.
    """
    return _look(_found(door, checklists, door.labelled_issues(), ()), SyncState(BRANCH))


def with_sync(look: Look, door: Door, branch: str) -> Look:
    """Add to a glance what waits for the write-back."""
    sync = door.sync(BRANCH, branch)
    return replace(look, sync=sync, waiting=waiting_in(sync))


def _found(
    door: Door, checklists: Sequence[Checklist], listed: Sequence[Issue], made: Collection[int]
) -> dict[int, Issue]:
    """Add to what is listed all that is named: by tasks, and by what hangs above it or below it.

    An issue from which somebody has taken the label is found so.
    """
    issues = {issue.number: issue for issue in listed}
    named = {n for each in checklists for task in each.tasks for n in task.numbers} | set(made)
    asked = set(issues)
    for _ in range(_STEPS):
        missing = sorted((named | set(_akin(issues.values()))) - asked)[:_MOST_NAMED]
        if not missing:
            break
        asked.update(missing)
        issues |= door.whereabouts(missing)
    return dict(sorted(issues.items()))


def _look(issues: Mapping[int, Issue], sync: SyncState) -> Look:
    kept = {number: found for number, issue in issues.items() if (found := _kept(issue))}
    oldest = {found.memory.key: found for found in reversed(kept.values())}
    return Look(
        issues=tuple(issue for issue in issues.values() if issue.mine),
        kept=tuple(found for found in kept.values() if oldest[found.memory.key] is found),
        others={number: issue for number, issue in issues.items() if number not in kept},
        sync=sync,
        waiting=waiting_in(sync),
    )


def _akin(issues: Iterable[Issue]) -> Iterator[int]:
    """Give the numbers of what hangs above our issues, and of what hung below them."""
    for issue in issues:
        if kept := _kept(issue):
            yield from (number for number, _ in kept.memory.parts)
            if issue.parent is not None:
                yield issue.parent


def waiting_in(sync: SyncState) -> frozenset[str]:
    """Say which boxes the write-back is about to change, as its pull request remembers.

    One that somebody has closed waits as well: nobody has moved those boxes since.
    """
    last = sync.last
    is_there = last and last.mine and last.state is not PullStage.MERGED
    return waits_of(last.body) if last and is_there else frozenset()


def _kept(issue: Issue) -> Kept | None:
    marker = issue_marker(issue.body, issue.number) if issue.mine else None
    memory = from_values(marker) if marker else None
    return Kept(issue, memory) if memory else None
