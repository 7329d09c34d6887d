"""What the sections of a document hold: as the template has it, else as their titles say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from bot.model.document import Document, Label, Section
from bot.model.schema import Schema, SectionKind
from bot.model.spec import SpecSection
from bot.schema.matching import Matching
from bot.schema.planned import heads_work, is_phase, none_of
from bot.schema.words import kind_of

_OF_BOXES = (
    SectionKind.WORK,
    SectionKind.GATES,
    SectionKind.QUESTIONS,
    SectionKind.DECISIONS,
    SectionKind.DEPENDENCIES,
)


class Holding:
    """Knows of each section of one document what it holds."""

    def __init__(self, document: Document, schema: Schema, matching: Matching) -> None:
        """Tell the kinds of all sections at once: they are asked for many times."""
        self._sections = document.sections
        self._starts = [s.line for s in document.sections]
        self._labels = [label for label in document.labels if _tells(label)]
        boxes = [item.line for item in document.items if item.ticked is not None]
        self._kinds: list[SectionKind] = []
        for section in document.sections:
            kind = _kind(section, schema, matching)
            if kind is SectionKind.PROSE and _has_any(boxes, section):
                kind = self._kind_of_boxes(section)
            self._kinds.append(kind)

    def at(self, line: int) -> Section | None:
        """Give the section that a line is in."""
        index = bisect_right(self._starts, line) - 1
        return self._sections[index] if index >= 0 else None

    def kinds(self, section: Section | None) -> Iterator[SectionKind]:
        """Give the kinds of a section and of those around it, from the inside."""
        while section:
            yield self._kinds[section.index]
            section = self._sections[section.parent] if section.parent >= 0 else None

    def label_at(self, line: int) -> Label | None:
        """Give the line in bold that a line stands below, where that tells of its boxes."""
        at = bisect_right(self._labels, line, key=_line) - 1
        label = self._labels[at] if at >= 0 else None
        return label if label and line < label.stop else None

    def says(self, section: Section | None) -> SectionKind | None:
        """Give the kind of the nearest section that is about boxes."""
        return next((kind for kind in self.kinds(section) if kind in _OF_BOXES), None)

    def _kind_of_boxes(self, section: Section) -> SectionKind:
        """Say what boxes are of which the template says nothing."""
        if none_of(section.title):
            return SectionKind.GATES
        is_title = section.level == 1 and not section.index
        above = self.says(self._sections[section.parent]) if section.parent >= 0 else None
        if is_title or above not in {None, SectionKind.WORK} or not heads_work(section.title):
            return SectionKind.PROSE
        return SectionKind.WORK

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
        found = schema.sections[wanted]
        # where no heading is called like a pattern, it takes them all
        is_other = (
            found.repeatable and found.kind is SectionKind.WORK and not is_phase(section.title)
        )
        return (none_of(section.title) or found.kind) if is_other else found.kind
    return SectionKind.PROSE if section.level == 1 else kind_of(section.title)


def _tells(label: Label) -> bool:
    return is_phase(label.title) or none_of(label.title) is not None


def _has_any(boxes: Sequence[int], section: Section) -> bool:
    at = bisect_left(boxes, section.line)
    return at < len(boxes) and boxes[at] < section.end


def _line(label: Label) -> int:
    return label.line
