"""What a template asks of the documents that are made from it."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.model.stage import Stage


class Tier(StrEnum):
    """How much a section is wanted: a missing one is an error, a warning, or nothing."""

    REQUIRED = "required"
    EXPECTED = "expected"
    OPTIONAL = "optional"


class SectionKind(StrEnum):
    """What a section holds, beyond prose."""

    PROSE = "prose"
    QUESTIONS = "questions"
    WORK = "work"
    GATES = "gates"
    DECISIONS = "decisions"
    DEPENDENCIES = "dependencies"
    METADATA = "metadata"
    REFERENCES = "references"


class FieldKind(StrEnum):
    """What a field's value has to look like."""

    STATUS = "status"
    DATE = "date"
    VERSION = "version"
    ID = "id"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class SectionSchema:
    """One section of the template.

    ``keys`` are the folded forms of its title that a document's heading may have. ``family`` is
    shared by siblings that are instances of one pattern (``Phase 1``, ``Phase 2``) and empty
    elsewhere. ``sample`` is the template's own text, folded for comparison; empty where leaving
    it in place is fine. ``prompts`` are the paragraphs and list entries of it that ask to be
    replaced, ``stand_ins`` the entries among them that stand for the author's own, ``frame`` what
    is no text: heads of tables, a motto below a line across; all folded. ``dressed`` says that only
    emphasis tells its prompts. ``skeleton`` is what to paste where the section is missing.
    ``label`` marks a line in bold that heads a list, instead of a heading.
    """

    index: int
    title: str
    path: tuple[str, ...]
    level: int
    line: int
    parent: int
    tier: Tier
    why: str
    kind: SectionKind
    repeatable: bool
    keys: frozenset[str]
    family: str = ""
    sample: str = ""
    prompts: frozenset[str] = frozenset()
    stand_ins: frozenset[str] = frozenset()
    frame: frozenset[str] = frozenset()
    dressed: bool = False
    skeleton: str = ""
    label: bool = False


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """One piece of metadata that the template has.

    ``section`` is the index of the template's section that holds it (-1: the head).
    ``skeleton`` is the template's own line for it.
    """

    name: str
    required: bool
    kind: FieldKind
    values: tuple[str, ...]
    closed: bool
    key: str
    section: int = -1
    shape: str = ""
    skeleton: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class StatusSchema:
    """The vocabulary of the status field and the stage that each word means."""

    values: tuple[str, ...]
    closed: bool
    stages: dict[str, Stage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that is derived from one template."""

    name: str
    source: str
    sections: tuple[SectionSchema, ...]
    fields: tuple[FieldSchema, ...]
    status: StatusSchema | None
    placeholders: tuple[str, ...]
    id_pattern: str | None = None
    path_pattern: str | None = None
    own_id: str | None = None
    guide: bool = False
    titles: tuple[str, ...] = ()
    digest: str = ""
