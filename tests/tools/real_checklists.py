"""Real checklists, and real items of elsewhere to be put into them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.markdown.decode import decode
from bot.markdown.inline import plain
from bot.markdown.parse import parse_lines
from bot.model.document import Document, ListItem
from tests.tools.checklist_edits import EDITS, Entry, sibling

_OURS = Path(__file__).resolve().parents[2] / "templates"
_FEWEST, _MOST = 3, 40
_LETTERS = range(6, 400)  # of an item; less says nothing, more is a paragraph


@dataclass(frozen=True, slots=True)
class Real:
    """The items of a document, under its title."""

    title: str
    entries: list[Entry]


def checklists(folder: Path) -> tuple[list[Real], list[Real]]:
    """Read the boxes of each document, or the entries of its lists where it has too few."""
    boxed, listed = list[Real](), list[Real]()
    # apart from each other: the order, and with it each draw, is not to hang on how a path is given
    for path in (*sorted(folder.glob("*/docs/*")), *sorted(_OURS.rglob("*.md"))):
        document = parse_lines(decode(path.read_bytes()))
        outer = [item for item in document.items if not item.depth and len(item.text) in _LETTERS]
        boxes = [item for item in outer if item.ticked is not None]
        items = boxes if len(boxes) >= _FEWEST else outer
        if len(items) >= _FEWEST:
            heads = (each.title for each in document.sections if each.level == 1)
            title = next(heads, path.stem.partition("__")[2] or path.stem)
            real = Real(plain(title), _entries(document, items))
            (boxed if items is boxes else listed).append(real)
    return boxed, listed


def _entries(document: Document, items: Sequence[ListItem]) -> list[Entry]:
    """Give each item the heading above it for a phase."""
    found = []
    for number, item in enumerate(items[:_MOST]):
        above = [section.title for section in document.sections if section.line < item.line]
        found.append(Entry(item.text, above[-1] if above else "", frozenset({number}), item.text))
    return found


def pool(lists: Sequence[Real], own: int, chance: random.Random) -> list[str]:
    """Take real items to be put in, from other documents, no other version of this one."""
    mine = {bare(entry.text) for entry in lists[own].entries}
    far = chance.sample(list(lists), min(12, len(lists)))
    near = [lists[own - 1], lists[(own + 1) % len(lists)]]
    kin = (r.entries for r in far + near if mine.isdisjoint(bare(e.text) for e in r.entries))
    return [entry.text for entries in kin for entry in entries] or ["Another thing altogether"]


def edited(
    entries: Sequence[Entry], others: Sequence[str], count: int, chance: random.Random
) -> list[Entry]:
    """Edit a checklist in so many ways."""
    new = list(entries)
    edits = chance.choices(EDITS, k=count)
    for edit in sorted(edits, key=lambda edit: edit is sibling):  # what is split later is not new
        new = edit(new, others, chance)
    new = [entry for entry in new if entry.text.strip()]
    phases = list(dict.fromkeys(entry.phase for entry in new))
    return sorted(new, key=lambda entry: phases.index(entry.phase))


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """Give the words of an item, whatever they are set in."""
    return " ".join(plain(text).casefold().split()).rstrip(".;:, ")


def fates(
    old: Sequence[Entry], new: Sequence[Entry], places: set[int], doubtful: set[int]
) -> Iterator[tuple[str, list[Entry], list[int]]]:
    """Tell for what has survived of a checklist whether it is ``kept``, ``in doubt`` or ``lost``.

    Of the old items those at some ``places`` were found; ``doubtful`` are places of new ones. With
    each come the old items that it is, and the places where it stands. What has the same words is
    each other.
    """
    by_origin: dict[frozenset[int], list[int]] = {}
    for at, entry in enumerate(new):
        if entry.origins:
            by_origin.setdefault(entry.origins, []).append(at)
    alike = {bare(old[place].text) for place in places}
    for origins, stands in by_origin.items():
        words = {bare(old[origin].text) for origin in origins}
        fate = "in doubt" if not doubtful.isdisjoint(stands) else "lost"
        if not origins.isdisjoint(places) or not words.isdisjoint(alike):
            fate = "kept"
        yield fate, [old[origin] for origin in sorted(origins)], stands
