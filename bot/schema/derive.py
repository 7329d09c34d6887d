"""Template → ``Schema``: everything that a team has already said by writing its template."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from bot.errors import StewardError
from bot.markdown.parse import parse_lines
from bot.model.document import Document
from bot.model.schema import FieldSchema, Schema
from bot.model.stage import Stage
from bot.schema.fieldset import is_status, template_fields
from bot.schema.identity import id_pattern, own_id, own_token, path_pattern
from bot.schema.outline import derive_sections, titles_and_sections
from bot.schema.placeholders import find_tokens, tokens_pattern
from bot.schema.vocabulary import status_schema

_GUIDE = re.compile(r"\bimplementation guide\b", re.I)
_WHOLE = re.compile(r"\(.{3,}\)|<[A-Za-z].{2,}>|\{[A-Za-z].{2,}\}", re.S)
_FEW = 3  # headings that a fenced text needs to be taken for a template


def derive(
    lines: tuple[str, ...],
    source: str,
    stages: Mapping[str, Stage] | None = None,
    name: str | None = None,
) -> Schema:
    """Derive the schema of a template; one without any heading is refused."""
    document = parse_lines(lines)
    document = _fenced_template(document) or document
    titles, sections = titles_and_sections(document)
    if not sections:
        raise StewardError(
            "no section heading was found, so there is nothing to ask of a document",
            where=source,
            mend="give the template headings, such as “## Context”",
        )
    status_lines = [f.line for f in document.fields if is_status(f.name)]
    guide_block = _guide_block(document, titles)
    tokens = find_tokens(document.lines, document.code, (*status_lines, *guide_block))
    text = "\n".join(document.lines)
    names = [title.title for title in titles]
    derived = derive_sections(document, sections, tokens_pattern(tokens))
    fields = template_fields(document, derived)
    tokens = _value_tokens(fields, tokens)
    status = next((f for f in fields if f.kind == "status"), None)
    return Schema(
        name=name or PurePosixPath(source).stem,
        source=source,
        sections=derived,
        fields=fields,
        status=status_schema(status.values, status.closed, dict(stages or {})) if status else None,
        placeholders=tokens,
        id_pattern=id_pattern(names, fields, text),
        path_pattern=path_pattern(text, own_token(names)),
        own_id=own_id(names),
        guide=any(_GUIDE.search(name) for name in names),
        titles=tuple(names),
        digest=hashlib.sha256(
            f"{source}\0{text}\0{sorted((stages or {}).items())}".encode()
        ).hexdigest(),
    )


def _fenced_template(document: Document) -> Document | None:
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


def _guide_block(document: Document, titles: tuple[object, ...]) -> range:
    """Give the lines above the second of two titles: what tells how to use the template."""
    tops = [s for s in document.sections if s.level == 1]
    return range(1, tops[1].line) if len(titles) > 1 and len(tops) > 1 else range(0)


def _value_tokens(fields: tuple[FieldSchema, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """Add values that are one token as a whole: ``(GitHub names)``, ``<a list, with <mail>>``."""
    whole = [f.raw for f in fields if f.kind != "status" and _WHOLE.fullmatch(f.raw)]
    inner = {t for t in found if any(t != value and t in value for value in whole)}
    return tuple(dict.fromkeys((*(t for t in found if t not in inner), *whole)))
