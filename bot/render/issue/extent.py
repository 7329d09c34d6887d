"""How much an issue tells at most: steps by which it is folded until GitHub takes it."""

from dataclasses import dataclass, replace
from functools import cache

MOST = 60_000
"""characters; GitHub takes 65,536, and a person's own text stands below ours"""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a list or a text there is room for.

    ``detail`` are characters of a task's own text, ``words`` those of a line in a list; ``rows``
    are the tasks of each phase, ``asks`` the lines of each list that wants somebody's word. Without
    ``is_worded`` a task that has an issue is its number alone, which GitHub unfolds.
    """

    detail: int = 40_000
    words: int = 200
    rows: int = 2_000
    phases: int = 200
    asks: int = 50
    is_worded: bool = True
    has_graph: bool = True


@cache
def extents() -> tuple[Extent, ...]:
    """Give ever shorter ways to tell the same."""
    first = Extent()
    brief = replace(first, words=80, detail=15_000)
    terse = replace(brief, words=40, detail=5_000, asks=20, is_worded=False)
    few = replace(terse, rows=20, phases=60)
    bare = replace(few, rows=5, phases=40, asks=5, detail=1_000, has_graph=False)
    return (first, brief, terse, few, bare, replace(bare, rows=0, phases=10, asks=2, detail=0))
