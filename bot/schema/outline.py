"""Which headings of a template name it, and which structure it."""

import re
from collections.abc import Sequence

from bot.markdown.inline import untagged
from bot.model.document import Document, Section
from bot.model.schema import SectionKind
from bot.schema.words import kind_of

_TO_FILL = re.compile(
    r"\[[^\[\]]+\]|<[^<>]+>|\{[^{}#.:][^{}]*\}|-(?:X{2,}|N{2,})|\b(?:N{3,}|0{3,})\b"
)
_GUIDE = re.compile(r"\b(?:template|guide|how to|instructions?|usage|about|readme)\b", re.I)
_MANY_H1 = 3


def titles_and_sections(document: Document) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Part the headings that name the document from those that structure it.

    One H1 is the title. Of two, the second is where it waits to be filled in or nothing but text
    stands above it; the first then heads a guide, and so do the sections below that. An H1 beside
    others that says nothing of the kind is a section, and one called "Meta" is that even alone.
    """
    named = _titles([s for s in document.sections if s.level == 1], len(document.sections))
    first = named[-1].index if len(named) > 1 else -1
    taken = {s.index for s in named}
    sections = (s for s in document.sections if s.index not in taken and s.index > first)
    return tuple(named), tuple(sections)


def _titles(tops: Sequence[Section], headings: int) -> Sequence[Section]:
    able = [top for top in tops if kind_of(top.title) is not SectionKind.METADATA]
    if not able:
        return ()
    to_fill = [_TO_FILL.search(without_tags(top.title)) is not None for top in able[:2]]
    many = len(tops) >= _MANY_H1 or (len(tops) == headings and headings > 1)
    if to_fill == [False, True] and (not many or _GUIDE.search(able[0].title)):
        return able[:2]
    if to_fill[0]:
        return able[:1]
    if many:
        return ()
    return able[: 2 if len(able) > 1 and able[1].index == able[0].index + 1 else 1]


def without_tags(title: str) -> str:
    """Take tags off a heading; a token in angle brackets has none that closes it."""
    return untagged(title) if "</" in title else title
