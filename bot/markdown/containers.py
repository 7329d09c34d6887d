"""The lists, quotes and footnotes that are open at a line, outermost first."""

import re
from typing import NamedTuple

from bot.markdown.decode import Unreadable

_QUOTE = re.compile(r" {0,3}> ?")
_DEEPEST = 100  # in each other; behind about as many on a line cmark-gfm reads but text


class Container(NamedTuple):
    """A list's item, a footnote or a quote."""

    pad: str
    """the spaces that its lines start with; none for a quote"""
    items: int
    """how many list items are open, with this one if it is one"""


class Containers:
    """A stack of them that a line goes on with as far as it has what they put in front of it."""

    def __init__(self) -> None:
        self.open: list[Container] = []
        self._quotes: list[int] = []  # which of them are quotes
        self._bare = -2  # the line on which the last item started with nothing behind its marker

    def go_on(self, rest: str, at: int) -> tuple[str, int]:
        """Give what is left of a line inside, and how many containers it goes on with."""
        matched = quotes = 0
        for pad, _ in self.open:
            if not pad:
                match = _QUOTE.match(rest)
                if not match:
                    break
                rest = rest[match.end() :]
                quotes += 1
            elif rest.startswith(pad):
                rest = rest[len(pad) :]
            elif rest.strip(" "):
                break
            else:  # a blank line goes on with items, and ends the next quote
                matched = self._quotes[quotes] if quotes < len(self._quotes) else len(self.open)
                break
            matched += 1
        if self._bare == at - 1 and matched == len(self.open) and not rest.strip(" "):
            matched -= 1  # of an item's first two lines one has to have text
        return rest, matched

    def add_quote(self, at: int) -> None:
        """Open a quote."""
        self._quotes.append(len(self.open))
        self._add("", at, items=0)

    def add_footnote(self, pad: str, at: int) -> None:
        """Open a footnote."""
        self._add(pad, at, items=0)

    def add_item(self, pad: str, at: int, *, bare: bool) -> None:
        """Open an item of a list."""
        self._add(pad, at, items=1)
        if bare:
            self._bare = at

    def _add(self, pad: str, at: int, *, items: int) -> None:
        if len(self.open) >= _DEEPEST:
            found = f"lists or quotes are nested over {_DEEPEST} deep here"
            raise Unreadable(at + 1, found, "flatten them")
        around = self.open[-1].items if self.open else 0
        self.open.append(Container(pad, around + items))

    def cut(self, matched: int) -> None:
        """Leave those open that a line goes on with."""
        del self.open[matched:]
        while self._quotes and self._quotes[-1] >= matched:
            self._quotes.pop()
