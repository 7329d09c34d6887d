"""How documents are named by custom, where their template says nothing of it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model.schema import Schema

_NUMBERED = re.compile(r"(\d{2,6})[-_][^\W\d_].*", re.S)
_ZEROS = re.compile(r"(0{2,6})[-_]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_custom(schema: Schema, beside: Sequence[str], template: str | None) -> Schema:
    """Go on with the numbers that most documents beside have, or with the zeros of the template.

    ``beside`` are the names of the documents where the next one goes, ``template`` is the
    template's own: ``0000-template.md``.
    """
    if schema.id_pattern or schema.path_pattern:
        return schema
    found = [match[1] for name in beside if (match := _NUMBERED.match(name))]
    if len(found) * 2 > len(beside) and not all(map(_YEAR.fullmatch, found)):
        widths = set(map(len, found))
        more = "," if len(widths) > 1 else ""
        return replace(schema, id_pattern=rf"\d{{{min(widths)}{more}}}")
    zeros = _ZEROS.match(template or "") if not beside else None
    return replace(schema, id_pattern=rf"\d{{{len(zeros[1])}}}") if zeros else schema
