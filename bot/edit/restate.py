"""A status set to another word, in the line that states it; what stands behind the word stays."""

import re
from collections.abc import Iterator, Mapping

from bot.edit.splice import Edit, apply_edits
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.document import Field
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.schema.read import read_spec
from bot.schema.status import is_unchosen
from bot.schema.words import spaced

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"[\s_-]+"


def restate(data: bytes, spec: Spec, word: str, stages: Mapping[str, Stage]) -> Edit | None:
    """Give the edit that sets the status; None where no single line does it.

    ``data`` is what the spec was read from, and is read anew to prove that the edit does it.
    """
    if len(spec.statuses) != 1:
        return None
    (field,) = spec.statuses
    for line in _lines(spec, field, _as_listed(spec, word)):
        edit = Edit(field.line, (line,), f"set the status to {word}", replaces=True)
        if _says(data, spec, edit, stages) == spaced(word):
            return edit
    return None


def _as_listed(spec: Spec, word: str) -> str:
    """Write a word as the template does, or with a capital where the document has one."""
    listed = spec.schema.status.values if spec.schema.status else ()
    same = (value for value in listed if spaced(value.casefold()) == spaced(word))
    if found := next(same, None):
        return found
    value = spec.statuses[0].value.strip()
    return word[0].upper() + word[1:] if value[:1].isupper() else word


def _lines(spec: Spec, field: Field, word: str) -> Iterator[str]:
    line, value = spec.document.lines[field.line - 1], field.value.strip()
    if spec.status and not is_unchosen(value, spec.schema):
        typed = _BETWEEN.join(map(re.escape, _WORD.findall(spec.status)))
        for match in re.finditer(rf"(?<![^\W_]){typed}(?![^\W_])", line, re.I):
            yield line[: match.start()] + word + line[match.end() :]
    if value and line.count(value) == 1:
        yield line.replace(value, word)


def _says(data: bytes, spec: Spec, edit: Edit, stages: Mapping[str, Stage]) -> str:
    try:
        document = parse(apply_edits(data, (edit,)), len(data) * 2 + 100)
    except Unreadable:
        return ""
    return spaced(read_spec(document, spec.schema, spec.path, stages).status or "")
