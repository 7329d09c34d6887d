"""What a heading is called, whatever stands around its words: numbers, emoji, punctuation, case.

Less is folded than where a heading is sought in a template: ``(optional)`` and ``(required)`` are
not the same here, nor is "3 nines" the same as "4 nines".
"""

import re
from functools import lru_cache
from unicodedata import category

from bot.lifecycle.said import words_of

_NUMBERING = re.compile(
    r"(?:\d++(?:\.\d++)*+[.):]|\d++(?:\.\d++)++|[a-z][.)]|[ivx]{1,5}[.)]|\d\ufe0f?\u20e3) (?=\S)"
)
_ICON = re.compile(r":[a-z][a-z0-9_+-]{1,40}: (?=\S)")
_MEANT = "#%@"  # marks that make another word of one: C and C#
_UNSPOKEN = ("P", "Z", "C", "So", "Sk")  # punctuation, spaces, controls, emoji and their colours
_DRAWN = "\ufe0e\ufe0f\u20e3"  # how an emoji is drawn


@lru_cache(maxsize=4096)
def heading_key(title: str) -> str:
    """Give the form in which two headings are equal that say the same."""
    text = " ".join(words_of(title)).casefold()
    bare = _ICON.sub("", text, count=1) if _ICON.match(text) else text
    first = next((at for at, letter in enumerate(bare) if _is_spoken(letter)), 0)
    if match := _NUMBERING.match(bare, first):
        bare = bare[match.end() :]
    spoken = "".join(letter if _is_spoken(letter) else " " for letter in bare)
    return " ".join(spoken.split()) or text


def _is_spoken(letter: str) -> bool:
    if letter in _MEANT:
        return True
    return letter not in _DRAWN and not category(letter).startswith(_UNSPOKEN)
