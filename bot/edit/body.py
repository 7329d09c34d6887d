"""The part of a template that its documents start from: without what tells how to use it."""

from collections.abc import Iterator, Sequence

from bot.markdown.parse import parse_lines
from bot.model.document import Document
from bot.model.schema import Schema
from bot.schema.outline import titles_and_sections


def body_of(lines: Sequence[str], schema: Schema) -> tuple[str, ...]:
    """Give the lines of a template that a new document takes over."""
    document = _shown_in_fence(parse_lines(tuple(lines)), schema)
    left_out = _above_second_title(document) | _how_to_copy(document, schema)
    body: list[str] = []
    for number, line in enumerate(document.lines, start=1):
        after_gap = not body or not body[-1].strip()
        if number in left_out or (number - 1 in left_out and after_gap and not line.strip()):
            left_out.add(number)  # and the blank lines below what is left out
        else:
            body.append(line)
    return tuple(body)


def _shown_in_fence(document: Document, schema: Schema) -> Document:
    """Find the template within the README that shows it, as its schema was derived."""
    for span in document.code:
        inner = document.lines[span.start : span.stop - 2]
        if _has_sections(document.lines, schema):
            break
        if _has_sections(inner, schema):
            return parse_lines(inner)
    return document


def _has_sections(lines: Sequence[str], schema: Schema) -> bool:
    return all(
        section.line <= len(lines)
        and lines[section.line - 1] == section.skeleton.partition("\n")[0]
        for section in schema.sections
    )


def _above_second_title(document: Document) -> set[int]:
    """Give the lines of a guide block that has a title of its own; front matter is none of it."""
    titles, _ = titles_and_sections(document)
    if len(titles) < 2:  # noqa: PLR2004 - a guide's title, and the document's
        return set()
    front = range(document.front.start, document.front.stop) if document.front else ()
    return set(range(1, titles[-1].line)).difference(front)


def _how_to_copy(document: Document, schema: Schema) -> set[int]:
    """Give the lines of comments and paragraphs that say where to copy the template to."""
    if not schema.path_pattern:
        return set()
    return {
        number
        for start, stop in _passages(document)
        if schema.path_pattern in document.text(start, stop)
        for number in range(start, stop)
    }


def _passages(document: Document) -> Iterator[tuple[int, int]]:
    """Give the spans of comments and paragraphs above the first section."""
    _, sections = titles_and_sections(document)
    beyond = min((s.line for s in sections), default=len(document.lines) + 1)
    taken = {number for s in document.sections for number in range(s.line, s.start)}
    taken.update(field.line for field in document.fields)
    for comment in document.comments:
        yield comment.start, comment.stop
        taken.update(range(comment.start, comment.stop))
    start = 1
    for number in range(1, beyond + 1):
        if number == beyond or number in taken or not document.lines[number - 1].strip():
            if start < number:
                yield start, number
            start = number + 1
