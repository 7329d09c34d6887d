"""Boxes as they stand in issues, and as a spec has them, in the same words."""

from dataclasses import dataclass

from bot.work.boxes import Box, boxes_in, known_in


@dataclass(frozen=True, slots=True)
class Page:
    """A text that stands in an issue, and what is remembered of its boxes.

    ``left`` are the names of those that have left it. It ``is_list`` of tasks, or else shows what
    stands within one. It ``is_gone`` where the document had lost what it is about; it ``is_theirs``
    where somebody has written into it, and then it is not made anew.
    """

    number: int
    text: str
    known: str
    phase: str = ""
    left: tuple[str, ...] = ()
    is_list: bool = True
    is_gone: bool = False
    is_theirs: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A box of the spec, in its bare words; ``home`` is the issue that is to list it, if any."""

    line: int
    bare: str
    done: bool
    phase: str = ""
    home: int = 0
    steps: tuple["Wanted", ...] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """A box as it stands: in the issue of a number, at a place in its text.

    What both sides had agreed on is not ``known`` of one that somebody has put in.
    """

    number: int
    at: int
    box: Box
    known: bool | None

    @property
    def place(self) -> str:
        """Name it as the write-back does, where it waits for that."""
        return f"{self.number}.{self.box.name}"


def recalled_in(page: Page) -> tuple[Recalled, ...]:
    """Give all boxes of a text."""
    boxes = boxes_in(page.text)
    pairs = zip(boxes, known_in(boxes, page.known), strict=True)
    return tuple(Recalled(page.number, at, box, bit) for at, (box, bit) in enumerate(pairs))
