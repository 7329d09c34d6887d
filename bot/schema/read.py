"""Document + Schema → ``Spec``: everything that rules and callers want to know of one spec."""

from collections.abc import Mapping
from dataclasses import replace

from bot.markdown.inline import plain
from bot.model.document import Document, Field
from bot.model.schema import Schema, SectionKind, SectionSchema, Tier
from bot.model.spec import Leftover, Spec, SpecField, SpecSection, State
from bot.model.stage import Stage
from bot.schema.decisions import read_decisions
from bot.schema.duplicates import find_duplicates
from bot.schema.fieldset import field_key
from bot.schema.holding import Holding
from bot.schema.items import read_items
from bot.schema.kept import kept_prompts
from bot.schema.leftovers import find_leftovers
from bot.schema.match import match_sections
from bot.schema.matching import Matching
from bot.schema.named import read_id, read_title
from bot.schema.questions import read_questions
from bot.schema.state import state_of
from bot.schema.status import read_status, status_fields
from bot.schema.unwritten import template_lines
from bot.schema.within import parts_of


def read_spec(document: Document, schema: Schema, path: str, stages: Mapping[str, Stage]) -> Spec:
    """Hold a document against its template."""
    matching = match_sections(document, schema)
    own = read_id(document, schema, path)
    sections = _sections(document, schema, matching, own)
    kept = kept_prompts(document, schema, matching)
    leftovers = find_leftovers(document, schema, matching, sections, kept)
    sections = _with_leftovers(sections, leftovers)
    holding = Holding(document, schema, matching)
    asked = holding.of_kind(SectionKind.QUESTIONS, sections)
    decided = holding.of_kind(SectionKind.DECISIONS, sections)
    skip = template_lines(sections, leftovers) | {prompt.line for prompt in kept}
    in_log = {n for s in decided for n in range(s.line, s.end)}
    decisions = read_decisions(document, decided, skip)
    statuses = status_fields(document.fields)
    status = read_status(statuses, schema, stages)
    return Spec(
        path=path,
        document=document,
        schema=schema,
        affinity=affinity(schema, matching),
        id=own,
        title=read_title(document, schema, matching, own),
        status=status.word,
        stage=status.stage,
        sections=sections,
        fields=_fields(document, schema),
        statuses=statuses,
        leftovers=leftovers,
        questions=read_questions(document, asked, decisions, skip | in_log),
        decisions=decisions,
        items=read_items(document, holding),
        duplicates=find_duplicates(document, schema, matching),
    )


def affinity(schema: Schema, matching: Matching) -> float:
    """Give the share of the template's required sections that the document has."""
    wanted = [s for s in schema.sections if s.tier is Tier.REQUIRED]
    if not wanted:
        wanted = list(schema.sections)
    return sum(s.index in matching.found for s in wanted) / len(wanted)


def _sections(
    document: Document, schema: Schema, matching: Matching, own: str | None
) -> tuple[SpecSection, ...]:
    found: list[SpecSection] = []
    unwritten: set[int] = set()
    alike = _members_of_patterns(schema)
    pairs = [(wanted, matching.found.get(wanted.index)) for wanted in schema.sections]
    for wanted, section in reversed((*pairs, *matching.extra)):  # parts before what they are in
        if section is None:
            found.append(SpecSection(wanted, None, State.MISSING, None, wanted.title))
            continue
        answered = any(part.index not in unwritten for part in parts_of(document, section))
        others = alike.get((wanted.parent, wanted.family), ())
        state = state_of(section, wanted, document, own, others, answered=answered)
        if state is State.EMPTY and _holds_one_part(wanted, schema):
            state = State.PRESENT  # the part it should hold is missing, and reported by its name
        if state in (State.UNTOUCHED, State.EMPTY):
            unwritten.add(section.index)
        title = plain(section.title) if wanted.repeatable else wanted.title
        found.append(SpecSection(wanted, section, state, section.line, title))
    return tuple(reversed(found))


def _members_of_patterns(schema: Schema) -> dict[tuple[int, str], list[SectionSchema]]:
    members: dict[tuple[int, str], list[SectionSchema]] = {}
    for wanted in schema.sections:
        if wanted.repeatable:
            members.setdefault((wanted.parent, wanted.family), []).append(wanted)
    return members


def _holds_one_part(wanted: SectionSchema, schema: Schema) -> bool:
    """Tell whether a section of the template is but a frame around one required part."""
    parts = [s for s in schema.sections if s.parent == wanted.index and s.tier is Tier.REQUIRED]
    return len(parts) == 1 and not wanted.sample


def _with_leftovers(
    sections: tuple[SpecSection, ...], leftovers: tuple[Leftover, ...]
) -> tuple[SpecSection, ...]:
    if not leftovers:
        return sections
    lines = [leftover.line for leftover in leftovers]
    changed = []
    for section in sections:
        found = section.found
        left = found and any(found.line <= n < found.stop for n in lines)
        spoilt = left and section.state is State.PRESENT
        changed.append(replace(section, state=State.PLACEHOLDER) if spoilt else section)
    return tuple(changed)


def _fields(document: Document, schema: Schema) -> tuple[SpecField, ...]:
    found: dict[str, Field] = {}
    for field in document.fields:
        found.setdefault(field_key(field.name), field)
    return tuple(SpecField(wanted, found.get(wanted.key)) for wanted in schema.fields)
