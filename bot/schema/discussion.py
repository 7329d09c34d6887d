"""Lists that discuss a question instead of asking some: those right below a paragraph that asks."""

import re
from collections.abc import Container, Iterator, Sequence

from bot.model.document import Document, ListItem

_ASKS = re.compile(r"\?(?=[\s*_)\"'”’]|$)")
_ENTRY = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")


def entries(
    document: Document, items: Sequence[ListItem], skip: Container[int] = ()
) -> Iterator[tuple[str, int, bool]]:
    """Give the entries of lists, each list that discusses a question as that question.

    A paragraph on one of the lines to ``skip`` is the template's: what it asks for is the list.
    """
    for asked, run in _runs(document, items):
        text = " ".join(asked_text for _, asked_text in asked)
        asks = _ASKS.search(text) and asked[0][0] not in skip
        if asks and not any("?" in item.text or item.ticked is not None for item in run):
            yield text, asked[0][0], False
        else:
            yield from ((item.text, item.line, bool(item.ticked)) for item in run)


def _runs(
    document: Document, items: Sequence[ListItem]
) -> Iterator[tuple[list[tuple[int, str]], list[ListItem]]]:
    """Part items into lists, each with the lines of the paragraph above it."""
    above: list[tuple[int, str]] = []
    run: list[ListItem] = []
    for item in items:
        paragraph = _paragraph_above(document.lines, item.line)
        if paragraph and run:
            yield above, run
            run = []
        if not run:
            above = paragraph
        run.append(item)
    if run:
        yield above, run


def _paragraph_above(lines: Sequence[str], line: int) -> list[tuple[int, str]]:
    """Give the lines of the paragraph right above a list entry; what an entry holds is none."""
    at = line - 1
    while at > 0 and not lines[at - 1].strip():
        at -= 1
    found: list[tuple[int, str]] = []
    while at > 0 and lines[at - 1].strip():
        text = lines[at - 1]
        if _ENTRY.match(text) or text[0] in " \t#":
            return []
        found.append((at, text.strip()))
        at -= 1
    return found[::-1]
