"""Which equal words of two texts are each other's, where one stands there several times."""

from collections import defaultdict
from collections.abc import Sequence


def equal_words(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Pair equal words: what both begin and end with, then wherever they stand."""
    shorter = min(len(old), len(new))
    both = zip(old, new, strict=False)
    start = next((at for at, (one, other) in enumerate(both) if one != other), shorter)
    ends = zip(reversed(old), reversed(new), strict=False)
    stop = next((at for at, (one, other) in enumerate(ends) if one != other), shorter)
    stop = min(stop, shorter - start)
    pairs = {at: at for at in range(start)}
    pairs |= {len(old) - at: len(new) - at for at in range(1, stop + 1)}
    inner = range(start, len(old) - stop), range(start, len(new) - stop)
    for sides in (2, 1, 0):
        _with_neighbours(old, new, inner, pairs, sides)
    return pairs


def _with_neighbours(
    old: Sequence[str],
    new: Sequence[str],
    inner: tuple[range, range],
    pairs: dict[int, int],
    sides: int,
) -> None:
    """Pair equal words that have the same word on both sides, on one, or on none."""
    taken = set(pairs.values())
    places = defaultdict[tuple[str, ...], list[int]](list)
    for at in reversed(inner[1]):
        if at not in taken:
            for context in _contexts(new, at, sides):
                places[context].append(at)
    for at in inner[0]:
        if at in pairs:
            continue
        for context in _contexts(old, at, sides):
            found = places[context]
            while found and found[-1] in taken:
                found.pop()
            if found:
                pairs[at] = found.pop()
                taken.add(pairs[at])
                break


def _contexts(stems: Sequence[str], at: int, sides: int) -> tuple[tuple[str, ...], ...]:
    before = stems[at - 1] if at else ""
    after = stems[at + 1] if at + 1 < len(stems) else ""
    if sides == 0:
        return ((stems[at],),)
    if sides == 1:
        return (("after", before, stems[at]), ("before", after, stems[at]))
    return ((before, stems[at], after),)
