"""Template → ``Schema``: everything that a team has already said by writing its template."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from bot.errors import StewardError
from bot.markdown.parse import parse_lines
from bot.model.document import Document, Section
from bot.model.schema import FieldSchema, Schema
from bot.model.stage import Stage
from bot.schema.fieldset import is_status, template_fields
from bot.schema.fold import keys_of
from bot.schema.identity import id_pattern, own_id, own_token, path_pattern
from bot.schema.outline import titles_and_sections
from bot.schema.placeholders import find_tokens
from bot.schema.sections import derive_sections
from bot.schema.staged import staged
from bot.schema.tokens import tokens_pattern
from bot.schema.vocabulary import read_values, status_schema
from bot.schema.within import code_of

_GUIDE = re.compile(r"\bimplementation guide\b", re.I)
_WHOLE = re.compile(r"\(.{3,}\)|<[A-Za-z].{2,}>|\{[A-Za-z].{2,}\}", re.S)
_FEW = 3  # headings that a fenced text needs to be taken for a template
# More of anything is no template that a person has to fill in, and takes long to compare.
_LONGEST = 256 * 1024
_MOST, _MOST_FIELDS = 1_000, 200


def derive(
    lines: tuple[str, ...],
    source: str,
    stages: Mapping[str, Stage] | None = None,
    name: str | None = None,
) -> Schema:
    """Derive the schema of a template; one without any heading is refused."""
    _refuse_more(sum(map(len, lines)), _LONGEST, "characters", source)
    around = parse_lines(lines)
    document = fenced_template(around) or around
    titles, _ = titles_and_sections(document)
    document = _without_guide(document, titles)
    _, headings = titles_and_sections(document)
    sections = [s for s in headings if keys_of(s.title)]  # one without a word asks for nothing
    _refuse_where_pointless(sections, source)
    names = [title.title for title in titles]
    tokens = find_tokens(document.lines, code_of(document), _status_lines(document))
    _refuse_more(len(tokens), _MOST, "tokens", source)
    derived = derive_sections(document, sections, tokens_pattern(tokens))
    _refuse_more(len(derived), _MOST, "sections and labels", source)
    fields = template_fields(document, derived)
    _refuse_more(len(fields), _MOST_FIELDS, "fields", source)
    status = next((f for f in fields if f.kind == "status"), None)
    own, text = "\n".join(document.lines), "\n".join(lines)
    path = path_pattern(own, own_token(names)) or path_pattern(text, own_token(names))
    schema = Schema(
        name=name or PurePosixPath(source).stem,
        source=source,
        sections=derived,
        fields=fields,
        status=status_schema(status.values, status.closed, {}) if status else None,
        placeholders=_with_values(tokens, fields),
        id_pattern=id_pattern(names, fields, path, text),
        path_pattern=path,
        own_id=own_id(names),
        guide=any(_GUIDE.search(name) for name in names),
        titles=tuple(names),
        digest=hashlib.sha256(f"{source}\0{text}".encode()).hexdigest(),
    )
    return staged(schema, stages or {})


def _refuse_where_pointless(sections: Sequence[Section], source: str) -> None:
    if not sections:
        raise StewardError(
            "no section heading was found, so there is nothing to ask of a document",
            where=source,
            mend="give the template headings, such as “## Context”",
        )
    _refuse_more(len(sections), _MOST, "section headings", source)


def _refuse_more(count: int, most: int, what: str, source: str) -> None:
    if count > most:
        raise StewardError(
            f"there are over {most:,} {what}, so this is no template",
            where=source,
            mend="name the template itself, not a document that holds many",
        )


def fenced_template(document: Document) -> Document | None:
    """Find the template that a README shows within a fence."""
    for span in document.code:
        inner = document.lines[span.start : span.stop - 2]
        if span.kind.casefold() in ("", "md", "markdown") and sum(
            line.startswith("#") for line in inner
        ) >= max(_FEW, len(document.sections)):
            found = parse_lines(tuple(inner))
            if len(found.sections) >= max(_FEW, len(document.sections)):
                return found
    return None


def _without_guide(document: Document, titles: Sequence[Section]) -> Document:
    """Blank the lines above the second of two titles: what tells how to use the template."""
    if len(titles) < 2:  # noqa: PLR2004 - one is the document's own
        return document
    start = document.front.stop - 1 if document.front else 0
    stop = titles[-1].line - 1
    lines = document.lines
    return parse_lines((*lines[:start], *[""] * (stop - start), *lines[stop:]))


def _status_lines(document: Document) -> Iterator[int]:
    """Give the lines whose brackets hold the choice of a status, and are no tokens."""
    for field in document.fields:
        if is_status(field.name) and read_values(field.value, field.comment, loose=True)[0]:
            yield field.line


def _with_values(found: tuple[str, ...], fields: tuple[FieldSchema, ...]) -> tuple[str, ...]:
    """Add values that are one token as a whole: ``(GitHub names)``, ``<a list, with <mail>>``."""
    whole = [f.raw for f in fields if f.kind != "status" and _WHOLE.fullmatch(f.raw)]
    inner = {t for t in found if any(t != value and t in value for value in whole)}
    return tuple(dict.fromkeys((*(t for t in found if t not in inner), *whole)))
