"""What stands within a section or a document: parts, the outermost entries of lists, code."""

from bisect import bisect_left
from collections.abc import Sequence

from bot.model.document import Document, ListItem, Section, Span


def parts_of(document: Document, section: Section) -> Sequence[Section]:
    """Give the sections within one, at all levels."""
    start = bisect_left(document.sections, section.line + 1, key=_line)
    stop = bisect_left(document.sections, section.end, key=_line)
    return document.sections[start:stop]


def titles_around(document: Document, line: int) -> list[str]:
    """Give the titles of the sections that a line is in, the innermost first."""
    titles: list[str] = []
    at = bisect_left(document.sections, line + 1, key=_line) - 1
    while at >= 0:
        titles.append(document.sections[at].title)
        at = document.sections[at].parent
    return titles


def outer_items(document: Document, section: Section) -> Sequence[ListItem]:
    """Give the entries of the outermost lists of a section and its parts."""
    start = bisect_left(document.items, section.start, key=_line)
    stop = bisect_left(document.items, section.end, key=_line)
    return [item for item in document.items[start:stop] if not item.depth]


def code_of(document: Document) -> Sequence[Span]:
    """Give the spans of code, less the fences that hold metadata."""
    fields = [field.line for field in document.fields if field.shape == "fence"]
    if not fields:
        return document.code
    return [s for s in document.code if not any(s.start < line < s.stop for line in fields)]


def _line(entry: ListItem | Section) -> int:
    return entry.line
