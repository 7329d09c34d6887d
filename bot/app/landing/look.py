"""What stands on GitHub of all that work: the Steward's issues, those that tasks name, the sync."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.app.landing.bodies import parted
from bot.app.landing.waiting import waiting_in
from bot.forge.door import Door
from bot.model.issue import Issue
from bot.model.sync import SyncState
from bot.model.waits import Waits
from bot.model.work import Checklist, Kept, Memory, Rank
from bot.plan.observed import Observed
from bot.plan.owned import owned
from bot.work.boxes import boxes_in
from bot.work.memory import from_values

BRANCH = "spec-steward/sync"
_MOST_OURS = 5_000  # issues that are not listed, and hang somewhere: more are left alone
_MOST_NAMED = 500  # and of those that tasks name
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
    waiting: Waits

    @property
    def observed(self) -> Observed:
        """Give it as plans are made against."""
        return Observed(issues=self.issues, sync=self.sync)


def look_at(
    door: Door, branch: str, checklists: Sequence[Checklist], made: Collection[int] = ()
) -> Look:
    """Look at everything that stands for work, and at what tasks name besides.

    What this run has ``made`` may not be listed yet. Issues come first: another run may come in
    between, and what it has them remember counts only along with what waits for its write-back.
    """
    found = _found(door, checklists, door.issues(), made)
    return _look(found, door.sync(BRANCH, branch), checklists)


def glance_at(door: Door, checklists: Sequence[Checklist]) -> Look:
    """Look as far as it takes to say what would be done, and not to do it: for few requests.

    Whether a write-back waits is not asked.
    """
    found = _found(door, checklists, door.labelled_issues(), ())
    return _look(found, SyncState(BRANCH), checklists)


def with_sync(look: Look, door: Door, branch: str, checklists: Sequence[Checklist]) -> Look:
    """Add to a glance what waits for the write-back."""
    sync = door.sync(BRANCH, branch)
    return replace(look, sync=sync, waiting=waiting_in(sync, look.kept, checklists))


def _found(
    door: Door, checklists: Sequence[Checklist], listed: Sequence[Issue], made: Collection[int]
) -> dict[int, Issue]:
    """Add to what is listed all that is named: by tasks, and by what hangs above it or below it.

    An issue from which somebody has taken the label is found so.
    """
    issues = {issue.number: issue for issue in listed}
    named = {n for each in checklists for task in each.tasks for n in task.numbers}
    asked = set(issues)
    for _ in range(_STEPS):
        ours = sorted({*made, *_akin(issues.values())} - asked)[:_MOST_OURS]
        theirs = sorted(named.difference(asked, ours))[:_MOST_NAMED]
        missing = sorted({*ours, *theirs})
        named.intersection_update(theirs)
        if not missing:
            break
        asked.update(missing)
        issues |= door.whereabouts(missing)
    return dict(sorted(issues.items()))


def _look(issues: Mapping[int, Issue], sync: SyncState, checklists: Sequence[Checklist]) -> Look:
    kept = _kept(issues.values())
    oldest = {found.memory.key: found for found in reversed(kept.values())}
    return Look(
        issues=tuple(issue for issue in issues.values() if issue.mine),
        kept=tuple(found for found in kept.values() if oldest[found.memory.key] is found),
        others={number: issue for number, issue in issues.items() if number not in kept},
        sync=sync,
        waiting=waiting_in(sync, kept.values(), checklists),
    )


def _akin(issues: Collection[Issue]) -> Iterator[int]:
    """Give the numbers of what hangs above our issues, and of what hung below them."""
    for issue, memory in _remembered(issues):
        yield from (number for number, _ in memory.parts)
        if issue.parent is not None:
            yield issue.parent


def _kept(issues: Collection[Issue]) -> dict[int, Kept]:
    return {issue.number: _with_list(issue, memory) for issue, memory in _remembered(issues)}


def _remembered(issues: Collection[Issue]) -> Iterator[tuple[Issue, Memory]]:
    """Give those whose marker makes sense, each with what that says.

    A run may have been cut off between a close and the word on it.
    """
    by_number = {issue.number: issue for issue in issues}
    for number, values in owned(issues).items():
        if memory := from_values(values):
            issue = by_number[number]
            yield issue, replace(memory, gone=memory.gone or (memory.going and not issue.is_open))


def _with_list(issue: Issue, memory: Memory) -> Kept:
    is_list = memory.rank is not Rank.TASK and memory.steps
    return Kept(issue, memory, _tasks_in(parted(issue, memory.key).text) if is_list else ())


def _tasks_in(text: str) -> tuple[str, ...]:
    return tuple(box.bare for box in boxes_in(text) if not box.inside and not box.tells)
