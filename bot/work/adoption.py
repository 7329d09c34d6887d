"""Issues that go along with their tasks from one spec to another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model.work import Kept, Rank, Task
from bot.work.dangling import Dangling
from bot.work.family import Family, dangling_of, of_tasks, without
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
    own = {kept.issue.number: family.key for family in families for kept in family.kept}
    claims: dict[int, list[str]] = defaultdict(list)
    for family in families:
        for number, naming in _naming(tasks.get(family.key, ())):
            is_own = own.get(number) == family.key
            if number in held and (is_own or _takes(naming, held[number], family.named)):
                claims[number].append(family.key)
    goes: dict[str, list[Kept]] = defaultdict(list)
    for family in families:
        wanted = [kept.issue.number for kept in family.kept if kept.issue.number in claims]
        is_foreign = any(family.key not in claims[number] for number in wanted)
        home = at_home(family, tasks.get(family.key, ())) if is_foreign else frozenset()
        for kept in family.kept:
            by = claims.get(kept.issue.number, [])
            stays = not by or family.key in by or kept.issue.number in home
            goes[family.key if stays else by[0]].append(kept)
    return tuple(replace(family, kept=tuple(goes[family.key])) for family in families)


def _naming(tasks: Sequence[Task]) -> Iterator[tuple[int, list[Task]]]:
    """Give each number with the tasks that carry it."""
    found = defaultdict[int, list[Task]](list)
    for task in tasks:
        for number in dict.fromkeys(task.numbers):
            found[number].append(task)
    yield from found.items()


def _takes(naming: Sequence[Task], issue: Held, named: Dangling) -> bool:
    """Tell whether an issue of another spec may be for one of the tasks that name it."""
    return issue.number not in named or any(match(naming, [issue], named).numbers)


def at_home(family: Family, tasks: Sequence[Task]) -> frozenset[int]:
    """Give the issues whose tasks their own spec still has, or may have, or has given up."""
    held = [held_of(kept) for kept in family.kept if kept.memory.rank is Rank.TASK]
    found = match(tasks, held, family.hearsay)
    doubtful = (n for doubt in found.doubts if not doubt.is_clear for n in doubt.numbers)
    given_up = family.checklist.given_up if family.checklist else ()
    return frozenset((*filter(None, found.numbers), *doubtful, *given_up))
