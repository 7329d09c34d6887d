"""A misspelt word put right within its line, where there is little doubt about either.

What is merely alike is not enough: "rejected" is much like "accepted", and "not approved" like
"approved". Slips rarely hit the first letter, and what turns a word round stands before it.
"""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\s_-]+"
_SURE = 0.8


def respelt(line: str, value: str, meant: str) -> str | None:
    """Put what is meant for the words that a value begins with; None where that is not sure."""
    wanted = _WORD.findall(meant)
    words = _WORD.findall(value)[: len(wanted) + 1]
    likeness, typed = max(
        ((_likeness(words[:end], wanted), words[:end]) for end in range(1, len(words) + 1)),
        default=(0.0, []),
    )
    if likeness < _SURE or typed[0][0].casefold() != wanted[0][0].casefold():
        return None
    pattern = _BETWEEN.join(map(re.escape, typed))
    found = list(re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", line))
    if len(found) != 1:
        return None
    start, stop = found[0].span()
    return f"{line[:start]}{_as_begun(typed[0], meant)}{line[stop:]}"


def _likeness(words: list[str], wanted: list[str]) -> float:
    one, other = (" ".join(each).casefold() for each in (words, wanted))
    if sorted(one) == sorted(other):  # letters that changed places: short words lose much by it
        return 1.0
    return SequenceMatcher(None, one, other).ratio()


def _as_begun(typed: str, meant: str) -> str:
    """Begin with a capital where the author does; what the template capitalises stays so."""
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
