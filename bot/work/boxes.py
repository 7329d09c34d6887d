"""The boxes within the text of an issue, which people tick there as they tick those of the spec.

A box is told by its words: the same words a second time are a second box.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.work.agree import agree
from bot.work.memory import fingerprint

_BOX = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+\S.*)$", re.M)
_NUMBER = re.compile(r"\[?#\d+\b")


@dataclass(frozen=True, slots=True)
class Box:
    """A box in a text: its name there, and its words. It may stand ``inside`` another one's entry.

    It ``tells`` of an issue where its words begin with the number of one.
    """

    name: str
    words: str
    done: bool
    inside: bool

    @property
    def tells(self) -> bool:
        """Tell whether it stands for an issue, and is none of the spec's."""
        return _NUMBER.match(self.words) is not None


@dataclass(frozen=True, slots=True)
class Shared:
    """A box of the spec in a text: whether it is ticked there, and what stands of it.

    It is ``shown`` ticked or not, and ``known`` is what both sides had agreed on. It may wait for
    the write-back under a name.
    """

    done: bool
    shown: bool
    known: bool
    waits_as: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A box that the document has to follow, by its place and its name in the text."""

    at: int
    name: str
    done: bool


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text whose boxes say what both sides have agreed on; ``known`` is that, a digit each."""

    text: str
    known: str
    moved: tuple[Moved, ...] = ()


def boxes_in(text: str) -> tuple[Box, ...]:
    """Give all boxes, each named by its words and how often these came before."""
    seen: Counter[str] = Counter()
    found: list[Box] = []
    for each in _BOX.finditer(text):
        words = each[3][1:].strip()
        name = fingerprint(f"{words}\0{seen[words]}")
        seen[words] += 1
        found.append(Box(name, words, each[2] != " ", each[1][0].isspace()))
    return tuple(found)


def merge_boxes(text: str, shared: Sequence[Shared | None]) -> Boxed:
    """Tick the boxes of a text as both sides want them; what is not shared stays as it is."""
    states: list[bool] = []
    digits: list[bool] = []
    moved: list[Moved] = []
    for at, (box, mine) in enumerate(zip(boxes_in(text), shared, strict=True)):
        if mine is None:
            states.append(box.done)
            digits.append(box.done)
            continue
        is_waiting = mine.waits_as != ""
        agreed = agree(before=mine.known, box=mine.done, closed=mine.shown, is_waiting=is_waiting)
        # under another name it is not what the write-back holds, which is made anew after this
        is_seen = agreed.box is None or mine.waits_as == box.name
        states.append(agreed.done)
        digits.append(agreed.done if is_seen else mine.done)
        if agreed.box is not None:
            moved.append(Moved(at, box.name, agreed.box))
    return Boxed(set_boxes(text, states), _digits(digits), tuple(moved))


def unagreed(text: str, known: str, waits: Callable[[str], bool]) -> str:
    """Remember what the boxes of the document say that wait for the write-back, if that ends."""
    bits = zip(boxes_in(text), known, strict=False)
    return _digits([not box.done if waits(box.name) else bit == "1" for box, bit in bits])


def set_boxes(text: str, states: Sequence[bool]) -> str:
    """Tick and untick the boxes of a text, one after the other."""
    left = iter(states)
    return _BOX.sub(lambda m: f"{m[1]}{'x' if next(left) else ' '}{m[3]}", text)


def cleared(text: str) -> str:
    """Untick all boxes: what is left is the text that somebody has written."""
    return _BOX.sub(r"\1 \3", text)


def _digits(states: Sequence[bool]) -> str:
    return "".join(map(str, map(int, states)))
