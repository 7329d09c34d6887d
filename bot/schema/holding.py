"""What the sections of a document hold: as the template has it, else as their titles say."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionKind
from bot.model.spec import SpecSection
from bot.schema.matching import Matching
from bot.schema.words import kind_of


class Holding:
    """Knows of each section of one document what it holds."""

    def __init__(self, document: Document, schema: Schema, matching: Matching) -> None:
        """Tell the kinds of all sections at once: they are asked for many times."""
        self._sections = document.sections
        self._starts = [s.line for s in document.sections]
        self._kinds = [_kind(section, schema, matching) for section in document.sections]

    def at(self, line: int) -> Section | None:
        """Give the section that a line is in."""
        index = bisect_right(self._starts, line) - 1
        return self._sections[index] if index >= 0 else None

    def kinds(self, section: Section | None) -> Iterator[SectionKind]:
        """Give the kinds of a section and of those around it, from the inside."""
        while section:
            yield self._kinds[section.index]
            section = self._sections[section.parent] if section.parent >= 0 else None

    def of_kind(self, kind: SectionKind, sections: Iterable[SpecSection]) -> list[Section]:
        """Give the outermost sections of a kind, labels among them."""
        found: list[Section] = []
        for section in self._sections:
            if self._kinds[section.index] is kind and (not found or section.line >= found[-1].end):
                found.append(section)
        labels = [s.found for s in sections if s.found and s.schema.label and s.schema.kind is kind]
        return [*found, *(label for label in labels if label.index < 0)]


def _kind(section: Section, schema: Schema, matching: Matching) -> SectionKind:
    wanted = matching.claimed.get(section.index)
    if wanted is not None:
        return schema.sections[wanted].kind
    return SectionKind.PROSE if section.level == 1 else kind_of(section.title)
