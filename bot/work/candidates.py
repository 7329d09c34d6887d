"""Which pairs of tasks and issues are worth comparing: few for each, however alike all are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.work.words import Words

_RARE = 12  # words of a task that are looked up, the rarest first
_OFTEN = 40  # issues with a word, beyond which it tells nothing
_MOST = 6  # issues that a task is compared with, for its words


def candidates(
    looking: Sequence[int],
    free: Sequence[int],
    new: Sequence[Words],
    old: Sequence[Words],
    near: Mapping[int, Sequence[int]],
) -> Iterator[tuple[int, int]]:
    """Pair each task that looks for an issue with those it shares rare words with, or its place."""
    having = defaultdict[str, list[int]](list)
    for issue in free:
        for stem in dict.fromkeys(old[issue].stems):
            having[stem].append(issue)
    for task in looking:
        words = dict.fromkeys(new[task].stems)
        known = [stem for stem in words if 0 < len(having.get(stem, ())) <= _OFTEN]
        known.sort(key=lambda stem: len(having[stem]))
        shared = defaultdict[int, float](float)
        for stem in known[:_RARE]:
            for issue in having[stem]:
                shared[issue] += 1 / len(having[stem])
        best = sorted(shared, key=lambda issue: (-shared[issue], issue))[:_MOST]
        for issue in dict.fromkeys([*best, *near.get(task, ())]):
            yield task, issue
