"""Metadata in all the shapes that teams write it in, found where metadata stands.

That is: front matter, a ``---`` block, the text above the first subsection, and sections named for
it. Elsewhere ``- **Latency**: 5 ms`` is content.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.markdown.blocks import Blocks
from bot.markdown.front import read_block, split_value
from bot.markdown.inline import COMMENT, plain
from bot.markdown.tables import cells
from bot.model.document import Field, Section, Span

_NAME = r"[^\W\d_][^:*|<>\[\]{}`\n]{0,60}?"
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
        loose = start > top and sections[0].level > 1 and not about
        if loose and fields:
            break  # a first section that is no title counts only where nothing else does
        end = min(stop, start + _DEEP)
        hidden = _numbers(blocks.comments, start, end)
        code = _numbers(blocks.code, start, end)
        rows = _numbers(blocks.tables, start, end)
        for number in range(start, end):
            if number in taken or number in hidden or number in rows:
                continue
            if number in code and not about:
                continue
            if field := _field_of(lines[number - 1], number, fenced=number in code):
                fields.append(replace(field, shape="loose") if loose else field)
        for table in _between(blocks.tables, start, end):
            fields.extend(_table_fields(lines, table.start, min(table.stop, end)))
    known = {field.line for field in fields}
    fields.extend(f for f in _status_headings(lines, sections) if f.line not in known)
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


def _between(spans: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    """Give those that start there; they stand in order."""
    first = bisect_left(spans, start, key=_start_of)
    return spans[first : bisect_left(spans, stop, first, key=_start_of)]


def _start_of(span: Span) -> int:
    return span.start


def _numbers(spans: Sequence[Span], start: int, stop: int) -> set[int]:
    """Give the lines below ``stop`` that are covered by them."""
    found = _between(spans, start, stop)
    return {n for span in found for n in range(span.start, min(span.stop, stop))}


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


def _table_fields(lines: Sequence[str], start: int, stop: int) -> Iterator[Field]:
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


def _status_headings(lines: Sequence[str], sections: Sequence[Section]) -> Iterator[Field]:
    for section in sections:
        outermost = section.parent < 0 or sections[section.parent].level == 1
        if outermost and _STATUS.match(section.title):
            text = "\n".join(lines[section.start - 1 : section.stop - 1])
            shown = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
            if field := _status_below(section, shown):
                yield field


def _status_below(section: Section, shown: Sequence[str]) -> Field | None:
    """Read the status below its heading: where it is named again, or off the first line.

    None where that line names something else: ``- Date: 2026-01-02`` says nothing of the status.
    """
    fields: list[Field | None] = []
    for number, line in enumerate(shown, start=section.start):
        if not line.strip() or line.lstrip().startswith(("```", "~~~")):
            continue
        named = _field_of(line, number, fenced=False)
        if named and _STATUS.match(named.name):
            return replace(named, name="Status", shape="heading")
        value = _LEAD.sub("", line, count=1).strip()
        value = plain(value) if value[:1] in "*_`" else value
        fields.append(None if named else Field("Status", value, number, "heading"))
    return fields[0] if fields else Field("Status", "", section.line, "heading")
