"""Which box that stands in an issue is which of the spec, wherever its task has moved since.

All lists of a spec are looked at together: a task may have gone from one phase to another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.model.work import Task
from bot.work.boxes import Box, boxes_in
from bot.work.held import Held
from bot.work.identity import match

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Page:
    """A text that stands in an issue, and what is remembered of its boxes, a digit each."""

    number: int
    text: str
    known: str
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A box of the spec, in the words in which an issue would show it."""

    line: int
    words: str
    done: bool
    phase: str = ""
    steps: tuple["Wanted", ...] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """A box as it stands: in the issue of a number, at a place in its text.

    What both sides had agreed on is not ``known`` where somebody has written boxes into the text.
    """

    number: int
    at: int
    box: Box
    known: bool | None


def recall(wanted: Sequence[Wanted], pages: Sequence[Page]) -> dict[int, Recalled]:
    """Find the boxes of tasks in lists, and below them those within: by the line of each."""
    every = [each for page in pages for each in _all(page)]
    phases = {page.number: page.phase for page in pages}
    tops = [each for each in every if not each.box.inside and not each.box.tells]
    found: dict[int, Recalled] = {}
    for at, place in _pairs(wanted, tops, phases).items():
        task, top = wanted[at], tops[place]
        found[task.line] = top
        found |= recall_steps(task.steps, _below(every, top))
    return found


def recall_steps(wanted: Sequence[Wanted], standing: Sequence[Recalled]) -> dict[int, Recalled]:
    """Find boxes among those of one task."""
    return {wanted[at].line: standing[to] for at, to in _pairs(wanted, standing, {}).items()}


def recalled_in(page: Page) -> tuple[Recalled, ...]:
    """Give all boxes of a text."""
    return tuple(_all(page))


def _all(page: Page) -> list[Recalled]:
    boxes = boxes_in(page.text)
    bits = [bit == "1" for bit in page.known] if len(page.known) == len(boxes) else None
    return [
        Recalled(page.number, at, box, bits[at] if bits else None) for at, box in enumerate(boxes)
    ]


def _below(every: Sequence[Recalled], top: Recalled) -> list[Recalled]:
    """Give the boxes that stand below a task."""
    found: list[Recalled] = []
    for each in every[every.index(top) + 1 :]:
        if not each.box.inside or each.number != top.number:
            break
        found.append(each)
    return found


def _pairs(
    wanted: Sequence[Wanted], standing: Sequence[Recalled], phases: Mapping[int, str]
) -> dict[int, int]:
    """Pair places with places: of the same words, or as alike as a task and its issue are."""
    words = [_as_cut(each.words, standing) for each in wanted]
    if words == [each.box.words for each in standing]:
        return {at: at for at in range(len(words))}
    tasks = [
        Task(text, at, each.done, each.phase if phases else "")
        for at, (text, each) in enumerate(zip(words, wanted, strict=True))
    ]
    held = [
        Held(at, each.box.words, phases.get(each.number, ""), is_done=bool(each.known))
        for at, each in enumerate(standing, start=1)
    ]
    numbers = match(tasks, held).numbers
    return {at: number - 1 for at, number in enumerate(numbers) if number}


def _as_cut(words: str, standing: Sequence[Recalled]) -> str:
    """Cut words as the text has them, where that had no room for more."""
    cut = (each.box.words for each in standing if each.box.words.endswith(_CUT))
    return next((text for text in cut if words.startswith(text.removesuffix(_CUT).rstrip())), words)
