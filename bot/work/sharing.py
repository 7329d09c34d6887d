"""Boxes that a spec and the text of an issue have in common: what both are to say of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.model.waits import Waits, said_before
from bot.work.agree import Agreed, agree
from bot.work.boxes import boxes_in, known_in, noted, set_boxes


@dataclass(frozen=True, slots=True)
class Shared:
    """A box of the spec in a text: whether it is ticked there, and what stands of it.

    It is ``shown`` ticked or not, and ``known`` is what both sides had agreed on. It may wait for
    the write-back under a name; where it is ``leaving`` that, it is not to be held there any more.
    """

    done: bool
    shown: bool
    known: bool
    waits_as: str = ""
    leaving: bool = False

    @property
    def agreed(self) -> Agreed:
        """Say what both sides are to be."""
        is_waiting = self.waits_as != ""
        return agree(before=self.known, box=self.done, closed=self.shown, is_waiting=is_waiting)


@dataclass(frozen=True, slots=True)
class Moved:
    """A box that the document has to follow, by its place and its name in the text."""

    at: int
    name: str
    done: bool


@dataclass(frozen=True, slots=True)
class Boxed:
    """A text whose boxes say what both sides have agreed on; ``known`` is that, for a marker."""

    text: str
    known: str
    moved: tuple[Moved, ...] = ()


def merge_boxes(
    text: str, shared: Sequence[Shared | None], unwritten: Collection[int] = ()
) -> Boxed:
    """Tick the boxes of a text as both sides want them; what is not shared stays as it is.

    An ``unwritten`` tick, of a box at such a place, goes on counting as not agreed on: its line may
    come back.
    """
    states: list[bool] = []
    digits: list[bool] = []
    moved: list[Moved] = []
    boxes = boxes_in(text)
    for at, (box, mine) in enumerate(zip(boxes, shared, strict=True)):
        if mine is None:
            states.append(box.done)
            digits.append(box.done and at not in unwritten)
            continue
        agreed = mine.agreed
        # under another name it is not what the write-back holds, which is made anew after this
        is_held = mine.waits_as == box.name and not mine.leaving
        is_seen = agreed.box is None or is_held
        states.append(agreed.done)
        digits.append(agreed.done if is_seen else mine.done)
        if agreed.box is not None:
            moved.append(Moved(at, box.name, agreed.box))
    return Boxed(set_boxes(text, states), noted(boxes, digits), tuple(moved))


def unagreed(text: str, known: str, number: int, waiting: Waits) -> str:
    """Remember what the boxes of the document say that wait for the write-back, if that ends."""
    if not any(place.startswith(f"{number}.") for place in waiting):
        return known
    boxes = boxes_in(text)
    pairs = zip(boxes, known_in(boxes, known), strict=True)
    states = [said_before(waiting, f"{number}.{box.name}", bool(bit)) for box, bit in pairs]
    return noted(boxes, states)
