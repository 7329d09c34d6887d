"""Fields that still hold the dummy value of their template: ``rfc: 0000``, ``version: vX.Y``.

Such a value is no token, for elsewhere in a text the same characters may mean something.
"""

import re
from collections.abc import Iterator

from bot.markdown.inline import plain
from bot.model.document import Document
from bot.model.schema import FieldKind, Schema
from bot.model.spec import Leftover
from bot.schema.emphasis import asks_in_emphasis
from bot.schema.fieldset import field_key
from bot.schema.nobody import is_nobody

_DUMMY = re.compile(
    r"\W*(?:0{3,}|(?:.{0,200}[\W_])?(?:N{3,}|X{3,})(?:[\W_].{0,200})?|v?X\.Y(?:\.Z)?|"
    r"(?i:(?:.{0,200}\W)?your[- _]\w+.{0,200}|(?:short[ -]|the )?title))\W*"
)
_ASKS = re.compile(r"\w+[ ].{1,200}\?\W*")


def unfilled_fields(document: Document, schema: Schema) -> Iterator[Leftover]:
    """Find the fields whose value is the template's own, where that can be nobody's."""
    dummies = {
        (field.key, _bare(field.raw))
        for field in schema.fields
        if field.kind is not FieldKind.STATUS and _is_dummy(field.raw, field.name)
    }
    if not dummies:
        return
    for field in document.fields:
        if (field_key(field.name), _bare(field.value)) in dummies:
            yield Leftover(field.line, (field.value,), None)


def _is_dummy(value: str, name: str) -> bool:
    """Tell whether a value stands for one, asks for one, or tells what is to be written."""
    return bool(
        _DUMMY.fullmatch(value)
        or _ASKS.fullmatch(value)
        or is_nobody(plain(value), name)
        or asks_in_emphasis(value)
    )


def _bare(value: str) -> str:
    """Take off a value how it is written: quotes, code ticks, emphasis, capitals."""
    return plain(value).strip(" \"'").casefold()
