"""``new``: a template's text with everything filled in that is known without the author."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.edit.authors import is_open, names_author
from bot.edit.body import body_of
from bot.edit.field_line import with_value
from bot.markdown.parse import parse_lines
from bot.model.document import Field
from bot.model.schema import FieldKind, FieldSchema, Schema
from bot.model.stage import Stage
from bot.schema.fieldset import field_key
from bot.schema.identity import own_token
from bot.schema.outline import titles_and_sections
from bot.schema.placeholders import ID_TOKEN

_TOKEN = re.compile(r"\[[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|\{[^}]*\}")
_NUMBER = re.compile(r"<(?:N{2,}|0{3,})>|\[(?:N{2,}|0{3,})\]")
_DIGITS = re.compile(r"0{3,}|N{3,}")
_BARE_NUMBER = re.compile(r"(?<![\w-])(?:N{2,}|0{3,})(?![\w-])")
_OTHER_DAY = re.compile(
    r"\b(?:due|target|deadline|accepted|approved|implemented|released?|completed?|closed|reviewed|"
    r"review|decision|effective|expires?|end|sunset|until)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Filling:
    """What is known of the new spec."""

    title: str
    date: str
    id: str | None = None
    author: str | None = None


def scaffold(lines: Sequence[str], schema: Schema, filling: Filling) -> str:
    """Fill a template in: title, id, dates, author, first status; its guide block is left out."""
    body = body_of(lines, schema)
    document = parse_lines(body)
    titles, _ = titles_and_sections(document)
    head = titles[-1] if titles else None
    schemas = {field.key: field for field in schema.fields}
    fields = {field.line: field for field in document.fields}
    filled: list[str] = []
    for number, line in enumerate(body, start=1):
        if head and head.line < number < head.start:
            continue  # the line under a setext heading
        if head and number == head.line:
            filled.append(f"# {_title(head.title, schema, filling)}")
            continue
        field = fields.get(number)
        known = schemas.get(field_key(field.name)) if field else None
        text = _field(line, field, known, schema, filling) if field and known else line
        filled.append(_with_id(text, schema, filling))
    return "\n".join(filled).strip("\n") + "\n"


def _title(text: str, schema: Schema, filling: Filling) -> str:
    """Fill the heading: its id, then its last token; one that has none gives way to the title."""
    with_id = _with_id(text, schema, filling)
    if filling.id and filling.id.isdigit():
        with_id = _BARE_NUMBER.sub(filling.id, with_id)
    tokens = [t for t in _TOKEN.finditer(with_id) if not filling.id or filling.id not in t[0]]
    if tokens:
        last = tokens[-1]
        return f"{with_id[: last.start()]}{filling.title}{with_id[last.end() :]}"
    before, found, after = with_id.partition(filling.id or "\n")
    if not found:
        return filling.title
    if not after.strip(" ])}>"):
        return with_id  # a guide is called by its spec's id alone
    lead = re.match(r"[\])}>]*\W*", after)
    return f"{before}{found}{lead[0] if lead else ' '}{filling.title}"


def _with_id(text: str, schema: Schema, filling: Filling) -> str:
    if not filling.id:
        return text
    for token in (own_token(schema.titles), schema.own_id):
        if token:
            text = text.replace(token, filling.id)
    return _NUMBER.sub(filling.id, text) if filling.id.isdigit() else text


def _field(line: str, found: Field, field: FieldSchema, schema: Schema, filling: Filling) -> str:
    new = _value(found.value, field, schema, filling)
    if new is None:
        return line
    is_words = new in (filling.title, filling.author)
    return with_value(line, found, new, is_words=is_words)


def _value(value: str, field: FieldSchema, schema: Schema, filling: Filling) -> str | None:
    if field.kind is FieldKind.STATUS:
        return _first_status(field, schema)
    if field.kind is FieldKind.DATE:
        wanted = field.required and not _OTHER_DAY.search(field.name)
        return filling.date if wanted else None
    if filling.author and names_author(field.name):
        return filling.author if is_open(value, field.name, schema.placeholders) else None
    if field.key in ("title", "name", "featurename"):
        return filling.title
    own = field.kind is FieldKind.ID or (filling.id or "").casefold().startswith(f"{field.key}-")
    if filling.id and own and _DIGITS.fullmatch(value):
        return re.split(r"\D", filling.id)[-1].zfill(len(value))
    return _id_in(value, filling) if field.kind is FieldKind.ID else None


def _first_status(field: FieldSchema, schema: Schema) -> str | None:
    """Give the first word that means a draft, or the first of all, where there is a choice."""
    if len(field.values) < 2:  # noqa: PLR2004 - one is a default and stands there already
        return None
    stages = schema.status.stages if schema.status else {}
    drafts = (value for value in field.values if stages.get(value) is Stage.DRAFTING)
    return next(drafts, field.values[0])


def _id_in(value: str, filling: Filling) -> str | None:
    """Give the id where the value is a token for it, and not for another document's."""
    token = ID_TOKEN.fullmatch(value.strip("[]<>{} "))
    if not filling.id or not (token or "-[" in value):
        return None
    prefix = token[0].rpartition("-")[0] if token else value.partition("-[")[0]
    return filling.id if filling.id.startswith(f"{prefix}-") else None
