"""Numbers that tasks carried before any issue had them: what gets one later is not theirs by it.

Issues are counted on, so a number that somebody has made up, or has brought along from elsewhere,
is given to some other task's issue sooner or later. The tracking issue remembers such numbers, and
who brought them. From these they are no evidence; where one of these was reworded, or is gone, they
are evidence from nobody but who says the same as the issue.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.model.work import Task
from bot.work.exact import folded
from bot.work.held import Doubtful, Held, Matching
from bot.work.likeness import Grade, likeness, weigh
from bot.work.memory import TOLD, fingerprint
from bot.work.words import words_of

Dangling: TypeAlias = Mapping[int, Collection[str]]  # by number, the marks of who brought it
MOST_NUMBERS = 500  # that are remembered


def mark_of(task: Task) -> str:
    """Tell a task that brings a number from others."""
    return mark_of_text(task.text)


def mark_of_text(text: str) -> str:
    """Tell it by as much of its text as an issue remembers."""
    return fingerprint(folded(text[:TOLD]))


def dangling_in(
    tasks: Sequence[Task], found: Sequence[int | None], known: Dangling, standing: Collection[int]
) -> tuple[tuple[int, str], ...]:
    """Give the numbers that dangle, and those that did as long as others than their own carry them.

    The tasks come with their issues as ``found``. Of what is ``known`` to have dangled, something
    may be ``standing`` by now.
    """
    carried = defaultdict[int, list[str]](list)
    for task, issue in zip(tasks, found, strict=True):
        for number in task.numbers:
            if number != issue:
                carried[number].append(mark_of(task))
    pairs: list[tuple[int, str]] = []
    for number, marks in sorted(carried.items()):
        is_open = number in standing and number not in found  # whose it is, nobody can tell yet
        if number in known or number not in standing:
            who = known[number] if number in known and is_open else marks
            pairs += [(number, mark) for mark in dict.fromkeys(who)]
    return tuple(pairs[:MOST_NUMBERS])


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which numbers are evidence: none from who is ``mute``, and ``weak`` ones need the words."""

    mute: frozenset[tuple[int, int]]
    weak: frozenset[int]

    def tells(self, at: int, number: int) -> bool:
        """Tell whether the number of the task at a place tells enough."""
        return number not in self.weak and (at, number) not in self.mute


def evidence_of(tasks: Sequence[Task], dangling: Dangling) -> Evidence:
    """Hold what is remembered against the tasks of today."""
    mute = frozenset(
        (at, number)
        for at, task in enumerate(tasks)
        for number in task.numbers
        if number in dangling and mark_of(task) in dangling[number]
    )
    there = {(number, mark_of(tasks[at])) for at, number in mute}
    weak = (n for n, marks in dangling.items() if not there.issuperset((n, mark) for mark in marks))
    return Evidence(mute, frozenset(weak))


def by_dangling(
    tasks: Sequence[Task],
    held: Sequence[Held],
    matching: Matching,
    evidence: Evidence,
    *,
    is_exact: bool,
) -> None:
    """Match tasks by such numbers and by their words, the very same or such that are plain."""
    for issue, each in enumerate(held):
        if each.number not in evidence.weak or issue in matching.task_of:
            continue
        carrying = [
            at
            for at, task in enumerate(tasks)
            if each.number in task.numbers
            and at not in matching.issue_of
            and (at, each.number) not in evidence.mute
        ]
        for at in _alike(carrying, tasks, each, is_exact=is_exact):
            matching.join(at, issue)
            break


def doubt_numbers(
    tasks: Sequence[Task], held: Sequence[Held], matching: Matching, evidence: Evidence
) -> None:
    """Put in doubt what carries the number of an issue, and has not got it."""
    places = {issue.number: at for at, issue in enumerate(held)}
    for at, task in enumerate(tasks):
        carried = [number for number in dict.fromkeys(task.numbers) if number in places]
        if carried and at not in matching.issue_of:
            # of an issue whose own task is gone, it is clear that it is not this one's
            is_clear = all((at, number) in evidence.mute for number in carried)
            matching.doubts.append(Doubtful((at,), tuple(carried), is_clear=is_clear))


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
