"""Metadata in all the shapes that teams write it in, found where metadata stands.

That is: front matter, a ``---`` block, the text above the first subsection, and sections named for
it. Elsewhere ``- **Latency**: 5 ms`` is content.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.markdown.blocks import Blocks
from bot.markdown.front import read_block, split_value
from bot.markdown.inline import COMMENT, plain
from bot.model.document import Field, Section, Span

_NAME = r"[A-Za-z][^:*|<>\[\]{}`\n]{0,60}?"
_BOLD = re.compile(rf"(\*\*|__)({_NAME})\s*(?::\s*\1|\1\s*:)\s*(.*)$")
_PLAIN = re.compile(rf"({_NAME})[ \t]*:(?:\s+(.*))?$")
_LEAD = re.compile(r"\s{0,3}(?:(>)\s?)?\s*(?:([-*+])\s+)?")
_ABOUT = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:meta ?data|meta|preamble|header|front ?matter|about this document|"
    r"document (?:info|information|control|details|history)|info)\W*$",
    re.I,
)
_STATUS = re.compile(r"\W*(?:\d+[.)]\s*)?status\W*$", re.I)
_LONGEST_NAME = 5  # words; more is a sentence
_DEEP = 120  # lines below a heading in which metadata is looked for
_COLUMN_NAMES = frozenset({"field", "key", "name", "property", "attribute", "item", "metadata"})


def read_fields(
    lines: Sequence[str],
    sections: Sequence[Section],
    blocks: Blocks,
    metadata: Sequence[Span],
) -> tuple[Field, ...]:
    """Read every field of a document, in document order."""
    fields = [field for span in metadata for field in read_block(lines, span)]
    taken = {number for span in metadata for number in range(span.start, span.stop)}
    top = sections[0].line if sections else len(lines) + 1
    for start, stop, about in _regions(lines, sections):
        if start > top and sections[0].level > 1 and not about and fields:
            break  # a first section that is no title counts only where nothing else does
        shown = [n for n in range(start, min(stop, start + _DEEP)) if n not in taken]
        hidden = _covered(blocks.comments, start, stop)
        code = _covered(blocks.code, start, stop)
        tables = [span for span in blocks.tables if start <= span.start < stop]
        rows = {n for span in tables for n in range(span.start, span.stop)}
        loose = start > top and sections[0].level > 1 and not about
        for number in shown:
            if number in hidden or number in rows or (number in code and not about):
                continue
            if field := _field_of(lines[number - 1], number, fenced=number in code):
                fields.append(replace(field, shape="loose") if loose else field)
        for table in tables:
            fields.extend(_table_fields(lines, table))
    fields.extend(_status_headings(lines, sections))
    fields.sort(key=lambda field: field.line)
    return tuple(fields)


def _regions(lines: Sequence[str], sections: Sequence[Section]) -> Iterator[tuple[int, int, bool]]:
    yield 1, (sections[0].line if sections else len(lines) + 1), False
    heads = 0
    for section in sections:
        title = section.level == 1 and heads < 2  # noqa: PLR2004 - a guide, then the title
        at_top = heads == section.index and (title or section.index == 0)
        heads += at_top
        if about := _ABOUT.match(section.title) is not None:
            yield section.start, section.stop, about
        elif at_top:
            yield section.start, section.stop, False


def _covered(spans: Sequence[Span], start: int, stop: int) -> set[int]:
    return {n for span in spans if start <= span.start < stop for n in range(span.start, span.stop)}


def _field_of(line: str, number: int, *, fenced: bool) -> Field | None:
    if ":" not in line:
        return None
    lead = _LEAD.match(line)
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


def _table_fields(lines: Sequence[str], table: Span) -> Iterator[Field]:
    rows = [
        (n, [plain(cell) for cell in lines[n - 1].strip().strip("|").split("|")])
        for n in range(table.start, table.stop)
        if n != table.start + 1
    ]
    if all(len(cells) == 2 for _, cells in rows):  # noqa: PLR2004 - a name and its value
        for number, (heading, value) in rows:
            name = heading.rstrip(": ")
            if name and name.casefold() not in _COLUMN_NAMES:
                yield Field(name, value, number, "table")
    elif len(rows) > 1 and any(name.casefold() == "status" for name in rows[0][1]):
        number, values = rows[1]
        for name, value in zip(rows[0][1], values, strict=False):
            yield Field(name, value, number, "table")


def _status_headings(lines: Sequence[str], sections: Sequence[Section]) -> Iterator[Field]:
    for section in sections:
        outermost = section.parent < 0 or sections[section.parent].level == 1
        if outermost and _STATUS.match(section.title):
            text = "\n".join(lines[section.start - 1 : section.stop - 1])
            shown = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
            at = next((n for n, line in enumerate(shown) if line.strip()), None)
            if at is None:
                yield Field("Status", "", section.line, "heading")
            elif not _field_of(shown[at], 0, fenced=False):
                value = shown[at].strip().lstrip("-*>+ ").strip("*_` ")
                yield Field("Status", value, section.start + at, "heading")
