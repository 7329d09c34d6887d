"""What else says a document's id than its title: the number of its file, a field.

Only what is sure to mean the document itself counts: numbers of years, of days and of steps stand
in names too, and fields hold the ids of other documents.
"""

import re
from collections.abc import Iterator

from bot.model.document import Document
from bot.model.schema import FieldKind, FieldSchema, Schema
from bot.schema.identity import own_token
from bot.schema.named import find_field, id_regex

_PREFIX = re.compile(r"([A-Z][A-Z0-9]*)-\\d")
_WIDTH = re.compile(r"\\d\{(\d+)")
_NAME = re.compile(r"(\d{2,6})(?:[-_](?!\d+(?:[-_.]|\Z))|\.\w+\Z)")
_TIME = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?")
_ZEROS = re.compile(r"0{2,6}|N{2,6}")
_BARE = re.compile(r"\d{1,6}")
_SHORT = 2  # digits that rather count chapters: 01-context.md


def number_of(given: str) -> int:
    """Give the number that an id ends in."""
    return int(re.split(r"\D", given)[-1] or 0)


def prefix_of(schema: Schema) -> str | None:
    """Give what stands before the number of a template's ids: ``RFC``; None where they differ."""
    prefix = _PREFIX.match(schema.id_pattern or "")
    return prefix[1] if prefix else None


def id_in_name(name: str, schema: Schema) -> str | None:
    """Read the id, or its number alone, that the name of a file begins with or holds."""
    regex = id_regex(schema.id_pattern or "(?!)")
    if found := regex.search(name) or re.match(rf"(?:{regex.pattern})", name, re.I):
        return found[0]
    if schema.guide or not prefix_of(schema):
        return None
    number = _NAME.match(name)
    if not number or (_TIME.fullmatch(number[1]) and not schema.path_pattern):
        return None
    width = _WIDTH.search(schema.id_pattern or "")
    is_short = len(number[1]) <= _SHORT and not (width and int(width[1]) <= _SHORT)
    return None if is_short else number[1]


def is_same(one: str, other: str) -> bool:
    """Tell whether two ids are one; of two where one is but a number, the number counts."""
    if one.isdigit() or other.isdigit():
        return number_of(one) == number_of(other)
    return one.casefold() == other.casefold()


def id_in_text(document: Document, schema: Schema) -> str | None:
    """Give the id that a document says, whatever its file is called."""
    regex, prefix = id_regex(schema.id_pattern or "(?!)"), prefix_of(schema)
    titles = (regex.search(s.title) for s in document.sections if s.level == 1)
    if found := next(filter(None, titles), None):
        return found[0]
    for _, _, value in ids_in_fields(document, schema):
        width = _WIDTH.search(schema.id_pattern or "")
        return f"{prefix}-{value:0>{width[1] if width else 1}}" if value.isdigit() else value
    return None


def ids_in_fields(document: Document, schema: Schema) -> Iterator[tuple[FieldSchema, int, str]]:
    """Give the fields of a document that say its own id or its number, with line and value."""
    for field in schema.fields:
        is_bare = _is_bare(field, schema)
        if not is_bare and not _is_own(field, schema):
            continue
        found = find_field(document.fields, field.key)
        if not found:
            continue
        whole = id_regex(schema.id_pattern or "(?!)").fullmatch(found.value)
        said = whole or (is_bare and _BARE.fullmatch(found.value))
        if said and number_of(found.value):  # a dummy is told by others
            yield field, found.line, found.value


def _is_own(field: FieldSchema, schema: Schema) -> bool:
    """Tell whether a field has the very token of the title: ``Spec ID: SPEC-XXX``."""
    token = own_token(schema.titles)
    return field.kind is FieldKind.ID and token is not None and field.raw.strip("[]<>{} ") == token


def _is_bare(field: FieldSchema, schema: Schema) -> bool:
    """Tell whether a field holds the id's number alone: ``rfc: 0000``."""
    prefix = prefix_of(schema)
    named = prefix is not None and field.key in (prefix.casefold(), "id", "number")
    return named and _ZEROS.fullmatch(field.raw) is not None
