"""The metadata of a document, found where metadata stands.

That is: front matter, a ``---`` block, the text above the first subsection, and sections named for
it. Elsewhere ``- **Latency**: 5 ms`` is content.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.markdown.blocks import Blocks
from bot.markdown.front import read_block
from bot.markdown.inline import COMMENT, plain
from bot.markdown.shapes import LEAD, field_of, table_fields
from bot.model.document import Field, Section, Span

_ABOUT = re.compile(
    r"\W*(?:\d+[.)]\s*)?(?:meta ?data|meta|preamble|header|front ?matter|about this document|"
    r"document (?:info|information|control|details|history)|info)\W*$",
    re.I,
)
_STATUS = re.compile(r"\W*(?:\d+[.)]\s*)?status\W*$", re.I)
_DEEP = 120  # lines below a heading in which metadata is looked for


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
            if field := field_of(lines[number - 1], number, fenced=number in code):
                fields.append(replace(field, shape="loose") if loose else field)
        for table in _between(blocks.tables, start, end):
            fields.extend(table_fields(lines, table.start, min(table.stop, end)))
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
        named = field_of(line, number, fenced=False)
        if named and _STATUS.match(named.name):
            return replace(named, name="Status", shape="heading")
        value = LEAD.sub("", line, count=1).strip()
        value = plain(value) if value[:1] in "*_`" else value
        fields.append(None if named else Field("Status", value, number, "heading"))
    return fields[0] if fields else Field("Status", "", section.line, "heading")
