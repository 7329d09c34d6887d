"""The metadata that a template asks for."""

import re
from collections.abc import Sequence

from bot.markdown.inline import plain
from bot.model.document import Document, Field
from bot.model.schema import FieldKind, FieldSchema, SectionSchema
from bot.schema.fold import fold
from bot.schema.nobody import is_nobody
from bot.schema.placeholders import ID_TOKEN
from bot.schema.vocabulary import read_values

_KNOWN_PLAIN = re.compile(
    r"status|author|owner|date|created|updated|version|title|name|type|category|reviewers?|id|"
    r"epic|tags?",
    re.I,
)
_OPTIONAL = re.compile(
    r"\boptional\b|\bonly (?:required|needed)\b|\bif (?:applicable|any|needed|relevant|known)\b|"
    r"\bleave (?:it |this )?(?:just )?(?:empty|blank)|\bfeel free to remove\b|"
    r"\bremove (?:this|the) (?:field|line)\b|\bas applicable\b",
    re.I,
)
_DATE_NAME = re.compile(
    r"\bdate\b|^(?:created|updated|last updated|last modified|started|due|accepted on)$", re.I
)
_DATE_TOKEN = re.compile(r"YYYY-MM-DD|%Y-%m-%d|ISO[ -]?8601", re.I)
_RELATION = re.compile(
    r"\b(?:supersede[sd]?|replace[sd]?|obsoletes?|updates|requires?|depend\w*|related|blocks|blocked|"
    r"implements|integrates|see|parent|links?|references)\b",
    re.I,
)
_ID_NAME = re.compile(r"(?:^|\s)(?:id|number)$|^(?:epic|ticket|issue)$", re.I)


def field_key(name: str) -> str:
    """Fold a field's name; ``Author(s)`` is ``Author``."""
    return fold(name.replace("(s)", "s").replace("_", " "))


def is_status(name: str) -> bool:
    """Tell whether a field of this name holds the status."""
    return field_key(name) in _STATUS_KEYS


_STATUS_KEYS = frozenset(
    field_key(name) for name in ("status", "state", "decision status", "rfc status", "spec status")
)


def template_fields(
    document: Document, sections: Sequence[SectionSchema]
) -> tuple[FieldSchema, ...]:
    """Derive the fields of a template; the same name twice counts once."""
    found: dict[str, FieldSchema] = {}
    for field in document.fields:
        if field.shape == "loose":
            continue
        if (
            field.shape == "plain"
            and not _KNOWN_PLAIN.search(field.name)
            and not _is_token(field.value)
            and not is_nobody(plain(field.value), field.name)
        ):
            continue
        key = field_key(field.name)
        if key and key not in found:
            found[key] = _schema_of(field, key, document, sections)
    return tuple(found.values())


def _schema_of(
    field: Field, key: str, document: Document, sections: Sequence[SectionSchema]
) -> FieldSchema:
    status = is_status(field.name)
    values, closed = read_values(field.value, field.comment, loose=status)
    holder = [s.index for s in sections if not s.label and s.line < field.line]
    inside = holder[-1] if holder and sections[holder[-1]].kind == "metadata" else -1
    return FieldSchema(
        name=field.name,
        required=not _OPTIONAL.search(f"{field.comment} {field.value}"),
        kind=_kind(field, status=status),
        values=values if status or closed else (),
        closed=closed,
        key=key,
        section=inside,
        shape=field.shape,
        skeleton=document.lines[field.line - 1],
        raw=field.value,
    )


def _kind(field: Field, *, status: bool) -> FieldKind:
    if status:
        return FieldKind.STATUS
    if _DATE_NAME.search(field.name) or _DATE_TOKEN.search(field.value):
        return FieldKind.DATE
    if re.search(r"\bversion$", field.name, re.I):
        return FieldKind.VERSION
    if _ID_NAME.search(field.name):
        return FieldKind.ID
    if ID_TOKEN.search(field.value) and not _RELATION.search(field.name):
        return FieldKind.ID
    return FieldKind.TEXT


def wants_iso_date(raw: str) -> bool:
    """Tell whether a template's value shows that a date is to be written as 2026-11-21."""
    return _DATE_TOKEN.search(raw) is not None


def _is_token(value: str) -> bool:
    return not value or value[0] in "[<{(" or "|" in value
