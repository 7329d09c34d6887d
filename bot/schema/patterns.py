"""Headings that are patterns: ``Phase 1: [Name]``, ``Component A``, ``{option 1}``, ``On <topic>``.

A pattern is named by its *family*: the folded word that its instances count (``phase``), or the
folded heading with ``*`` where tokens stand (``on*``); ``*`` alone fits whatever stands there.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bot.schema.fold import fold

_SLOT = r"(?:\[|<|\{+)(?:\w{1,2}|#+|number|letter)(?:\]|>|\}+)"  # [N], <n>, {A}
_COUNT = rf"(?:\d{{1,3}}[a-z]?|[IVX]{{1,5}}|[A-Z]|{_SLOT})"
_COUNTED = re.compile(rf"([^\W\d_][\w ]{{1,30}}?) +{_COUNT}(?=\W*$|\s*[:.)—–-])")
_NAMED = re.compile(r"([^\W\d_][\w ]{1,30}?) ?: ?[\[<{]")
_ALL_TOKEN = re.compile(r"[\[<{].*[\]>}]|`[^`]+`")
_OPEN = re.compile(r"[\[<{]|\bN\b")
_INSTANCE = re.compile(
    rf"\W{{0,20}}([^\W\d_][\w -]{{0,30}}?)(?:\s+{_COUNT}(?=\W|$)|\s*:|\s*[—–-]\s)"
)
_ANYTHING = "ꙮ"  # a letter that stands for a token while a heading is folded
_LONGEST = 300  # letters of a heading that are looked at
_STARS = re.compile(r"\*{2,}")


class Patterns:
    """The headings of a template, each of which may be an instance of a pattern."""

    def __init__(self, titles: Iterable[str], tokens: re.Pattern[str] | None) -> None:
        """Take all titles, since a count alone makes a pattern only where there are several."""
        counted = (_COUNTED.match(" ".join(title.split())) for title in titles)
        self._counts = Counter(fold(match[1]) for match in counted if match)
        self._tokens = tokens

    def family(self, title: str) -> str:
        """Name the pattern that a heading is an instance of; empty where it is none."""
        text = " ".join(title.split())[:_LONGEST]
        if _ALL_TOKEN.fullmatch(text):
            return "*"
        if counted := _COUNTED.match(text):
            stem = fold(counted[1])
            if self._counts[stem] > 1 or _OPEN.search(text):
                return stem
        if named := _NAMED.match(text):
            return fold(named[1])
        if self._tokens and self._tokens.search(text):
            return _STARS.sub(
                "*", fold(self._tokens.sub(f" {_ANYTHING} ", text)).replace(_ANYTHING, "*")
            )
        return ""


@lru_cache(maxsize=16384)
def is_instance(title: str, family: str) -> bool:
    """Tell whether a title is an instance of a pattern: ``Phase 4: Testing`` of "phase"."""
    if family == "*":
        return False
    title = title[:_LONGEST]
    if "*" in family:
        return _fits(fold(title), family)
    match = _INSTANCE.match(title)
    return match is not None and fold(match[1]) == family


def _fits(text: str, family: str) -> bool:
    """Tell whether a text is what a family says, where each ``*`` may be anything."""
    first, *between, last = family.split("*")
    at, end = len(first), len(text) - len(last)
    if at > end or not (text.startswith(first) and text.endswith(last)):
        return False
    for piece in between:  # the first place of each leaves most to the others
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True
