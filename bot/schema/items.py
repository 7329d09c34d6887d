"""Boxes to tick: the work that becomes issues, and the gates that have to hold."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.markdown.inline import plain
from bot.model.document import Document, ListItem, Section
from bot.model.schema import SectionKind
from bot.model.spec import Item
from bot.schema.words import PHASE

_ISSUE = re.compile(r"\s*\((?:\[)?#(\d{1,9})(?:\]\([^)\s]*\))?\)")


def read_items(
    document: Document,
    section_at: Callable[[int], Section | None],
    kind_of: Callable[[Section], SectionKind],
) -> tuple[Item, ...]:
    """Read the outermost boxes of a document; a box within a box is part of that one's text."""
    found: list[Item] = []
    for item in _outermost(document.items):
        section = section_at(item.line)
        kinds = [kind_of(s) for s in _upwards(document, section)]
        if SectionKind.QUESTIONS in kinds[:2]:
            continue
        work = _is_work(kinds)
        link = _ISSUE.search(item.text)
        found.append(
            Item(
                text=_ISSUE.sub("", item.text).strip() if link else item.text,
                line=item.line,
                done=bool(item.ticked),
                phase=_phase(section, kinds) if work else None,
                kind="work" if work else "gate",
                issue=int(link[1]) if link else None,
            )
        )
    return tuple(found)


def _outermost(items: Sequence[ListItem]) -> Iterator[ListItem]:
    inside: int | None = None
    for item in items:
        if inside is not None and item.depth > inside:
            continue
        inside = None
        if item.ticked is not None:
            inside = item.depth
            yield item


def _upwards(document: Document, section: Section | None) -> Iterator[Section]:
    while section:
        yield section
        section = document.sections[section.parent] if section.parent >= 0 else None


def _is_work(kinds: Sequence[SectionKind]) -> bool:
    """Say what the nearest section that is about boxes says."""
    for kind in kinds:
        if kind is SectionKind.WORK:
            return True
        if kind in (SectionKind.GATES, SectionKind.DEPENDENCIES, SectionKind.DECISIONS):
            return False
    return False


def _phase(section: Section | None, kinds: Sequence[SectionKind]) -> str | None:
    if section is None:
        return None
    nested = SectionKind.WORK in kinds[1:]
    return plain(section.title) if nested or PHASE.match(section.title) else None
