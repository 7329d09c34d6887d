"""Where a missing field goes: beside one of its neighbours, written as that is."""

import re

from bot.model.document import Document, Field
from bot.model.schema import FieldSchema
from bot.model.spec import Spec

_DELIMITER = re.compile(r"\s*\|?\s*:?-+")
_CONTINUED = re.compile(r"[ \t]+\S")
_LISTED = re.compile(r"-[ \t]|-$")
_YAML = ("front", "block", "fence")


def place_of_field(spec: Spec, missing: FieldSchema) -> int | None:
    """Give the line before which a field goes; None where nothing in its form stands there."""
    order = {field.key: at for at, field in enumerate(spec.schema.fields)}
    known = {
        order[f.schema.key]: f.found
        for f in spec.fields
        if f.found and f.found.shape == missing.shape
    }
    before = [found for at, found in known.items() if at < order[missing.key]]
    if before:
        return _behind(spec.document, max(before, key=lambda field: field.line))
    first = min(known.values(), key=lambda field: field.line, default=None)
    if first and first.shape == "table" and _heads_table(spec.document, first):
        return first.line + 2
    return first.line if first else None


def _behind(document: Document, field: Field) -> int:
    """Give the line below a field: below what continues it, and below the head of its table."""
    if field.shape == "table":
        return field.line + (2 if _heads_table(document, field) else 1)
    at = field.line
    while at < len(document.lines) and _continues(document.lines[at], field.shape):
        at += 1
    return at + 1


def _heads_table(document: Document, field: Field) -> bool:
    below = document.text(field.line + 1, field.line + 2)
    return _DELIMITER.match(below) is not None


def _continues(line: str, shape: str) -> bool:
    return bool(_CONTINUED.match(line) or (shape in _YAML and _LISTED.match(line)))
