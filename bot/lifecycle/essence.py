"""What is left of some lines of a document when all is taken away that asks for nothing.

Prose comes down to its words, wherever its lines end; a list to its entries and how deep they
stand, whatever their marks; a table to its cells; code to its lines. Boxes are there, ticked or
not, and so is what is struck through. Marks of structure begin with a NUL, which no word does.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.lifecycle.bookkeeping import bookkeeping
from bot.lifecycle.said import words_of
from bot.lifecycle.set_apart import Skip, code_of, comment_of, metadata_of, table_of
from bot.markdown import tokens
from bot.markdown.definitions import without_definitions
from bot.model.document import Document, ListItem, Span

_BEFORE = " \t>"
_MARK = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_BOX = re.compile(r"\[[ xX]\][ \t]+")
_ISSUE = re.compile(r"\(\[?#\d{1,9}(?:\]\([^()\s]*\))?\)")  # what is written behind work
_ITEM, _BOXED, _QUOTE = "\0item", "\0box", "\0quote"

_Read = Callable[[Sequence[str], int, Skip], Iterator[str]]


class Essence:
    """Reads the sections of one document, one after the other."""

    def __init__(self, document: Document) -> None:
        """Find out what starts at which line, once for all sections."""
        self._lines = document.lines
        self._skip = bookkeeping(document.fields)
        self._spans: dict[int, tuple[_Read, Span]] = {}
        for spans, read in (
            (document.metadata, metadata_of),
            (document.code, code_of),
            (document.comments, comment_of),
            (document.tables, table_of),
        ):
            self._spans.update((span.start, (read, span)) for span in spans)
        self._items: dict[int, list[ListItem]] = {}
        for item in document.items:
            self._items.setdefault(item.line, []).append(item)
        self._said: list[str] = []
        self._open: list[str] = []  # the lines of the paragraph that is being read
        self._boxed = False  # whether that is the text of a box
        self._quotes = 0  # how many quotes it is in

    def of(self, start: int, stop: int) -> str:
        """Give what the lines from ``start`` up to ``stop`` come to."""
        self._said, self._quotes = [], 0
        number = start
        while number < stop:
            number = self._read(number)
        self._finish()
        return "\n".join(self._said)

    def _read(self, number: int) -> int:
        """Read what starts at a line, and give the line behind it."""
        read, span = self._spans.get(number, (None, None))
        if number in self._skip and span is None:
            return number + 1
        items = self._items.get(number, ())
        rest, quotes = _bare(self._lines[number - 1], len(items))
        begins = bool(items) or span is not None
        if rest or begins:
            self._quote(quotes, begins=begins)
        if span is None and _is_across(rest):
            rest = ""
        if begins or not rest:
            self._finish()
        for item in items:
            self._boxed = item.ticked is not None
            self._said += (f"{_ITEM} {item.depth}", *((_BOXED,) if self._boxed else ()))
        if read and span:
            more = self._lines[span.start : span.stop - 1]
            self._said += read((rest, *more), number, self._skip)
            return span.stop
        if rest:
            self._open.append(rest)
        return number + 1

    def _quote(self, quotes: int, *, begins: bool) -> None:
        """Note down where a quote begins and ends; the lines of a paragraph may leave marks out."""
        if quotes == self._quotes or (quotes < self._quotes and not begins and self._open):
            return
        self._finish()
        self._said.append(f"{_QUOTE} {quotes}")
        self._quotes = quotes

    def _finish(self) -> None:
        """End the paragraph; definitions at its beginning are seen by nobody."""
        if not self._open:
            return
        text = " ".join(without_definitions(self._open))
        if self._boxed:
            text = _ISSUE.sub("", _BOX.sub("", text, count=1) if _BOX.match(text) else text)
        self._said += words_of(text)
        self._boxed = False
        self._open = []


def _is_across(rest: str) -> bool:
    return rest[:1] in ("-", "*", "_") and tokens.is_break(rest)


def _bare(line: str, items: int) -> tuple[str, int]:
    """Take off a line what lists and quotes put in front of it; count the quotes."""
    rest = line.lstrip(_BEFORE)
    for _ in range(items):
        rest = _MARK.sub("", rest, count=1).lstrip(_BEFORE)
    before = line[: len(line) - len(rest)]
    return rest.rstrip(), before.count(">")
