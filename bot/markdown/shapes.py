"""A field in each of the shapes that teams write one in."""

import re
from collections.abc import Iterator, Sequence

from bot.markdown.front import split_value
from bot.markdown.inline import COMMENT, plain
from bot.markdown.tables import cells
from bot.model.document import Field

LEAD = re.compile(r"\s{0,3}(?:(>)\s?)?\s*(?:([-*+])\s+)?")  # of a quote, a list item
_NAME = r"[^\W\d_][^:*|<>\[\]{}`\n]{0,60}?"
_BOLD = re.compile(rf"(\*\*|__)({_NAME})\s*(?::\s*\1|\1\s*:)\s*(.*)$")
_PLAIN = re.compile(rf"({_NAME})[ \t]*:(?:\s+(.*))?$")
_LONGEST_NAME = 5  # words; more is a sentence
_COLUMN_NAMES = frozenset({"field", "key", "name", "property", "attribute", "item", "metadata"})


def field_of(line: str, number: int, *, fenced: bool) -> Field | None:
    """Read a line; where it is ``fenced`` it is YAML rather than Markdown."""
    if ":" not in line:
        return None
    lead = LEAD.match(line)
    rest = line[lead.end() :] if lead else line
    shape = (
        "fence" if fenced else "quote" if lead and lead[1] else "list" if lead and lead[2] else ""
    )
    if match := _BOLD.match(rest):
        return _field(match[2], match[3], number, shape or "bold")
    if (match := _PLAIN.match(rest)) and len(match[1].split()) <= _LONGEST_NAME:
        return _field(match[1], match[2] or "", number, shape or "plain")
    return None


def _field(name: str, value: str, line: int, shape: str) -> Field:
    comments = " ".join(found.strip("<>!- ") for found in COMMENT.findall(value))
    value = COMMENT.sub("", value).strip().rstrip("\\").strip()
    if shape == "fence":
        value, comments = split_value(value)
    return Field(plain(name), value, line, shape, comments)


def table_fields(lines: Sequence[str], start: int, stop: int) -> Iterator[Field]:
    """Read a table of names and values, or one that has a column for each field."""
    names = _row(lines[start - 1])
    rows = [(n, _row(lines[n - 1])) for n in range(start + 2, stop)]
    if len(names) == 2:  # noqa: PLR2004 - a name and its value
        for number, row in ((start, names), *rows):
            name = row[0].rstrip(": ")
            if name and len(row) > 1 and name.casefold() not in _COLUMN_NAMES:
                yield Field(name, row[1], number, "table")
    elif rows and any(name.casefold() == "status" for name in names):
        number, values = rows[0]
        for name, value in zip(names, values, strict=False):
            yield Field(name, value, number, "table")


def _row(line: str) -> list[str]:
    return [plain(cell) for cell in cells(line)]
