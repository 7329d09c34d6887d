"""The first evidence: the number of an issue that a task carries in the document."""

from collections.abc import Sequence

from bot.model.work import Task
from bot.work.dangling import Evidence
from bot.work.exact import folded
from bot.work.held import Held, Matching
from bot.work.likeness import likeness, weigh
from bot.work.words import words_of


def by_number(
    tasks: Sequence[Task], held: Sequence[Held], matching: Matching, evidence: Evidence
) -> None:
    """Match tasks by the issues that they carry; who carries one is never matched by its words.

    Of several tasks with one number, as after a line was copied, the one most like the last text
    keeps it.
    """
    places = {issue.number: at for at, issue in enumerate(held)}
    claims: dict[int, list[int]] = {}
    for at, task in enumerate(tasks):
        if task.numbers:
            matching.set_aside.add(at)
        for number in dict.fromkeys(task.numbers):
            if number in places and evidence.tells(at, number):
                claims.setdefault(places[number], []).append(at)
    for issue, claiming in claims.items():
        free = [at for at in claiming if at not in matching.issue_of]
        if free:
            matching.join(_most_like(free, tasks, held[issue]), issue)


def _most_like(claiming: Sequence[int], tasks: Sequence[Task], issue: Held) -> int:
    if len(claiming) == 1:
        return claiming[0]
    texts = [words_of(tasks[at].text) for at in claiming]
    last = words_of(issue.text)
    weights = weigh([*texts, last])
    return max(
        zip(claiming, texts, strict=True),
        key=lambda each: (
            folded(tasks[each[0]].text) == folded(issue.text),
            likeness(last, each[1], weights).share,
        ),
    )[0]
