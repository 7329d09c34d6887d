"""Issues that go along with their tasks from one spec to another."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.model.work import Task
from bot.work.dangling import Dangling
from bot.work.exact import folded
from bot.work.family import Family, dangling_of, moved, of_tasks, without
from bot.work.held import Held
from bot.work.identity import match
from bot.work.last_seen import held_of, told


def adopted(families: Sequence[Family]) -> tuple[Family, ...]:
    """Let an issue go along with the task that carries its number into another spec.

    Where its own spec names it too, or still has its task in whatever words, it stays there: the
    other one only refers to it. So it does where the other one has named it before. A line that is
    elsewhere as it was, words and number, has gone there, whatever is like it here, unless it is
    one of several that have been copied.
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
    said: dict[int, str] = {}
    for family in families:
        for number, naming in _naming(tasks.get(family.key, ())):
            if number in held and _takes(naming, held[number], family.named):
                claims[number].append(family.key)
                if folded(held[number].text) in {folded(task.text) for task in naming}:
                    said.setdefault(number, family.key)
    goes: dict[int, str] = {}
    for family in families:
        own = tasks.get(family.key, ())
        wanted = [kept.issue.number for kept in family.kept if kept.issue.number in claims]
        both = [n for n in wanted if family.key in claims[n]]
        copied = Counter(key for number in both for key in claims[number])
        for number in (n for n in wanted if said.get(n, family.key) != family.key):
            is_copy = copied[said[number]] > (number in both)
            if not is_copy and _has_lost(held[number], own):
                goes[number] = said[number]
        foreign = [number for number in wanted if family.key not in claims[number]]
        left = _left_by(family, own, foreign, goes) if foreign else foreign
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


def _has_lost(issue: Held, tasks: Sequence[Task]) -> bool:
    """Tell whether a spec has no task of an issue's words, nor one like it that carries its number.

    Then a line elsewhere that has both, the words and the number, is what went there: what is left
    may be like it, or refer to it.
    """
    naming = [task for task in tasks if issue.number in task.numbers]
    if any(folded(task.text) == folded(issue.text) for task in tasks):
        return False
    return not any(match(naming, [issue], {issue.number: ("",)}).numbers)


def _left_by(
    family: Family, tasks: Sequence[Task], foreign: Collection[int], gone: Collection[int]
) -> list[int]:
    """Give those of some issues that go elsewhere, beside those that have ``gone``.

    What goes may have put in doubt what else there is: so the rest is asked for again.
    """
    foreign = [number for number in foreign if number not in gone]
    rest = tuple(kept for kept in family.kept if kept.issue.number not in gone)
    family, going = replace(family, kept=rest), list[int]()
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
