"""Ticks that no document has had, of boxes whose lines were taken out before they were written.

Such a line may be put back. Until then the issue that had the box remembers its name: what it stood
in, its words, and how often both came before. The name is forgotten in the write that shows the box
again, or once another issue shows it ticked.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.waits import Waits, said_before
from bot.work.box_names import Line, lines_of, named
from bot.work.boxes import Box
from bot.work.cut import is_cut
from bot.work.listed import Page, Recalled, Wanted

MOST = 100
"""names that an issue remembers: whoever changes a document for ever must not fill its marker, and
more ticks than that do not wait for one merge and lose their lines meanwhile; the oldest go"""
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Returned:
    """``boxes`` are those that stand in issues, and those whose lines are back, by these lines.

    ``left`` are the names that each issue is to remember, by its number.
    """

    boxes: Mapping[int, Recalled] = field(default_factory=dict)
    left: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def returned(
    wanted: Sequence[Wanted],
    pages: Sequence[Page],
    found: Mapping[int, Recalled],
    waiting: Waits,
    root: int = 0,
) -> Returned:
    """Add to what was ``found`` the boxes whose lines are back, ticked, and say what has left.

    Where no issue is to list such a line yet, the one of a number ``root`` is.
    """
    lines = lines_of(wanted) if any(page.left or page.known for page in pages) else ()
    back: dict[int, Recalled] = {}
    answered: set[tuple[int, str]] = set()
    theirs = {page.number for page in pages if page.is_theirs}
    for line in lines:
        goal = line.home or root
        page = _holder(line, pages, found.get(line.box.line))
        if page is None or goal in theirs:
            continue
        box = Box("", line.box.bare, "", done=True, inside=False)
        back[line.box.line] = Recalled(goal, NOWHERE, box, known=False)
        if page.number == goal or line.box.done:
            answered.add((page.number, line.name))
    stand = {line: each for line, each in found.items() if line not in back}
    shown = _shown(lines, stand)
    left = {}
    for page in pages:
        names = (
            name for name in _names(page, stand, waiting)
            if (page.number, name) not in answered and not shown[name] - {page.number}
        )  # fmt: skip
        left[page.number] = tuple(names)[-MOST:]
    return Returned(stand | back, left)


def is_unwritten(each: Recalled, waiting: Waits) -> bool:
    """Tell whether somebody has ticked a box, and the document was never seen to say so."""
    known = each.known is not False
    return each.box.done and not said_before(waiting, each.place, known)


def _names(page: Page, found: Mapping[int, Recalled], waiting: Waits) -> Collection[str]:
    """Name what an issue remembers, and the boxes with such a tick whose lines are gone.

    In a text of somebody's own they stand on, and are remembered as boxes are.
    """
    if page.is_gone:
        return page.left
    standing = dict(named(page))
    if page.is_theirs:
        return [name for name in page.left if name not in standing]
    taken = {each.at for each in found.values() if each.number == page.number}
    lost = (
        name for name, each in standing.items()
        if each.at not in taken and is_unwritten(each, waiting)
    )  # fmt: skip
    return dict.fromkeys((*page.left, *lost))


def _holder(line: Line, pages: Sequence[Page], found: Recalled | None) -> Page | None:
    """Find who remembers a line: its home, or else one alone, where it is alone of its words.

    One that was taken for a box of other words is found by its own.
    """
    if found and (found.box.bare == line.box.bare or is_cut(found.box)):
        return None
    some = [page for page in pages if line.name in page.left]
    home = next((page for page in some if page.number == line.home), None)
    return home or (some[0] if line.only and len(some) == 1 and not found else None)


def _shown(lines: Sequence[Line], found: Mapping[int, Recalled]) -> defaultdict[str, set[int]]:
    """Give the issues that show a box ticked, by all names that its words may have had."""
    shown = defaultdict[str, set[int]](set)
    for line in lines:
        if (each := found.get(line.box.line)) and each.box.done:
            for name in line.names:
                shown[name].add(each.number)
    return shown
