"""The boxes within the text of an issue, which people tick there, and those of the document.

They are told by their words, and by likeness where these have changed: the same words a second time
are a second box.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.model.work import Task
from bot.work.agree import agree
from bot.work.held import Held
from bot.work.identity import match
from bot.work.memory import fingerprint

_NUMBER = re.compile(r"\[?#\d+\b")  # what the task of a list begins with that has an issue
_BOX = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+\S.*)$", re.M)


@dataclass(frozen=True, slots=True)
class Shared:
    """A box of the document: whether it is ticked there, and what it shows where it is new."""

    done: bool
    shown: bool


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


@dataclass(frozen=True, slots=True)
class _Box:
    name: str
    words: str
    done: bool
    known: bool


def merge_boxes(
    text: str,
    standing: str,
    known: str,
    shared: Sequence[Shared | None],
    waits: Callable[[str], bool],
) -> Boxed:
    """Merge the boxes of a text with those that stand.

    Those that the document has are ``shared``, in their order, None where a box says something
    else; where they are not as many, the text is cut or shows boxes that are none, and the document
    is left alone. ``known`` is what both were when the text that stands was written; ``waits``
    tells by its name whether the write-back is about to change a box.
    """
    told, before = tuple(_told(text, "")), tuple(_told(standing, known))
    origins, is_whole = _origins(told, before), len(shared) == len(told)
    both = shared if is_whole else [Shared(box.done, box.done) for box in told]
    states: list[bool] = []
    digits: list[bool] = []
    moved: list[Moved] = []
    for at, (box, mine) in enumerate(zip(told, both, strict=True)):
        if mine is None:
            states.append(box.done)
            digits.append(box.done)
            continue
        old = before[origins[at]] if at in origins else None
        shown, bit = (old.done, old.known) if old else (mine.shown, mine.done)
        is_waiting = bool(is_whole and old and waits(old.name))
        agreed = agree(before=bit, box=mine.done, closed=shown, is_waiting=is_waiting)
        # the write-back names it by the words that stand: under others it waits anew
        is_seen = agreed.box is None or bool(is_waiting and old and old.name == box.name)
        states.append(agreed.done)
        digits.append(agreed.done if is_seen else mine.done)
        if agreed.box is not None and is_whole:
            moved.append(Moved(at, box.name, agreed.box))
    return Boxed(set_boxes(text, states), _digits(digits), tuple(moved))


def places_in(text: str, other: str) -> Mapping[int, int]:
    """Say where the boxes of a text stand in another one, which somebody has not written into."""
    return _origins(tuple(_told(text, "")), tuple(_told(other, "")))


def boxes_in(text: str) -> tuple[str, ...]:
    """Give the words of all boxes in a text."""
    return tuple(box.words for box in _told(text, ""))


def tasks_in(text: str) -> tuple[str, ...]:
    """Give the words of the tasks that a text lists without an issue, not of their steps."""
    found = (each for each in _BOX.finditer(text) if not each[1][0].isspace())
    words = (each[3][1:].strip() for each in found)
    return tuple(each for each in words if not _NUMBER.match(each))


def unagreed(text: str, known: str, waits: Callable[[str], bool]) -> str:
    """Remember what the boxes of the document say that wait for the write-back, if that ends."""
    told = _told(text, known)
    return _digits([not box.done if waits(box.name) else box.known for box in told])


def set_boxes(text: str, states: Sequence[bool]) -> str:
    """Tick and untick the boxes of a text, one after the other."""
    left = iter(states)
    return _BOX.sub(lambda m: f"{m[1]}{'x' if next(left) else ' '}{m[3]}", text)


def cleared(text: str) -> str:
    """Untick all boxes: what is left is the text that somebody has written."""
    return _BOX.sub(r"\1 \3", text)


def _digits(states: Sequence[bool]) -> str:
    return "".join(map(str, map(int, states)))


def _told(text: str, known: str) -> Iterator[_Box]:
    """Give each box, named by its words and how often they came before."""
    seen: Counter[str] = Counter()
    found = list(_BOX.finditer(text))
    digits = known if len(known) == len(found) else ""
    for at, each in enumerate(found):
        ticked, words = each[2] != " ", each[3][1:].strip()
        name = fingerprint(f"{words}\0{seen[words]}")
        seen[words] += 1
        yield _Box(name, words, ticked, digits[at] == "1" if digits else ticked)


def _origins(told: Sequence[_Box], before: Sequence[_Box]) -> Mapping[int, int]:
    """Say which of the boxes before each one is; what nobody can tell is a new one."""
    if [box.name for box in told] == [box.name for box in before]:
        return {at: at for at in range(len(told))}
    tasks = [Task(box.words, at, box.done) for at, box in enumerate(told, start=1)]
    held = [Held(at, box.words, "", is_done=box.known) for at, box in enumerate(before, start=1)]
    numbers = match(tasks, held).numbers
    return {at: number - 1 for at, number in enumerate(numbers) if number}
