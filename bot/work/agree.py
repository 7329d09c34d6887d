"""A box and its issue: two sides that people change, held against what they had agreed on.

Whoever has moved away from that is followed. Both sides know but yes and no: where both have moved
they agree again. A box that only waits for the write-back has not been moved by anybody.
"""

from dataclasses import dataclass

from bot.model.issue import Issue, Reason

_DROPPED = (Reason.NOT_PLANNED, Reason.DUPLICATE)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What both sides are to say, and what can be remembered as what both have said.

    ``box`` is what the write-back has to make of the box; None where that is right.
    """

    done: bool
    known: bool
    box: bool | None = None


NEITHER = Agreed(done=False, known=False)


def agree(
    *, before: bool, box: bool, closed: bool, is_waiting: bool = False, is_held: bool = True
) -> Agreed:
    """Merge the two sides; ``is_waiting`` tells that the write-back holds a change of the box.

    Where it is not to be ``is_held`` there any more, what the box says is remembered before that is
    forgotten, and it is followed again as soon as it can be.

    That they agree is remembered once it is seen, and not when it is about to be brought about: a
    run may be cut off in between, and would take its own word for somebody's.
    """
    has_box_moved = box != before and not is_waiting
    done = box if has_box_moved else closed if closed != before else before
    is_seen = closed == done and (box == done or (is_waiting and is_held))
    known = done if is_seen else before if is_held or not is_waiting else box
    return Agreed(done, known, None if box == done else done)


def is_done(issue: Issue) -> bool:
    """Tell whether somebody has closed it as done."""
    return not issue.is_open and issue.reason not in _DROPPED


def is_dropped(issue: Issue) -> bool:
    """Tell whether it was closed without being done."""
    return not issue.is_open and issue.reason in _DROPPED
