"""Words in the form in which their inflections are one, and how one word stands for another."""

import re
from functools import lru_cache

from bot.schema.fold import fold
from bot.work.vocabulary import SAME, TURNS

_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ing|ed)$")
_NOUN = re.compile(r"(?<=[a-z]{4})(?:ation|ate|ion)$")
_OF_DOING = re.compile(r"(?<=[a-z]{4})ment$")
_VOWEL = re.compile(r"[aeiouy]")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1$")
_PLAIN = re.compile(r"[a-z]+")
_IRREGULAR = {"using": "use", "used": "use", "wrote": "write", "written": "write", "built": "build"}
_IRREGULAR |= {"made": "make", "making": "make", "ran": "run"}
_LONGEST = 40  # letters of a word that is looked into
_FIVE, _SEVEN, _NINE = 5, 7, 9


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Give the form in which a word in lower case is that of its plural, its past, its noun."""
    if len(word) > _LONGEST or not _PLAIN.fullmatch(word):
        return word
    core = _IRREGULAR.get(word) or fold(word)
    short = _ENDINGS.sub("", core)
    if short != core and _VOWEL.search(short):
        core = short + "e" if short.endswith("at") else short
    core = _OF_DOING.sub("", _NOUN.sub("", core))
    short = core[:-1] if core.endswith("e") and len(core) > len("use") else core
    short = _TWICE.sub(r"\1", short)
    return core if short in TURNS else short


_GROUPS: dict[str, frozenset[int]] = {
    root: frozenset(at for at, group in enumerate(SAME) if root in {stem(w) for w in group})
    for root in {stem(word) for group in SAME for word in group}
}


def is_synonym(one: str, other: str) -> bool:
    """Tell whether two stems say the same of a thing."""
    groups = _GROUPS.get(one)
    return groups is not None and not groups.isdisjoint(_GROUPS.get(other, ()))


def is_slip(one: str, other: str, *, named: bool) -> bool:
    """Tell whether one of two words is the other, mistyped.

    Short words become other words by a single letter ("form", "from"); so do longer ones, if that
    letter stands for another ("state", "stale"). What is ``named`` has to be longer still.
    """
    shorter = min(len(one), len(other))
    if shorter < (_SEVEN if named else _FIVE) or one[0] != other[0]:
        return False
    if not may_be_slip(one, other):
        return False
    return (
        len(one) != len(other)
        or shorter >= _NINE
        or (shorter >= _SEVEN and not named)
        or (sorted(one) == sorted(other))
    )


def may_be_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or max(len(one), len(other)) > _LONGEST:
        return False
    if min(len(one), len(other)) < len("done") or not _PLAIN.fullmatch(one + other):
        return False
    start, stop = _frame(one, other)
    left, right = one[start : len(one) - stop], other[start : len(other) - stop]
    return (
        len(left + right) == 1
        or len(left) == len(right) == 1
        or (len(left) == len("ab") and left == right[::-1])
    )


def _frame(one: str, other: str) -> tuple[int, int]:
    """Count the letters that two words begin with alike, and of the rest those they end with."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    left = shorter - start
    stop = next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)
    return start, stop
