"""The longest part of a sequence that is in order already: all else has to move, and no more."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_rise(ranks: Sequence[int]) -> set[int]:
    """Give the positions of a longest run of rising ranks; what lies between does not count."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(ranks)
    for at, rank in enumerate(ranks):
        length = bisect_left(tails, rank)
        before[at] = ends[length - 1] if length else -1
        tails[length : length + 1] = [rank]
        ends[length : length + 1] = [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found
