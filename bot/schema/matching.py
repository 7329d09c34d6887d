"""The pairs of sections: which of the document's answers which of the template's."""

from dataclasses import dataclass, field

from bot.model.document import Document, Section
from bot.model.schema import SectionSchema


@dataclass(slots=True)
class Matching:
    """The pairs found, by index of the template's section and of the document's."""

    found: dict[int, Section] = field(default_factory=dict)
    claimed: dict[int, int] = field(default_factory=dict)
    extra: list[tuple[SectionSchema, Section]] = field(default_factory=list)

    def claim(self, wanted: SectionSchema, section: Section) -> None:
        """Take a section of the document for one of the template."""
        self.found[wanted.index] = section
        if section.index >= 0:
            self.claimed[section.index] = wanted.index

    def add(self, wanted: SectionSchema, section: Section) -> None:
        """Take a section for a further instance of a pattern."""
        self.extra.append((wanted, section))
        self.claimed[section.index] = wanted.index

    def in_place(self, section: Section, wanted: SectionSchema, document: Document) -> bool:
        """Tell whether a section stands where the template has it: within the same, or none."""
        if wanted.parent >= 0:
            around = self.found.get(wanted.parent)
            return around is not None and around.line < section.line < around.end
        above = section.parent
        while above >= 0 and above not in self.claimed:
            above = document.sections[above].parent
        return above < 0
