"""What a document calls itself: its id and its title."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from bot.markdown.inline import plain
from bot.model.document import Document, Field
from bot.model.schema import Schema
from bot.schema.fieldset import field_key
from bot.schema.matching import Matching

_LEAD_STOPS = re.compile(r"[\[<{]|\b[A-Z]+-(?:X{2,}|\d+)")
_A_WORD = 3
_SEPARATOR = " \t:—–-|·#"
_TITLE_FIELDS = ("title", "featurename", "name")


def find_field(fields: Iterable[Field], key: str) -> Field | None:
    """Find the first field of a name, given as its folded form."""
    return next((f for f in fields if field_key(f.name) == key), None)


@lru_cache(maxsize=256)
def id_regex(pattern: str) -> re.Pattern[str]:
    """Compile the pattern of a template's ids such that it finds them in running text."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)")


def read_id(document: Document, schema: Schema, path: str) -> str | None:
    """Read the id from the title, an id field, or the file's name."""
    if not schema.id_pattern:
        return None
    titles = [s.title for s in document.sections if s.level == 1]
    named = (find_field(document.fields, f.key) for f in schema.fields if f.kind == "id")
    values = [field.value for field in named if field]
    for text in (*titles, *values, PurePosixPath(path).name):
        if match := id_regex(schema.id_pattern).search(text):
            return match[0]
    return None


def read_title(
    document: Document, schema: Schema, matching: Matching, own: str | None
) -> str | None:
    """Read the title: a field of that name, else the first H1 less the id and what leads to it."""
    for name in _TITLE_FIELDS:
        named = find_field(document.fields, name)
        if named and named.value and named.shape != "plain":
            return plain(named.value)
    tops = [s for s in document.sections if s.level == 1 and s.index not in matching.claimed]
    if not tops:
        return None
    guides = schema.titles[:-1]  # where the template's own guide was left in place
    heading = next((s.title for s in tops if s.title not in guides), tops[0].title)
    text = plain(heading)
    for lead in _leads(schema.titles):
        if text.startswith(lead):
            text = text[len(lead) :]
            break
    if own:
        text = text.replace(own, "", 1)
    return text.strip(_SEPARATOR) or plain(heading)


@lru_cache(maxsize=256)
def _leads(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Give what the template's titles begin with, before anything that is to be filled in."""
    leads = (_LEAD_STOPS.split(plain(title), maxsplit=1)[0] for title in titles)
    return tuple(lead for lead in leads if len(lead.strip(_SEPARATOR)) >= _A_WORD)
