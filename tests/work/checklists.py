"""Checklists and their issues in few words: what stands before and after, one line an item."""

from collections.abc import Sequence

from bot.model.work import Task
from bot.work.identity import Doubtful, Held, match

FIRST = 11  # the number of the first issue


def task(line: str, at: int = 1) -> Task:
    """Read ``phase / text #12``, of which all but the text may be missing."""
    phase, _, text = line.rpartition(" / ")
    words = text.split(" ")
    numbers = tuple(int(word[1:]) for word in words if word[:1] == "#" and word[1:].isdigit())
    text = " ".join(word for word in words if not (word[:1] == "#" and word[1:].isdigit()))
    return Task(text, at, done=False, phase=phase, numbers=numbers)


def held(lines: Sequence[str]) -> list[Held]:
    """Give issues numbers from 11; one that begins with ``-`` is gone, with ``+`` is over."""
    issues = []
    for number, line in enumerate(lines, start=FIRST):
        phase, _, text = line.lstrip("-+").rpartition(" / ")
        issues.append(Held(number, text, phase, line.startswith("-"), line.startswith("+")))
    return issues


def matched(
    before: Sequence[str], after: Sequence[str]
) -> tuple[list[int | None], tuple[Doubtful, ...]]:
    """Match, and give the numbers and the doubts."""
    result = match([task(line, at) for at, line in enumerate(after, start=1)], held(before))
    return list(result.numbers), result.doubts
