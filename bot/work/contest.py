"""Whose an issue is that several tasks want, or a task that several issues want."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.work.likeness import Likeness

_MOST = 20  # pairs of one side that are looked at, the best of them
_MARGIN = 0.08  # what is less like than this by no more is a rival

Side = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A task and an issue that may be one, with the texts and the words of both.

    It ``is_one`` where nothing else contends.
    """

    task: int
    issue: int
    rank: float
    found: Likeness
    is_one: bool
    texts: tuple[str, str]
    words: tuple[frozenset[str], frozenset[str]]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Give the two that are paired, apart from each other."""
        return ("task", self.task), ("issue", self.issue)


class Contest:
    """All pairs, the best first, with the words of the issues that have all words of a task."""

    def __init__(self, pairs: Sequence[Pair], around: Mapping[int, set[frozenset[str]]]) -> None:
        self._around = around
        self._by_task = defaultdict[int, list[Pair]](list)
        self._by_issue = defaultdict[int, list[Pair]](list)
        for pair in pairs:
            self._by_task[pair.task].append(pair)
            self._by_issue[pair.issue].append(pair)

    def rivals(self, pair: Pair) -> list[Pair]:
        """Give those that are hardly less like, unless they are at home with another.

        Those of the very same text stand for each other, and contend for nothing.
        """
        tasks, issues = self._by_issue[pair.issue][:_MOST], self._by_task[pair.task][:_MOST]
        found = [p for p in issues if p.issue != pair.issue and p.texts[1] != pair.texts[1]]
        found += [p for p in tasks if p.task != pair.task and p.texts[0] != pair.texts[0]]
        return [p for p in found if p.is_one and self._contends(p, pair)]

    def is_open(self, pair: Pair, rivals: Sequence[Pair]) -> bool:
        """Tell whether nobody can say to whom the two belong."""
        best = max(self._by_task[pair.task][0].rank, self._by_issue[pair.issue][0].rank)
        return (
            best > pair.rank
            or self._is_scrap(pair)
            or (bool(rivals) and not _is_merged_or_split(pair, rivals))
        )

    def _contends(self, rival: Pair, pair: Pair) -> bool:
        if rival.rank < pair.rank - _MARGIN:
            return False
        home = self._by_issue[rival.issue] if rival.task == pair.task else self._by_task[rival.task]
        return home[0].rank <= rival.rank + _MARGIN

    def _is_scrap(self, pair: Pair) -> bool:
        """Tell whether all words of the task are in several issues: it may be a part of each."""
        return pair.found.new_within and len(self._around[pair.task]) > 1


def _is_merged_or_split(pair: Pair, rivals: Sequence[Pair]) -> bool:
    """Tell whether a task has all words of some issues, or an issue of some tasks, each its own."""
    every = (pair, *rivals)
    merged = all(p.task == pair.task and p.found.old_within for p in every)
    split = all(p.issue == pair.issue and p.found.new_within for p in every)
    return (merged or split) and _differ([p.words[merged] for p in every])


def _differ(parts: Sequence[frozenset[str]]) -> bool:
    return not any(one <= other for one in parts for other in parts if one is not other)
