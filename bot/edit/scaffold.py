"""``new``: a template's text with everything filled in that is known without the author."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.markdown.parse import parse_lines
from bot.model.schema import FieldKind, FieldSchema, Schema
from bot.schema.identity import own_token
from bot.schema.outline import titles_and_sections

_AUTHOR = re.compile(r"^authors?(?:\(s\))?$|^owners?$", re.I)
_TOKEN = re.compile(r"\[[^\]]*\]|<[^>]*>|\{\{[^}]*\}\}|\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Filling:
    """What is known of the new spec."""

    title: str
    date: str
    id: str | None = None
    author: str | None = None


def scaffold(lines: Sequence[str], schema: Schema, filling: Filling) -> str:
    """Fill a template in: title, id, dates, author, first status; its guide block is left out."""
    document = parse_lines(tuple(lines))
    titles, _ = titles_and_sections(document)
    head = titles[-1] if titles else None
    values = {f.line: f.value for f in document.fields}
    known = {f.raw: f for f in schema.fields}
    filled: list[str] = []
    start = head.line if head and len(titles) > 1 else 1
    for number, line in enumerate(lines, start=1):
        if number < start:
            continue
        if head and number == head.line:
            filled.append(f"# {_title(line.lstrip('# '), schema, filling)}")
            continue
        if (value := values.get(number)) is not None and (field := known.get(value)):
            line = _field(line, value, field, schema, filling)  # noqa: PLW2901 - the same line, filled in
        filled.append(_with_id(line, schema, filling))
    return "\n".join(filled).rstrip("\n") + "\n"


def _title(text: str, schema: Schema, filling: Filling) -> str:
    """Fill the heading: its id, then its last token; one that has none gives way to the title."""
    with_id = _with_id(text, schema, filling)
    tokens = list(_TOKEN.finditer(with_id))
    if tokens:
        last = tokens[-1]
        return f"{with_id[: last.start()]}{filling.title}{with_id[last.end() :]}"
    if filling.id and filling.id in with_id:
        return with_id
    return filling.title


def _with_id(text: str, schema: Schema, filling: Filling) -> str:
    if not filling.id:
        return text
    for token in (own_token(schema.titles), schema.own_id):
        if token:
            text = text.replace(token, filling.id)
    if re.fullmatch(r"\d+", filling.id):
        text = re.sub(r"<NNN>|\[NNN\]", filling.id, text)
    return text


def _field(line: str, value: str, field: FieldSchema, schema: Schema, filling: Filling) -> str:
    new = _value(value, field, schema, filling)
    at = line.rfind(value)
    return line if new is None or at < 0 else f"{line[:at]}{new}{line[at + len(value) :]}"


def _value(value: str, field: FieldSchema, schema: Schema, filling: Filling) -> str | None:
    if field.kind is FieldKind.STATUS:
        return field.values[0] if len(field.values) > 1 else None
    if field.kind is FieldKind.DATE:
        return filling.date
    if _AUTHOR.match(field.name) and filling.author and value in schema.placeholders:
        return filling.author
    if field.key in ("title", "name", "featurename"):
        return filling.title
    if field.kind is FieldKind.ID and filling.id and "-[" in value:
        return filling.id
    return None
