"""What a document's status is: the leading words that the vocabulary knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.markdown.inline import plain
from bot.model.document import Field
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.schema.fieldset import is_status
from bot.schema.fold import from_first_word
from bot.schema.words import STAGE_OF, spaced

_CHOOSER = re.compile(r"[|/→]|->")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 500  # letters of a value that are read
_MOST_WORDS = 8  # of which a status can consist


@dataclass(frozen=True, slots=True)
class Status:
    """The status as read, and the field it was read from."""

    word: str | None
    stage: Stage | None
    field: Field | None
    known: bool


def status_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Give every field that states the status, in document order."""
    return tuple(field for field in fields if is_status(field.name))


def read_status(fields: Iterable[Field], schema: Schema, stages: Mapping[str, Stage]) -> Status:
    """Read the status from the first field that states one."""
    for field in fields:
        if field.value.strip() and not is_unchosen(field.value, schema):
            word, stage, known = read_word(field.value, schema, stages)
            return Status(word, stage, field, known)
    return Status(None, None, None, known=True)


def read_word(
    value: str, schema: Schema, stages: Mapping[str, Stage]
) -> tuple[str, Stage | None, bool]:
    """Read the leading words of a value: the word, its stage, and whether it is known.

    ``in-review`` is ``in review``; the word is given as the vocabulary writes it.
    """
    whole = " ".join(plain(value).casefold().split())
    text = spaced(from_first_word(whole)[:_LONGEST])
    known = vocabulary(schema, stages)
    spelt = {spaced(word): word for word in known}
    ends = [match.end() for match in _WORD.finditer(text)]
    for end in reversed(ends[:_MOST_WORDS]):
        if word := spelt.get(text[:end]):
            return word, known[word], True
    return whole, None, False


def vocabulary(schema: Schema, stages: Mapping[str, Stage]) -> dict[str, Stage | None]:
    """Give the words that a status may start with, and the stage of each."""
    known: dict[str, Stage | None] = {}
    closed = schema.status is not None and schema.status.closed
    if not closed:
        known.update(STAGE_OF)
    if schema.status:
        for value in schema.status.values:
            known[value.casefold()] = schema.status.stages.get(value)
    known.update({word.casefold(): stage for word, stage in stages.items()})
    return known


def is_unchosen(value: str, schema: Schema) -> bool:
    """Tell whether a value still holds the template's choice instead of one of its words."""
    raw = next((f.raw for f in schema.fields if f.kind == "status"), "")
    values = {v.casefold() for v in schema.status.values} if schema.status else set()
    said = " ".join(value.split())
    if len(values) > 1 and said == " ".join(raw.split()) and said.casefold() not in values:
        return True
    parts = [part.strip(" []{}<>\"'`*\t").casefold() for part in _CHOOSER.split(value)]
    return len(parts) > 1 and sum(part in values for part in parts) > 1
