"""The block of text that is open at a line: a paragraph, a table, code, or HTML."""

import re
from collections.abc import Sequence
from enum import IntEnum

from bot.markdown import tokens
from bot.markdown.blocks import Blocks
from bot.markdown.definitions import without_definitions
from bot.model.document import ListItem, Span

_BOX = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


class Kind(IntEnum):
    """What it is; fences and HTML, the last ones, take any line until they end."""

    NOTHING = 0
    PROSE = 1
    TABLE = 2
    INDENTED = 3
    FENCE = 4
    HTML = 5
    COMMENT = 6


NOTHING, PROSE, TABLE, INDENTED, FENCE, HTML, COMMENT = Kind


class Leaf:
    """There is one at most; as it ends, what is of interest in it goes to the blocks.

    ``item`` is the entry of a list that has opened and whose text is still to come: the paragraph
    that it starts with. One that starts with anything else is settled to have none.
    """

    def __init__(self, blocks: Blocks) -> None:
        self.kind = NOTHING
        self.start = 0
        self.last = 0  # the last line of code by indentation that is not blank
        self.parts: list[str] = []  # the lines of a paragraph, without what containers put there
        self.fence = tokens.Fence("", "")
        self.html_end: re.Pattern[str] | None = None
        self.item: tuple[int, int, bool] | None = None
        self._blocks = blocks

    def begin(self, kind: Kind, at: int) -> None:
        """Start another one, where the last has ended."""
        self.kind, self.start = kind, at

    def swallow(self, rest: str, at: int) -> None:
        """Give a line to open code or HTML, which look for nothing but their end."""
        if self.kind == FENCE:
            if tokens.closes(rest, self.fence.mark):
                self.finish(at + 1)
        elif self.html_end is None:
            if not rest.strip(" "):
                self.finish(at)
        elif self.html_end.search(rest):
            self.finish(at + 1)

    def finish(self, stop: int) -> None:
        """End it above the line of the index ``stop``."""
        kind, self.kind = self.kind, NOTHING
        if kind == PROSE:
            if self.item:
                self.settle(_joined(without_definitions(self.parts)))
            self.parts.clear()
        elif kind == TABLE:
            self._blocks.tables.append(Span(self.start + 1, stop + 1))
        elif kind == INDENTED:
            self._blocks.code.append(Span(self.start + 1, self.last + 2))
        elif kind == FENCE:
            self._blocks.code.append(Span(self.start + 1, stop + 1, self.fence.language))
        elif kind == COMMENT:
            self._blocks.comments.append(Span(self.start + 1, stop + 1))

    def settle(self, words: str = "") -> None:
        """Note down the list item that has waited for its text."""
        if not self.item:
            return
        line, depth, ordered = self.item
        self.item = None
        box = _BOX.match(words)
        ticked = box[1] != " " if box else None
        text = words[box.end() :] if box else words
        self._blocks.add_item(ListItem(text, line, depth, ticked, ordered))

    def as_title(self) -> tuple[str, int]:
        """Make the paragraph a title: its text, and the line on which that starts."""
        shown = without_definitions(self.parts)
        title, line = _joined(shown), self.start + len(self.parts) - len(shown) + 1
        self.parts.clear()
        return title, line


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part.strip(" \t") for part in parts)
