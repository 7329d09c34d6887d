"""Where tasks and issues stand among those that are matched already."""

from collections import defaultdict
from collections.abc import Sequence

from bot.model.work import Task
from bot.work.exact import phases_of
from bot.work.held import Held, Matching

_MOST = 3  # issues of a gap that a task in it is compared with


class Places:
    """The neighbours of each task and each issue, so far as they are known by each other."""

    def __init__(self, tasks: Sequence[Task], held: Sequence[Held], matching: Matching) -> None:
        self._tasks, self._held = tasks, held
        self._phases = phases_of(tasks, held)
        order = [at for at, issue in enumerate(held) if not issue.is_gone]
        self._of_issue = _gaps(order, {at: at for at in matching.task_of})
        self._of_task = _gaps(range(len(tasks)), matching.issue_of)

    def support(self, task: int, issue: int) -> int:
        """Say how much tells that a task stands where its issue did: 0 nothing, 3 all."""
        here, there = self._of_task[task], self._of_issue[issue]
        phase = self._phases.get(self._held[issue].phase) == self._tasks[task].phase
        return len({*here} & {*there}) + phase

    def beside(self, looking: Sequence[int], free: Sequence[int]) -> dict[int, list[int]]:
        """Give each task some issues of the gap that it stands in, those about its place first."""
        waiting = defaultdict[tuple[int, int], list[int]](list)
        for issue in free:
            waiting[self._of_issue[issue]].append(issue)
        found: dict[int, list[int]] = {}
        passed = defaultdict[tuple[int, int], int](int)
        for task in looking:
            gap = self._of_task[task]
            start = max(0, passed[gap] - 1)
            found[task] = waiting[gap][start : start + _MOST] if gap in waiting else []
            passed[gap] += 1
        return found


def _gaps(order: Sequence[int], known: dict[int, int]) -> dict[int, tuple[int, int]]:
    """Give for each place the matched issues before it and after it, -1 and -2 at the ends."""
    before: dict[int, int] = {}
    last = -1
    for at in order:
        before[at] = last
        last = known.get(at, last)
    gaps: dict[int, tuple[int, int]] = {}
    last = -2
    for at in reversed(order):
        gaps[at] = (before[at], last)
        last = known.get(at, last)
    return gaps
