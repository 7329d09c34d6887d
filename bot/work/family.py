"""A spec and its issues, and which of the numbers in it may be those of its tasks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.model.work import Checklist, Kept, Rank, Task
from bot.work.dangling import Dangling
from bot.work.references import Pair, remembered


@dataclass(frozen=True, slots=True)
class Family:
    """A spec and its issues; without a checklist, nobody knows any longer what they stood for.

    It ``may_be`` one of these paths, and nobody can tell which. What is ``heard`` are numbers that
    some spec has named, be it another one, in the words of a task that is here now.
    """

    key: str
    checklist: Checklist | None
    kept: tuple[Kept, ...] = ()
    may_be: tuple[str, ...] = ()
    heard: tuple[Pair, ...] = ()

    @property
    def dangling(self) -> Dangling:
        """Give the numbers that its tasks carried before any issue had them."""
        return dangling_of(self.kept)

    @property
    def named(self) -> Dangling:
        """Give the numbers that its tasks carried while the issues stood elsewhere."""
        return _by_number((*remembered(self.kept), *self.heard))

    @property
    def hearsay(self) -> Dangling:
        """Give all numbers that are no evidence by themselves."""
        return {**self.named, **self.dangling}

    def as_they_stood(self) -> list[Kept]:
        """Give the issues of tasks in the order in which the document had these when last read.

        The tracking issue remembers it; what it does not know comes last, the oldest first.
        """
        roots = (each.memory for each in self.kept if each.memory.rank is Rank.SPEC)
        places = {n: at for memory in roots for at, (n, _) in enumerate(memory.parts)}
        tasks = [each for each in self.kept if each.memory.rank is Rank.TASK]
        return sorted(tasks, key=lambda each: places.get(each.issue.number, len(places)))


def moved(families: Sequence[Family], goes: Mapping[int, str]) -> tuple[Family, ...]:
    """Let issues go to other families, by their numbers and the keys of these."""
    if not goes:
        return tuple(families)
    kept = defaultdict[str, list[Kept]](list)
    for family in families:
        for each in family.kept:
            kept[goes.get(each.issue.number, family.key)].append(each)
    return tuple(replace(family, kept=tuple(kept[family.key])) for family in families)


def above_tasks(kept: Sequence[Kept]) -> frozenset[int]:
    """Give the numbers that are never those of a task: of specs, of phases and of groups."""
    return frozenset(each.issue.number for each in kept if each.memory.rank is not Rank.TASK)


def of_tasks(
    tasks: Sequence[Task], above: frozenset[int], dangling: Collection[int] = ()
) -> tuple[Task, ...]:
    """Leave out the numbers of what is ``above`` tasks.

    One that was ``dangling`` stays: whoever has written it meant none of these.
    """
    return without(above.difference(dangling) if dangling else above, tasks)


def without(numbers: Collection[int], tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Take numbers off tasks."""
    return tuple(
        replace(task, numbers=tuple(n for n in task.numbers if n not in numbers))
        if task.numbers
        else task
        for task in tasks
    )


def dangling_of(kept: Sequence[Kept]) -> dict[int, list[str]]:
    """Give the numbers that tasks carried before any issue had them, as is remembered."""
    roots = (each.memory for each in kept if each.memory.rank is Rank.SPEC)
    return _by_number(pair for memory in roots for pair in memory.dangling)


def _by_number(pairs: Iterable[Pair]) -> dict[int, list[str]]:
    found = defaultdict[int, list[str]](list)
    for number, mark in pairs:
        found[number].append(mark)
    return found
