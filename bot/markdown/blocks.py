"""The block structure of a text, flattened: headings, list items, and spans of code and tables."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from bot.markdown import tokens
from bot.markdown.decode import Unreadable
from bot.model.document import ListItem, Span

_BOX = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_MARKER = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]*$")
_TOP, _WITHIN = -2, -1  # depths outside of all lists: at the top, or within a quote
_HEADINGS = 20_000  # more than any document that a person has written
_LINES = 40_000  # lines, counted again at each level of nesting, that any document may take
_LINES_AT_ALL = 150_000
_LOCK = Lock()  # upstream keeps the state of a parse in class attributes


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the lines it takes."""

    title: str
    level: int
    line: int
    stop: int


@dataclass(slots=True)
class Blocks:
    """What one walk over the structure has collected, in document order."""

    headings: list[Heading] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    tables: list[Span] = field(default_factory=list)
    definitions: list[int] = field(default_factory=list)


def read_blocks(lines: Sequence[str], skip: Iterable[Span] = ()) -> Blocks:
    """Parse lines into blocks, taking those of ``skip`` for blank."""
    text = [line + "\n" for line in lines]
    for span in skip:
        text[span.start - 1 : span.stop - 1] = ["\n"] * (span.stop - span.start)
    blocks = Blocks()
    with _LOCK:
        # After a RecursionError upstream leaves this False for the rest of the process.
        tokens.Paragraph.parse_setext = True
        tokens.Budget.spent = -len(text)
        tokens.Budget.limit = min(5 * len(text) + _LINES, _LINES_AT_ALL)
        try:
            _walk(tokens.tokenize_block(text, None), blocks, _TOP, text)
        except RecursionError:
            what = "lists or quotes are nested too deep here, or too many"
            raise Unreadable(_deepest(lines), what, "flatten them, or split the document") from None
    if len(blocks.headings) > _HEADINGS:
        line = blocks.headings[_HEADINGS].line
        raise Unreadable(line, f"there are over {_HEADINGS:,} headings", "split the document")
    return blocks


def _walk(found: tokens.ParseBuffer, into: Blocks, depth: int, text: Sequence[str]) -> None:
    for kind, result, _ in found:
        if kind is tokens.List:
            for entry in result:
                _item(entry, into, max(depth, _WITHIN) + 1, text)
        elif kind is tokens.Quote:
            _walk(result, into, max(depth, _WITHIN), text)
        elif isinstance(result, tuple):
            _leaf(result, into, depth)


def _leaf(block: tokens.Block, into: Blocks, depth: int) -> None:
    name, start, stop, text = block
    if name[0] == "h" and name != "html":
        if depth == _TOP:  # a heading within a list item or quote structures that alone
            into.headings.append(Heading(text, int(name[1]), start, stop))
    elif name == "code":
        into.code.append(Span(start, stop, text))
    elif name == "comment":
        into.comments.append(Span(start, stop))
    elif name == "table":
        into.tables.append(Span(start, stop))
    elif name == "definition":
        into.definitions.append(start)


def _item(
    entry: tuple[tokens.ParseBuffer, int, int, str, int],
    into: Blocks,
    depth: int,
    text: Sequence[str],
) -> None:
    inner, _, _, marker, line = entry
    first = inner[0][1] if inner and inner[0][0] is tokens.Prose else None
    words = " ".join(part.strip() for part in first) if isinstance(first, list) else ""
    box = _BOX.match(words)
    ticked = None
    if box:
        ticked = box[1] != " "
        words = words[box.end() :]
    into.items.append(ListItem(words.strip(), line, depth, ticked, len(marker) > 1))
    if len(inner) > 1 or not isinstance(first, list):
        _walk(_shifted(inner) if _MARKER.match(text[line - 1]) else inner, into, depth, text)


def _shifted(inner: tokens.ParseBuffer) -> tokens.ParseBuffer:
    """Move spans down a line: upstream counts from the marker, also where that stands alone."""
    moved = [
        (kind, (r[0], r[1] + 1, r[2] + 1, r[3]) if isinstance(r, tuple) else r, line)
        for kind, r, line in inner
    ]
    return tokens.ParseBuffer(moved)


def _deepest(lines: Sequence[str]) -> int:
    """Give the line that is indented or quoted most."""
    depths = (len(line) - len(line.lstrip(" \t>-+*")) for line in lines)
    return max(enumerate(depths, start=1), key=lambda pair: pair[1])[0]
