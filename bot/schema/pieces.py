"""The pieces of a section's text: its paragraphs, the entries of its lists, the rows of its tables.

Among them a text of the template's is known again where only some of it was left.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.markdown.inline import COMMENT
from bot.markdown.tables import is_table
from bot.schema.fold import fold_text

_ITEM = re.compile(r"([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\][ \t])?")
_ROW = re.compile(r"[ \t]*\|")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_ACROSS = re.compile(r"[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*")
_WORD = re.compile(r"[^\W_]")


@dataclass(slots=True)
class Piece:
    """A piece by its lines, counted from the text's first one, which is 0.

    One that is ``set`` says nothing to an author: the head of a table, code, and what stands below
    a line across: a motto, a note on where the template comes from.
    """

    line: int
    lines: list[str] = field(default_factory=list)
    depth: int = -1
    box: str = ""
    set: bool = False

    @property
    def text(self) -> str:
        """Give the piece as it is written."""
        return "\n".join(self.lines)

    @property
    def is_item(self) -> bool:
        """Tell whether it is an entry of a list."""
        return self.depth >= 0

    @property
    def key(self) -> str:
        """Fold the piece; a box that is ticked is another one."""
        return ("[x] " if "x" in self.box.casefold() else "") + fold_text(self.text)


def pieces_of(text: str) -> Iterator[Piece]:
    """Part a text into pieces, less those without a word in them."""
    for piece in _all_pieces(text):
        if _WORD.search(piece.text):
            yield piece


def _all_pieces(text: str) -> Iterator[Piece]:
    if "<!--" in text:
        text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines = text.split("\n")
    below = fenced = seen = False
    piece: Piece | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line) is not None
        ends = not fenced and (not line.strip() or _ACROSS.fullmatch(line))
        begun = None if fenced or ends else _begun(lines, number, fence=fence)
        if piece and (ends or begun):
            yield piece
            piece = None
        if ends:
            below = below or (seen and bool(line.strip()))
            continue
        seen = True
        piece = piece or begun or Piece(number)
        piece.lines.append(line)
        piece.set = piece.set or below
        fenced = fenced != fence
        if fence and not fenced:
            yield piece
            piece = None
    if piece:
        yield piece


def _begun(lines: list[str], number: int, *, fence: bool) -> Piece | None:
    """Begin a piece where a line does so by itself, and not by what stands above it."""
    line = lines[number]
    if fence:
        return Piece(number, set=True)
    if item := _ITEM.match(line):
        return Piece(number, depth=len(item[1]), box=item[2] or "")
    if _ROW.match(line):
        return Piece(number, set=is_table(line, "".join(lines[number + 1 : number + 2])))
    return None
