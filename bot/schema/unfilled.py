"""Fields that still hold the dummy value of their template: ``rfc: 0000``, ``version: vX.Y``.

Such a value is no token, for elsewhere in a text the same characters may mean something.
"""

import re
from collections.abc import Iterator

from bot.model.document import Document
from bot.model.schema import FieldKind, Schema
from bot.model.spec import Leftover
from bot.schema.fieldset import field_key

_DUMMY = re.compile(
    r"\W*(?:0{3,}|(?:.{0,200}[\W_])?(?:N{3,}|X{3,})(?:[\W_].{0,200})?|v?X\.Y(?:\.Z)?|"
    r"(?i:(?:.{0,200}\W)?your[- _]\w+.{0,200}|(?:short[ -]|the )?title))\W*"
)


def unfilled_fields(document: Document, schema: Schema) -> Iterator[Leftover]:
    """Find the fields whose value is the template's own, where that can be nobody's."""
    dummies = {
        (field.key, field.raw)
        for field in schema.fields
        if field.kind is not FieldKind.STATUS and _DUMMY.fullmatch(field.raw)
    }
    if not dummies:
        return
    for field in document.fields:
        if (field_key(field.name), field.value) in dummies:
            yield Leftover(field.line, (field.value,), None)
