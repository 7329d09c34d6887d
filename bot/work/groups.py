"""Which issue stands for which part of a long list: by what it is a part of, and its place there.

What it is a part of may grow, and may be renamed: the titles of the parts tell neither.
"""

from collections.abc import Sequence

from bot.model.work import Kept, Memory
from bot.work.node import Node


def group_of(above: Node, nth: int, groups: Sequence[Kept]) -> Kept | None:
    """Give the issue of the part of that place, if it has one.

    A phase remembers the title by which its parts know it. A run that was cut off between the two
    leaves them with different ones: then it is what hangs below it.
    """
    title = above.kept.memory.text if above.kept and above.phase else above.phase
    placed = [each for each in groups if _place(each.memory).startswith(f" ({nth} of ")]
    called = (each for each in placed if each.memory.phase == title)
    below = (each for each in placed if each.issue.parent == above.number is not None)
    return next(called, None) or next(below, None)


def _place(memory: Memory) -> str:
    return memory.text.removeprefix(memory.phase)
