"""Issues that go along with their tasks from one spec to another."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.model.work import Task
from bot.work.dangling import Dangling
from bot.work.family import Family, dangling_of, moved, of_tasks, without
from bot.work.held import Held
from bot.work.identity import match
from bot.work.last_seen import held_of, told


def adopted(families: Sequence[Family]) -> tuple[Family, ...]:
    """Let an issue go along with the task that carries its number into another spec.

    Where its own spec names it too, or still has its task in whatever words, it stays there: the
    other one only refers to it. So it does where the other one has named it before.
    """
    every = [kept for family in families for kept in family.kept]
    dangling = dangling_of(every)
    tasks = {
        family.key: without(dangling, of_tasks(told(family.checklist.tasks), every))
        for family in families
        if family.checklist
    }
    held = {kept.issue.number: held_of(kept) for kept in every}
    claims: dict[int, list[str]] = defaultdict(list)
    for family in families:
        for number, naming in _naming(tasks.get(family.key, ())):
            if number in held and _takes(naming, held[number], family.named):
                claims[number].append(family.key)
    goes: dict[int, str] = {}
    for family in families:
        wanted = [kept.issue.number for kept in family.kept if kept.issue.number in claims]
        foreign = [number for number in wanted if family.key not in claims[number]]
        left = _left_by(family, tasks.get(family.key, ()), foreign) if foreign else foreign
        goes |= {number: claims[number][0] for number in left}
    return moved(families, goes)


def _naming(tasks: Sequence[Task]) -> Iterator[tuple[int, list[Task]]]:
    """Give each number with the tasks that carry it."""
    found = defaultdict[int, list[Task]](list)
    for task in tasks:
        for number in dict.fromkeys(task.numbers):
            found[number].append(task)
    yield from found.items()


def _takes(naming: Sequence[Task], issue: Held, named: Dangling) -> bool:
    """Tell whether an issue may be for one of the tasks that name it."""
    return issue.number not in named or any(match(naming, [issue], named).numbers)


def _left_by(family: Family, tasks: Sequence[Task], foreign: Collection[int]) -> list[int]:
    """Give those of some issues that go elsewhere.

    What goes may have put in doubt what else there is: so the rest is asked for again.
    """
    going: list[int] = []
    while True:
        home = at_home(family, tasks)
        more = [n for n in foreign if n not in home and n not in going]
        if not more:
            return going
        going += more
        rest = tuple(kept for kept in family.kept if kept.issue.number not in going)
        family = replace(family, kept=rest)


def at_home(family: Family, tasks: Sequence[Task]) -> frozenset[int]:
    """Give the issues whose tasks their own spec still has, or may have, or has given up."""
    held = [held_of(kept) for kept in family.as_they_stood()]
    found = match(tasks, held, family.hearsay)
    doubtful = (n for doubt in found.doubts if not doubt.is_clear for n in doubt.numbers)
    given_up = family.checklist.given_up if family.checklist else ()
    return frozenset((*filter(None, found.numbers), *doubtful, *given_up))
