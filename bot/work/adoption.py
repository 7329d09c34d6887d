"""Issues that go along with their tasks from one spec to another."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.model.stage import Stage
from bot.model.work import Task
from bot.work.claimants import Claims, claims_in, superseding
from bot.work.exact import folded
from bot.work.family import Family, above_tasks, dangling_of, moved, of_tasks, without
from bot.work.held import Held
from bot.work.identity import match
from bot.work.last_seen import held_of, told

_BY_WORDS_ALONE = ("",)  # as a number that some other task has brought: it is no evidence


def adopted(families: Sequence[Family], stage: Stage) -> tuple[Family, ...]:
    """Let an issue go along with the task that carries its number into another spec.

    Where its own spec names it too, or still has its task in whatever words, it stays there: the
    other one only refers to it. So it does where the other one has named it before. A line that is
    elsewhere as it was, words and number, has gone there, whatever is like it here, unless it is
    one of several that have been copied. Of a spec that is closed, what is open goes where it is
    named now, though its line is left.
    """
    every = [kept for family in families for kept in family.kept]
    dangling, above = dangling_of(every), above_tasks(every)
    tasks = {
        family.key: without(dangling, of_tasks(told(family.checklist.tasks), above))
        for family in families
        if family.checklist
    }
    held = {kept.issue.number: held_of(kept) for kept in every}
    claims = claims_in(families, tasks, held)
    goes: dict[int, str] = {}
    for family in families:
        own = tasks.get(family.key, ())
        goes |= _said_elsewhere(family, own, claims, held)
        foreign = [n for n in claims.of(family) if family.key not in claims.keys[n]]
        left = _left_by(family, own, foreign, goes) if foreign else foreign
        goes |= {number: claims.keys[number][0] for number in left}
    return moved(families, goes | superseding(families, claims, stage))


def _last_written(family: Family, tasks: Sequence[Task]) -> int:
    """Give the last number of its own that a spec has: all before it were written along with it."""
    own = {kept.issue.number for kept in family.kept}
    return max((n for task in tasks for n in task.numbers if n in own), default=0)


def _said_elsewhere(
    family: Family,
    tasks: Sequence[Task],
    claims: Claims,
    held: Mapping[int, Held],
) -> dict[int, str]:
    """Give the issues whose lines are elsewhere as they were."""
    written = _last_written(family, tasks)
    wanted = claims.of(family)
    both = [number for number in wanted if family.key in claims.keys[number]]
    copied = Counter(key for number in both for key in claims.keys[number])
    goes: dict[int, str] = {}
    for number in wanted:
        key = next(iter(claims.said.get(number, ())), family.key)
        is_copy = key == family.key or copied[key] > (number in both)
        if not is_copy and _has_lost(held[number], tasks, is_written=number < written):
            goes[number] = key
    return goes


def _has_lost(issue: Held, tasks: Sequence[Task], *, is_written: bool) -> bool:
    """Tell whether a spec has no task of an issue's words, nor one like it that carries its number.

    Then a line elsewhere that has both, the words and the number, is what went there: what is left
    may be like it, or refer to it. Where the number was written, equal words without it are another
    task, or will be one.
    """
    naming = [task for task in tasks if issue.number in task.numbers]
    alike = naming if is_written else tasks
    if any(folded(task.text) == folded(issue.text) for task in alike):
        return False
    return not any(match(naming, [issue], {issue.number: _BY_WORDS_ALONE}).numbers)


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
