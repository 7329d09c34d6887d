"""Names of boxes that outlast their lists: what each stands in, its words, and how often before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.work.listed import Page, Recalled, Wanted, recalled_in
from bot.work.memory import fingerprint


@dataclass(frozen=True, slots=True)
class Line:
    """A box of today's document, the issue that lists it, and its name there.

    ``names`` are all that its words may have, in whichever list.
    """

    box: Wanted
    home: int
    name: str
    names: tuple[str, ...]

    @property
    def only(self) -> bool:
        """Tell whether no other line has its words."""
        return len(self.names) == 1


def named(page: Page) -> Iterator[tuple[str, Recalled]]:
    """Name all boxes of a text; in a list, they stand in the tasks that are not inside another."""
    seen = Counter[tuple[str, str]]()
    top = ""
    for each in recalled_in(page):
        inside = page.is_list and each.box.inside
        key = (top if inside else "", each.box.bare)
        top = top if inside else each.box.bare
        yield _name(*key, seen[key]), each
        seen[key] += 1


def _name(above: str, bare: str, nth: int) -> str:
    return fingerprint(f"{above}\0{bare}\0{nth}")


def lines_of(wanted: Sequence[Wanted]) -> list[Line]:
    """Name the boxes of a document as the text does that is to list them."""
    every = [
        (top.home, above, box)
        for top in wanted
        for above, box in (("", top), *((top.bare, step) for step in top.steps))
    ]
    total = Counter((above, box.bare) for _, above, box in every)
    names = {key: tuple(_name(*key, nth) for nth in range(total[key])) for key in total}
    seen = Counter[tuple[int, str, str]]()
    lines: list[Line] = []
    for home, above, box in every:
        some, nth = names[above, box.bare], seen[home, above, box.bare]
        lines.append(Line(box, home, some[nth], some))
        seen[home, above, box.bare] += 1
    return lines
