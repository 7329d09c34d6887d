"""The last evidence: of what is left, what is most alike, and stands where it did."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.model.work import Task
from bot.work.candidates import candidates
from bot.work.contest import Contest, Pair, Side
from bot.work.exact import folded
from bot.work.held import Doubtful, Held, Matching
from bot.work.likeness import Grade, likeness, weigh
from bot.work.places import Places
from bot.work.words import words_of

_MARGIN = 0.08  # of a task's candidates, those that are less like it than the best by no more
_SUPPORT = 0.05  # what a place that fits adds to a likeness
_FITS = 2  # things that have to say so, that the place fits


def by_likeness(tasks: Sequence[Task], held: Sequence[Held], matching: Matching) -> None:
    """Match what is left where it is plain, and put in doubt where it is not."""
    every = sorted(_pairs(tasks, held, matching), key=lambda p: (-p.rank, p.task, p.issue))
    around = defaultdict[int, set[frozenset[str]]](set)
    for pair in every:
        if pair.found.new_within:
            around[pair.task].add(pair.words[1])
    pairs = [pair for pair in every if pair.found.grade is not Grade.OTHER]
    contest = Contest(pairs, around)
    torn: list[Pair] = []
    for pair in pairs:
        if not pair.is_one or not _is_free(pair, matching):
            continue
        rivals = [p for p in contest.rivals(pair) if _is_free(p, matching)]
        if contest.is_open(pair, rivals):
            torn += [pair, *rivals]
        else:
            matching.join(pair.task, pair.issue)
    best: dict[int, float] = {}
    for pair in pairs:
        best.setdefault(pair.task, pair.rank)
    left = [pair for pair in pairs if pair.rank >= best[pair.task] - _MARGIN] + torn
    _doubt([pair for pair in left if _is_free(pair, matching)], held, matching)


def _pairs(tasks: Sequence[Task], held: Sequence[Held], matching: Matching) -> Iterator[Pair]:
    """Compare what is left; a copy of what has its issue already is none of that."""
    copies = {folded(tasks[at].text) for at in matching.issue_of}
    looking = [
        at for at, task in enumerate(tasks)
        if matching.is_open(at) and folded(task.text) not in copies
    ]  # fmt: skip
    free = [
        at for at, issue in enumerate(held)
        if at not in matching.task_of and not issue.is_gone and not issue.is_over
    ]  # fmt: skip
    if not looking or not free:
        return
    new = [words_of(task.text) for task in tasks]
    old = [words_of(issue.text) for issue in held]
    weights = weigh([*new, *old])
    places = Places(tasks, held, matching)
    near = places.beside(looking, free)
    for task, issue in candidates(looking, free, new, old, near):
        found = likeness(old[issue], new[task], weights)
        if found.grade is Grade.OTHER and not found.new_within:
            continue
        support = places.support(task, issue)
        is_one = found.grade is Grade.SAME or (found.grade is Grade.NEAR and support >= _FITS)
        rank = found.share + _SUPPORT * support
        words = frozenset(new[task].stems), frozenset(old[issue].stems)
        texts = folded(tasks[task].text), folded(held[issue].text)
        yield Pair(task, issue, rank, found, is_one, texts, words)


def _is_free(pair: Pair, matching: Matching) -> bool:
    return matching.is_open(pair.task) and pair.issue not in matching.task_of


def _doubt(pairs: Sequence[Pair], held: Sequence[Held], matching: Matching) -> None:
    """Put in doubt together what hangs together."""
    linked = defaultdict[Side, set[Side]](set)
    for pair in pairs:
        for one, other in (pair.sides, pair.sides[::-1]):
            linked[one].add(other)
    seen = set[Side]()
    for start in list(linked):
        group, waiting = set[Side](), [start]
        while waiting:
            side = waiting.pop()
            if side not in seen:
                seen.add(side)
                group.add(side)
                waiting += linked[side]
        if group:
            tasks = tuple(sorted(at for kind, at in group if kind == "task"))
            numbers = tuple(sorted(held[at].number for kind, at in group if kind == "issue"))
            matching.doubts.append(Doubtful(tasks, numbers))
