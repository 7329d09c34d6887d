"""Which issue stands for which part of a long list: by what it is a part of, and its place there.

What it is a part of may grow, and may be renamed: the titles of the parts tell neither.
"""

import re
from collections.abc import Sequence

from bot.model.work import Kept, Memory
from bot.work.memory import TOLD, number_in
from bot.work.node import Node

_PART = re.compile(r" \((\d+) of \d+\)$")
_ROOM = 30  # letters for the place


def group_of(above: Node, nth: int, groups: Sequence[Kept]) -> Kept | None:
    """Give the issue of the part of that place, if it has one.

    A phase remembers the title by which its parts know it. A run that was cut off between the two
    leaves them with different ones: then it is what hangs below it.
    """
    title = above.kept.memory.text if above.kept and above.phase else above.phase
    placed = [each for each in groups if _place(each.memory) == nth]
    called = (each for each in placed if each.memory.phase == title)
    below = (each for each in placed if each.issue.parent == above.number is not None)
    return next(called, None) or next(below, None)


def words_of(above: Node, nth: int, count: int) -> str:
    """Say which part it is, in words of which the end is not cut off in its memory."""
    return f"{above.phase[: TOLD - _ROOM]} ({nth} of {count})"


def _place(memory: Memory) -> int:
    found = _PART.search(memory.text)
    return number_in(found[1]) if found else 0
