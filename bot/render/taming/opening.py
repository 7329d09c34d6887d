"""What opens a block at a line: a fence, an entry of a list, and whatever ends a paragraph."""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})[ \t]*([^\s`]*)([^`]*|(?<=~).*)")
_ITEM = re.compile(r"( {0,3})([-*+]|\d{1,9}[.)])(?:( {1,4})(?! )|( )(?= )|(?=$))")
_BOX = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_ACROSS = re.compile(r" {0,3}(?:([-*_])[ \t]*(?:\1[ \t]*){2,}|=+[ \t]*|-+[ \t]*)")
_OPENS = re.compile(r" {0,3}(?:>|#{1,6}(?:[ \t]|$)|`{3}|~{3}|[-*+] +\S|1[.)] +\S)")
_LANGUAGE = re.compile(r"[\w+#.-]{1,30}", re.ASCII)
_DRAWN = frozenset(("mermaid", "geojson", "topojson", "stl", "math", "suggestion"))


@dataclass(frozen=True, slots=True)
class Fence:
    """The line that opens a block of code. What GitHub would draw is shown as it is written."""

    indent: int
    mark: str
    language: str

    def is_closed_by(self, line: str) -> bool:
        """Tell whether a line closes it."""
        bare = line.strip()
        return len(bare) >= len(self.mark) and not bare.strip(self.mark[0])

    def unindented(self, line: str) -> str:
        """Take away what the fence itself is indented by."""
        lead = len(line) - len(line.lstrip(" "))
        return line[min(lead, self.indent) :]


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: its mark, its box if it has one, and the text on its first line."""

    mark: str
    box: str
    rest: str
    width: int


def fence_at(line: str) -> Fence | None:
    """Read the line that opens a fence."""
    match = _FENCE.fullmatch(line)
    if not match:
        return None
    word = match[3]
    is_shown = _LANGUAGE.fullmatch(word) and word.lower() not in _DRAWN
    return Fence(len(match[1]), match[2], word if is_shown else "")


def item_at(line: str) -> Item | None:
    """Read the first line of an entry."""
    match = _ITEM.match(line)
    if not match:
        return None
    rest = line[match.end() :]
    mark = "-" if match[2] in "-*+" else f"{match[2][:-1]}."
    box = _BOX.match(rest)
    width = match.end() if match.end() > match.end(2) else match.end() + 1
    if not box:
        return Item(mark, "", rest, width)
    return Item(mark, f"[{box[1].lower()}] ", rest[box.end() :], width)


def is_across(line: str) -> bool:
    """Tell whether a line is one across the page, or makes a heading of what is above it."""
    return _ACROSS.fullmatch(line) is not None


def starts_block(line: str) -> bool:
    """Tell whether a line ends the paragraph above it."""
    return _OPENS.match(line) is not None
