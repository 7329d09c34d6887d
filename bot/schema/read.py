"""Document + Schema → ``Spec``: everything that rules and callers want to know of one spec."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from bot.markdown.inline import COMMENT, plain, without_code
from bot.model.document import Document, Field, Section
from bot.model.schema import Schema, SectionKind, SectionSchema, Tier
from bot.model.spec import Leftover, Spec, SpecField, SpecSection, State
from bot.model.stage import Stage
from bot.schema.fieldset import field_key
from bot.schema.items import read_items
from bot.schema.match import Matching, duplicates, match_sections
from bot.schema.placeholders import ID_TOKEN, in_code, tokens_pattern
from bot.schema.questions import read_decisions, read_questions
from bot.schema.state import state_of
from bot.schema.status import read_status, status_fields
from bot.schema.words import kind_of

_DEFINED = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S+[ \t]*$")
_A_WORD = 3
_SEPARATOR = " \t:—–-|·#"


def read_spec(document: Document, schema: Schema, path: str, stages: Mapping[str, Stage]) -> Spec:
    """Hold a document against its template."""
    matching = match_sections(document, schema)
    own = _own_id(document, schema, path)
    sections = _sections(document, schema, matching, own)
    leftovers = _leftovers(document, schema, matching, sections)
    sections = _with_leftovers(sections, leftovers)
    untouched = [s.found for s in sections if s.found and s.state is State.UNTOUCHED]
    skip = {n for s in untouched for n in range(s.start, s.stop)}
    skip.update(leftover.line for leftover in leftovers)
    kinds = _Kinds(document, schema, matching)
    asked = kinds.of_kind(SectionKind.QUESTIONS, sections)
    decided = kinds.of_kind(SectionKind.DECISIONS, sections)
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
        title=_title(document, schema, matching, own),
        status=status.word,
        stage=status.stage,
        sections=sections,
        fields=tuple(SpecField(f, _field(document.fields, f.key)) for f in schema.fields),
        statuses=statuses,
        leftovers=leftovers,
        questions=read_questions(document, asked, decisions, skip | in_log),
        decisions=decisions,
        items=read_items(document, kinds.section_at, kinds.kind),
        duplicates=duplicates(document, schema, matching),
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
    for wanted in schema.sections:
        section = matching.found.get(wanted.index)
        if section is None:
            found.append(SpecSection(wanted, None, State.MISSING, None, wanted.title))
            continue
        state = state_of(section, wanted, document, own)
        if state is State.EMPTY and _holds_one_part(wanted, schema):
            state = State.PRESENT  # the part it should hold is missing, and reported by its name
        title = plain(section.title) if wanted.repeatable else wanted.title
        found.append(SpecSection(wanted, section, state, section.line, title))
    for wanted, section in matching.extra:
        state = state_of(section, wanted, document, own)
        found.append(SpecSection(wanted, section, state, section.line, plain(section.title)))
    return tuple(found)


def _holds_one_part(wanted: SectionSchema, schema: Schema) -> bool:
    """Tell whether a section of the template is but a frame around one required part."""
    parts = [s for s in schema.sections if s.parent == wanted.index and s.tier is Tier.REQUIRED]
    return len(parts) == 1 and not wanted.sample


@lru_cache(maxsize=256)
def _pattern(tokens: tuple[str, ...]) -> re.Pattern[str] | None:
    return tokens_pattern(tokens)


def _leftovers(
    document: Document, schema: Schema, matching: Matching, sections: Iterable[SpecSection]
) -> tuple[Leftover, ...]:
    """Find the template's tokens that still stand, outside code and untouched sections."""
    pattern = _pattern(schema.placeholders)
    text = "\n".join(document.lines)
    if not pattern or not pattern.search(text):
        return ()
    if "<!--" in text:
        text = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    untouched = [s.found for s in sections if s.found and s.state is State.UNTOUCHED]
    skip = {n for s in untouched for n in range(s.line, s.stop)}
    code = {n: span.kind for span in document.code for n in range(span.start, span.stop)}
    lines = text.split("\n")
    found: dict[int, list[str]] = {}
    for match in pattern.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        if number in skip or not _counts(match[0], lines[number - 1], text, code.get(number)):
            continue
        found.setdefault(number, []).append(" ".join(match[0].split()))
    starts = [s.line for s in document.sections]
    return tuple(
        Leftover(
            line, tuple(dict.fromkeys(tokens)), _title_at(line, starts, document, schema, matching)
        )
        for line, tokens in found.items()
    )


def _counts(token: str, line: str, text: str, language: str | None) -> bool:
    """Tell whether a token was left behind, and does not stand there for a reason of its own.

    ``language`` is that of the code around it: "" for a fence without one, None outside of code.
    """
    if language is not None:
        return token.startswith("{{") or (not language and in_code(token))
    if _DEFINED.match(line) or (token[0] == "<" and f"</{token[1:]}" in text):
        return False
    at = line.find(token)
    hidden = "`" in line and at >= 0 and without_code(line)[at] != token[0]
    return not hidden or token.startswith("{{") or ID_TOKEN.fullmatch(token) is not None


def _title_at(
    line: int, starts: list[int], document: Document, schema: Schema, matching: Matching
) -> str | None:
    at = bisect_right(starts, line) - 1
    while at >= 0:
        if at in matching.claimed:
            return schema.sections[matching.claimed[at]].title
        at = document.sections[at].parent
    return None


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


class _Kinds:
    """Says what the sections of a document hold: as the template has it, else by their titles."""

    def __init__(self, document: Document, schema: Schema, matching: Matching) -> None:
        self._document = document
        self._schema = schema
        self._claimed = matching.claimed
        self._starts = [s.line for s in document.sections]

    def section_at(self, line: int) -> Section | None:
        at = bisect_right(self._starts, line) - 1
        return self._document.sections[at] if at >= 0 else None

    def kind(self, section: Section) -> SectionKind:
        wanted = self._claimed.get(section.index)
        if wanted is not None:
            return self._schema.sections[wanted].kind
        return SectionKind.PROSE if section.level == 1 else kind_of(section.title)

    def of_kind(self, kind: SectionKind, sections: Iterable[SpecSection]) -> list[Section]:
        """Give the outermost sections of a kind, labels among them."""
        found: list[Section] = []
        labels = [s.found for s in sections if s.found and s.schema.label and s.schema.kind is kind]
        for section in self._document.sections:
            if self.kind(section) is kind and not any(s.line < section.line < s.end for s in found):
                found.append(section)
        return [*found, *(label for label in labels if label.index < 0)]


def _field(fields: Iterable[Field], key: str) -> Field | None:
    return next((f for f in fields if field_key(f.name) == key), None)


def _own_id(document: Document, schema: Schema, path: str) -> str | None:
    """Read the id from the title, an id field, or the file's name."""
    if not schema.id_pattern:
        return None
    pattern = re.compile(rf"(?<![\w-])(?:{schema.id_pattern})(?![\w])")
    titles = [s.title for s in document.sections if s.level == 1]
    values = [
        f.found.value
        for f in (
            SpecField(s, _field(document.fields, s.key)) for s in schema.fields if s.kind == "id"
        )
        if f.found
    ]
    for text in (*titles, *values, PurePosixPath(path).name):
        if match := pattern.search(text):
            return match[0]
    return None


def _title(document: Document, schema: Schema, matching: Matching, own: str | None) -> str | None:
    """Read the title: a field of that name, else the first H1 less the id and what leads to it."""
    for name in ("title", "featurename", "name"):
        named = _field(document.fields, name)
        if named and named.value and named.shape != "plain":
            return plain(named.value)
    heading = next(
        (s.title for s in document.sections if s.level == 1 and s.index not in matching.claimed),
        None,
    )
    if heading is None:
        return None
    text = plain(heading)
    for title in schema.titles:
        lead = re.split(r"[\[<{]|\b[A-Z]+-(?:X{2,}|\d+)", plain(title), maxsplit=1)[0]
        if len(lead.strip(_SEPARATOR)) >= _A_WORD and text.startswith(lead):
            text = text[len(lead) :]
            break
    if own:
        text = text.replace(own, "", 1)
    return text.strip(_SEPARATOR) or plain(heading)
