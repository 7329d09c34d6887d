"""Numbers that tasks carried before any issue had them: what gets one later is not theirs by it.

Issues are counted on, so a number that somebody has made up, or has brought along from elsewhere,
is given to some other task's issue sooner or later. The tracking issue remembers such numbers. From
then on they are evidence only where the words say the same.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from bot.model.work import Task
from bot.work.exact import folded
from bot.work.held import Doubtful, Held, Matching
from bot.work.likeness import Grade, likeness, weigh
from bot.work.words import words_of

_MOST = 500  # that are remembered


def dangling_in(
    tasks: Sequence[Task],
    own: Collection[int],
    known: Collection[int],
    standing: Collection[int],
) -> tuple[int, ...]:
    """Give the numbers that dangle, and those that did, as long as it matters.

    That is over once only the task whose ``own`` it is carries one. Of what is ``known`` to have
    dangled, something may be ``standing`` by now.
    """
    carried = Counter(number for task in tasks for number in task.numbers)
    found = (
        number
        for number, times in sorted(carried.items())
        if (times > 1 or number not in own if number in known else number not in standing)
    )
    return tuple(found)[:_MOST]


def by_dangling(
    tasks: Sequence[Task],
    held: Sequence[Held],
    matching: Matching,
    dangling: Collection[int],
    *,
    is_exact: bool,
) -> None:
    """Match tasks by such numbers and by their words, the very same or such that are plain."""
    for issue, each in enumerate(held):
        if each.number not in dangling or issue in matching.task_of:
            continue
        carrying = _carrying(each.number, tasks, matching)
        for at in _alike(carrying, tasks, each, is_exact=is_exact):
            matching.join(at, issue)
            break


def doubt_dangling(
    tasks: Sequence[Task], held: Sequence[Held], matching: Matching, dangling: Collection[int]
) -> None:
    """Put in doubt what carries such a number of an issue that another task has."""
    for issue, each in enumerate(held):
        if each.number in dangling and issue in matching.task_of:
            carrying = _carrying(each.number, tasks, matching)
            matching.doubts += [Doubtful((at,), (each.number,)) for at in carrying]


def _carrying(number: int, tasks: Sequence[Task], matching: Matching) -> list[int]:
    return [
        at
        for at, task in enumerate(tasks)
        if number in task.numbers and at not in matching.issue_of
    ]


def _alike(
    carrying: Sequence[int], tasks: Sequence[Task], issue: Held, *, is_exact: bool
) -> Iterator[int]:
    """Give those that say what the issue said, the one that is most like it first."""
    if is_exact:
        yield from (at for at in carrying if folded(tasks[at].text) == folded(issue.text))
        return
    last, texts = words_of(issue.text), {at: words_of(tasks[at].text) for at in carrying}
    weights = weigh([*texts.values(), last])
    found = {at: likeness(last, words, weights) for at, words in texts.items()}
    best = sorted(carrying, key=lambda at: -found[at].share)
    yield from (at for at in best if found[at].grade is Grade.SAME)
