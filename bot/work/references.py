"""Issues that tasks name and that are not theirs: another spec keeps them, or nobody does.

A task names one as what it waits for, or as what it is about. The tracking issue remembers which,
and who named it while it stood elsewhere. When the task that the issue is for is gone, who has only
referred to it does not take it over, unless it says the same: then the line has been copied.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from bot.model.work import Kept, Rank, Task
from bot.work.dangling import MOST_NUMBERS, mark_of, mark_of_text
from bot.work.exact import folded
from bot.work.last_seen import told

Pair = tuple[int, str]  # the number of an issue, and the mark of who has named it


def references_in(
    tasks: Sequence[Task],
    found: Sequence[int | None],
    others: Collection[int],
    kept: Sequence[Kept],
) -> tuple[Pair, ...]:
    """Give what tasks name beside their own issues, which are as ``found``, and who names it.

    It is one of ``others``, or was when the task named it first; the Steward has ``kept`` some.
    """
    named = {number for task in tasks for number in task.numbers if number in others}
    if not named:
        return ()
    words = {
        k.issue.number: mark_of_text(k.memory.text)
        for k in kept
        if k.issue.number in named and k.memory.rank is Rank.TASK
    }
    pairs = (
        (number, mark_of(task))
        for task, issue in zip(tasks, found, strict=True)
        for number in task.numbers
        if number in named and number != issue and words.get(number) != mark_of(task)
    )
    return tuple(islice(dict.fromkeys(pairs), MOST_NUMBERS))


def remembered(kept: Sequence[Kept]) -> Iterator[Pair]:
    """Give what the tasks of specs have named, as their tracking issues know."""
    for each in kept:
        if each.memory.rank is Rank.SPEC:
            yield from each.memory.named


def pairs_in(tasks: Sequence[Task]) -> Iterator[Pair]:
    """Give the numbers that tasks carry, each with the mark of its task."""
    yield from ((number, mark_of(task)) for task in tasks for number in task.numbers)


def without_references(pairs: Collection[Pair], tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Take the numbers off tasks that are known not to be theirs."""
    return tuple(
        replace(task, numbers=tuple(n for n in task.numbers if (n, mark_of(task)) not in pairs))
        for task in tasks
    )


def words_by_mark(tasks: Sequence[Task]) -> Mapping[str, str]:
    """Give what tasks say, by the mark that is remembered of it."""
    return {mark_of(task): folded(task.text) for task in told(tasks)}
