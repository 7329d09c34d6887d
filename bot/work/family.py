"""A spec and its issues, and which of the numbers in it may be those of its tasks."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.model.work import Checklist, Kept, Rank, Task
from bot.work.dangling import Dangling


@dataclass(frozen=True, slots=True)
class Family:
    """A spec and its issues; without a checklist, nobody knows any longer what they stood for.

    It ``may_be`` one of these paths, and nobody can tell which.
    """

    key: str
    checklist: Checklist | None
    kept: tuple[Kept, ...] = ()
    may_be: tuple[str, ...] = ()

    @property
    def dangling(self) -> Dangling:
        """Give the numbers that its tasks carried before any issue had them."""
        return dangling_of(self.kept)


def of_tasks(
    tasks: Sequence[Task], kept: Sequence[Kept], dangling: Collection[int] = ()
) -> tuple[Task, ...]:
    """Leave out the numbers that are never those of a task: of specs, of phases and of groups.

    One that was ``dangling`` stays: whoever has written it meant none of these.
    """
    others = {each.issue.number for each in kept if each.memory.rank is not Rank.TASK}
    return without(others.difference(dangling), tasks)


def without(numbers: Collection[int], tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Take numbers off tasks."""
    return tuple(
        replace(task, numbers=tuple(n for n in task.numbers if n not in numbers)) for task in tasks
    )


def dangling_of(kept: Sequence[Kept]) -> dict[int, list[str]]:
    """Give the numbers that tasks carried before any issue had them, as is remembered."""
    found = defaultdict[int, list[str]](list)
    for memory in (each.memory for each in kept if each.memory.rank is Rank.SPEC):
        for number, mark in memory.dangling:
            found[number].append(mark)
    return found
