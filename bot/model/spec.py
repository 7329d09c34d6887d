"""A document held against its template: what stands where, in which state."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.document import Document, Field, Section, Waiver
from bot.model.schema import FieldSchema, Schema, SectionSchema
from bot.model.stage import Stage

ENOUGH = 0.5
"""the share of a template's required sections that makes a document one of its own"""


class State(StrEnum):
    """How far a section of the template is filled in."""

    PRESENT = "present"
    MISSING = "missing"
    EMPTY = "empty"
    UNTOUCHED = "untouched"
    PLACEHOLDER = "placeholder"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class SpecSection:
    """A section of the template and the section of the document that answers it, if any."""

    schema: SectionSchema
    found: Section | None
    state: State
    line: int | None
    title: str


@dataclass(frozen=True, slots=True)
class SpecField:
    """A field of the template and the document's own, if it has it."""

    schema: FieldSchema
    found: Field | None


@dataclass(frozen=True, slots=True)
class Leftover:
    """Tokens of the template that still stand in a line."""

    line: int
    tokens: tuple[str, ...]
    section: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the document asks, and whether it is settled."""

    text: str
    line: int
    resolved: bool
    closed_by: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A box to tick: *work* becomes an issue, a *gate* has to hold before the spec is done.

    It is a gate and ``is_loose`` where nothing around it says what it is.
    """

    text: str
    line: int
    done: bool
    phase: str | None
    kind: str
    issue: int | None
    is_loose: bool = False

    @property
    def may_be_work(self) -> bool:
        """Tell whether it is work, or would stay it once it was."""
        return self.kind == "work" or self.is_loose


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that the document points at: another spec, a path."""

    kind: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Spec:
    """All that rules need to know of one document."""

    path: str
    document: Document
    schema: Schema
    affinity: float
    id: str | None
    title: str | None
    status: str | None
    stage: Stage | None
    sections: tuple[SpecSection, ...]
    fields: tuple[SpecField, ...]
    statuses: tuple[Field, ...]
    leftovers: tuple[Leftover, ...]
    questions: tuple[Question, ...]
    decisions: tuple[str, ...]
    items: tuple[Item, ...]
    duplicates: tuple[tuple[Section, SectionSchema], ...] = ()

    @property
    def off_template(self) -> bool:
        """Tell whether it has too little of its template to be judged section by section."""
        return self.affinity < ENOUGH


@dataclass(frozen=True, slots=True)
class Waived:
    """A waiver and how many findings it took away."""

    waiver: Waiver
    findings: int
