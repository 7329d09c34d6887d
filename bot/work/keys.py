"""The keys of issues: what a spec's are told by, and each of them among the spec's.

A key is made once, from what stands there then, and kept for good: a run that was cut off makes the
same key again, and finds by it what it had made.
"""

from collections.abc import Container

from bot.model.work import Rank
from bot.work.memory import fingerprint


def family_key(path: str, template: str, taken: Container[str]) -> str:
    """Make a key for a spec; one of that path may have been another's, which has moved away."""
    return _free(fingerprint(f"{template}\0{path}"), taken)


def part_key(family: str, rank: Rank, words: str, taken: Container[str]) -> str:
    """Make a key for a phase, a group or a task: the same words a second time get a number."""
    return _free(f"{family}/{rank[0]}{fingerprint(words)}", taken)


def _free(key: str, taken: Container[str]) -> str:
    found, nth = key, 2
    while found in taken:
        found, nth = f"{key}.{nth}", nth + 1
    return found
