"""The boxes within the text of an issue, which people tick there, and those of the document.

They are told by their words: the same words a second time are a second box.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.work.agree import agree

_BOX = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+\S.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text whose boxes say what both sides have agreed on.

    ``known`` is what can be remembered of them, a digit each; ``moved`` are the places of those
    that the document has to follow, with what they are to be.
    """

    text: str
    known: str
    moved: tuple[tuple[int, bool], ...] = ()


def merge_boxes(
    text: str,
    standing: str,
    known: str,
    waits: Sequence[bool],
    ticked: Sequence[bool],
) -> Boxed:
    """Merge the boxes of a text with those that stand.

    The document has ``ticked`` some of them; where it has not as many, the text is cut or shows
    boxes that are none, and the document is left alone. ``known`` is what both were when the text
    that stands was written; ``waits`` tells of each whether the write-back is about to change it.
    """
    before = {name: (ticked, bit) for name, ticked, bit in _told(standing, known)}
    states: list[bool] = []
    digits: list[bool] = []
    moved: list[tuple[int, bool]] = []
    told = list(_told(text, ""))
    is_whole = len(ticked) == len(told)
    boxes = ticked if is_whole else [box for _, box, _ in told]
    for at, ((name, *_), box) in enumerate(zip(told, boxes, strict=True)):
        is_waiting = is_whole and waits[at]
        shown, bit = before.get(name, (box, box))
        agreed = agree(before=bit, box=box, closed=shown, is_waiting=is_waiting)
        states.append(agreed.done)
        # the text and what is remembered of it are written at once
        digits.append(agreed.done if agreed.box is None or is_waiting else bit)
        if agreed.box is not None and is_whole:
            moved.append((at, agreed.box))
    return Boxed(set_boxes(text, states), "".join(map(str, map(int, digits))), tuple(moved))


def unagreed(text: str, known: str, waits: Callable[[int], bool]) -> str:
    """Remember what the boxes of the document say that wait for the write-back, if that ends."""
    told = enumerate(_told(text, known))
    digits = (not ticked if waits(at) else bit for at, (_, ticked, bit) in told)
    return "".join(map(str, map(int, digits)))


def set_boxes(text: str, states: Sequence[bool]) -> str:
    """Tick and untick the boxes of a text, one after the other."""
    left = iter(states)
    return _BOX.sub(lambda m: f"{m[1]}{'x' if next(left) else ' '}{m[3]}", text)


def cleared(text: str) -> str:
    """Untick all boxes: what is left is the text that somebody has written."""
    return _BOX.sub(r"\1 \3", text)


def _told(text: str, known: str) -> Iterator[tuple[tuple[str, int], bool, bool]]:
    """Give each box by its words and how often they came before, ticked or not, and as known."""
    seen: Counter[str] = Counter()
    found = list(_BOX.finditer(text))
    digits = known if len(known) == len(found) else ""
    for at, match in enumerate(found):
        ticked, words = match[2] != " ", match[3].strip()
        yield (words, seen[words]), ticked, digits[at] == "1" if digits else ticked
        seen[words] += 1
