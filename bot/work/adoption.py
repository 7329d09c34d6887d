"""Issues that go along with their tasks from one spec to another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.model.work import Kept, Rank, Task
from bot.work.family import Family, dangling_of, of_tasks, without
from bot.work.identity import match
from bot.work.last_seen import held_of, told


def adopted(families: Sequence[Family]) -> tuple[Family, ...]:
    """Let an issue go along with the task that carries its number into another spec.

    Where its own spec names it too, or still has its task in whatever words, it stays there: the
    other one only refers to it.
    """
    every = [kept for family in families for kept in family.kept]
    dangling = dangling_of(every)
    tasks = {
        family.key: without(dangling, of_tasks(told(family.checklist.tasks), every))
        for family in families
        if family.checklist
    }
    claims: dict[int, list[str]] = defaultdict(list)
    for key, own in tasks.items():
        for number in (number for task in own for number in task.numbers):
            claims[number].append(key)
    goes: dict[str, list[Kept]] = defaultdict(list)
    for family in families:
        wanted = [kept.issue.number for kept in family.kept if kept.issue.number in claims]
        is_foreign = any(family.key not in claims[number] for number in wanted)
        home = _at_home(family, tasks.get(family.key, ())) if is_foreign else frozenset()
        for kept in family.kept:
            by = claims.get(kept.issue.number, [])
            stays = not by or family.key in by or kept.issue.number in home
            goes[family.key if stays else by[0]].append(kept)
    return tuple(replace(family, kept=tuple(goes[family.key])) for family in families)


def _at_home(family: Family, tasks: Sequence[Task]) -> frozenset[int]:
    """Give the issues whose tasks their own spec still has, or may have, or has given up."""
    held = [held_of(kept) for kept in family.kept if kept.memory.rank is Rank.TASK]
    found = match(tasks, held, family.dangling)
    doubtful = (number for doubt in found.doubts for number in doubt.numbers)
    given_up = family.checklist.given_up if family.checklist else ()
    return frozenset((*filter(None, found.numbers), *doubtful, *given_up))
