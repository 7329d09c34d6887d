"""The boxes within the text of an issue, which people tick there as they tick those of the spec.

A box is told by its words, however these are marked up: the same a second time is a second box.
"""

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.markdown.inline import plain, untagged
from bot.work.memory import fingerprint

_BOX = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+\S.*)$", re.M)
_NUMBER = re.compile(r"\[?#\d+\b")
_WORD = re.compile(r"\w+")
_HIDDEN = re.compile(r"[\u200b-\u200d\u2060\ufeff]")  # what keeps mentions and numbers from working
_NAMED = 3  # letters of a name that a marker keeps, behind the digit of each box


@dataclass(frozen=True, slots=True)
class Box:
    """A box in a text: its name there, and its words, bare and as they stand.

    It may stand ``inside`` another one's entry. It ``tells`` of an issue where its words begin with
    the number of one.
    """

    name: str
    bare: str
    words: str
    done: bool
    inside: bool

    @property
    def tells(self) -> bool:
        """Tell whether it stands for an issue, and is none of the spec's."""
        return _NUMBER.match(self.words) is not None


# Each look at a repository reads the texts of all its issues, several times over.
@lru_cache(maxsize=2_048)
def boxes_in(text: str) -> tuple[Box, ...]:
    """Give all boxes, each named by its words and how often these came before."""
    seen: Counter[str] = Counter()
    found: list[Box] = []
    for each in _BOX.finditer(text):
        words = each[3][1:].strip()
        bare = bared(words)
        name = fingerprint(f"{bare}\0{seen[bare]}")
        seen[bare] += 1
        found.append(Box(name, bare, words, each[2] != " ", each[1][0].isspace()))
    return tuple(found)


@lru_cache(maxsize=4_096)
def bared(text: str) -> str:
    """Give the words of a text alone: the same for what a spec says and what its issue shows."""
    shown = plain(_HIDDEN.sub("", html.unescape(text)))
    return " ".join(_WORD.findall((untagged(shown) if "<" in shown else shown).casefold()))


def known_in(boxes: Sequence[Box], known: str) -> tuple[bool | None, ...]:
    """Say what is remembered of each box; where somebody has put in others, by their names."""
    pairs = [(each[1:], each[0] == "1") for each in _parts(known)]
    if [name for name, _ in pairs] == [box.name[:_NAMED] for box in boxes]:
        return tuple(bit for _, bit in pairs)
    told = dict(pairs)
    return tuple(told.get(box.name[:_NAMED]) for box in boxes)


def set_boxes(text: str, states: Sequence[bool]) -> str:
    """Tick and untick the boxes of a text, one after the other."""
    left = iter(states)
    return _BOX.sub(lambda m: f"{m[1]}{'x' if next(left) else ' '}{m[3]}", text)


def cleared(text: str) -> str:
    """Untick all boxes: what is left is the text that somebody has written."""
    return _BOX.sub(r"\1 \3", text)


def noted(boxes: Sequence[Box], states: Sequence[bool]) -> str:
    """Write for a marker what is remembered of each box."""
    pairs = zip(boxes, states, strict=True)
    return "".join(f"{int(state)}{box.name[:_NAMED]}" for box, state in pairs)


def _parts(known: str) -> list[str]:
    size = 1 + _NAMED
    return [known[at : at + size] for at in range(0, len(known), size)]
