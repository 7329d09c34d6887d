"""How documents are named by custom, where their template says nothing of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.model.schema import Schema
from bot.schema.numbered import prefix_of

_NUMBERED = re.compile(r"(\d{2,6})[-_][^\W\d_].*", re.S)
_ZEROS = re.compile(r"(0{2,6})[-_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FORM = re.compile(r"((?:[A-Za-z][A-Za-z0-9]{0,20}[-_])?)(\d{2,6})([-_])[^\W\d_].*", re.S)
_PLAIN = re.compile(r"(?:[^\W\d_]|\d(?!\d)|[-_])+\.\w+")


def with_custom(schema: Schema, beside: Sequence[str], template: str | None) -> Schema:
    """Go on with the numbers that most documents beside have, or with the zeros of the template.

    ``beside`` are the names of the documents where the next one goes, ``template`` is the
    template's own: ``0000-template.md``. Where the template says what ids look like, files are
    still called as those beside are.
    """
    if schema.path_pattern:
        return schema
    if schema.id_pattern:
        named = _named_as(beside, schema)
        return replace(schema, path_pattern=named) if named else schema
    found = [match[1] for name in beside if (match := _NUMBERED.match(name))]
    if len(found) * 2 > len(beside) and not all(map(_YEAR.fullmatch, found)):
        widths = set(map(len, found))
        more = "," if len(widths) > 1 else ""
        return replace(schema, id_pattern=rf"\d{{{min(widths)}{more}}}")
    zeros = _ZEROS.match(template or "") if not beside else None
    return replace(schema, id_pattern=rf"\d{{{len(zeros[1])}}}") if zeros else schema


def _named_as(beside: Sequence[str], schema: Schema) -> str | None:
    """Give the form that most names have: ``0007-caching.md``, ``rfc-0007-caching.md``."""
    prefix = prefix_of(schema)
    if not prefix or schema.guide:
        return None
    matches = [match for name in beside if (match := _FORM.fullmatch(name))]
    found = [m for m in matches if m[1][:-1].casefold() in ("", prefix.casefold())]
    if found and not all(_YEAR.fullmatch(match[2]) for match in found):
        (form, count), *_ = Counter((match[1], match[3]) for match in found).most_common(1)
        if count * 2 > len(beside):
            width = min(len(m[2]) for m in found if (m[1], m[3]) == form)
            return f"{form[0]}{'N' * width}{form[1]}short-title.md"
    plain = sum(_PLAIN.fullmatch(name) is not None for name in beside)
    return "short-title.md" if plain > 1 and plain * 2 > len(beside) else None
