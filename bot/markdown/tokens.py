"""What can start at a line: the door to mistletoe, and the mends of what it says.

Lines come without their end, with the tabs among their indentation expanded; nothing here keeps a
state. mistletoe 1.6 tells lines across, fences and HTML. Not taken from it, and why:

* its loop, lists and quotes: they parse what stands inside again at each level, from lines that
  were collected without knowing what is open in there, count them from the wrong one where a marker
  stands alone, and keep the state of a parse in class attributes, spoilt after a RecursionError;
* its headings, list markers and table rules: quadratic on long lines, or too generous;
* its link definitions: matched character by character over a copied rest of the text.
"""

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

_every_character = sys.maxunicode
sys.maxunicode = 0x7F  # importing it builds a set over all of Unicode, for what is unused here
try:
    from mistletoe.block_token import CodeFence, HtmlBlock, ThematicBreak
finally:
    sys.maxunicode = _every_character

TAB = 4
_INDENTATION = re.compile(r"[ \t>*+\-\d.)]*")
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r"(?:(=+)|-+)[ \t]*$")
_MARKER = re.compile(r"([-+*]|\d{1,9}[.)])(?:( +)|$)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_DEFINITION = re.compile(
    r"\[(?!\^)(?=\s*[^\s\]])(?:[^\[\]\\]|\\.){1,999}\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]*(?:\n[ \t]*|[ \t])(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*(?:\n|$)"
)
_VERBATIM = re.compile(r"<(?:pre|script|style|textarea)(?=[\s>]|$)", re.I)
_ENDS = {
    1: re.compile(r"</(?:pre|script|style|textarea)>", re.I),
    2: re.compile(r"-->"),
    3: re.compile(r"\?>"),
    4: re.compile(r">"),
    5: re.compile(r"]]>"),
}
_COMMENT, _ANY_TAG = 2, 7  # the numbers that CommonMark gives to kinds of HTML
_LONGEST_TAG = 2_000


class Fence(NamedTuple):
    """The line that opens a block of code: its run of marks, and the word behind it."""

    mark: str
    language: str


class Html(NamedTuple):
    """The line that opens a block of HTML."""

    end: re.Pattern[str] | None
    """what its last line holds; None where it ends above the next blank line"""
    comment: bool
    interrupts: bool
    """whether it may end a paragraph"""


class Marker(NamedTuple):
    """What opens an entry of a list, and the text behind it."""

    width: int
    ordered: bool
    interrupts: bool
    rest: str


def untabbed(line: str) -> str:
    """Expand the tabs among indentation and markers, where they stand for columns."""
    rest = _INDENTATION.sub("", line, count=1)
    return line[: len(line) - len(rest)].expandtabs(TAB) + rest


def heading(line: str) -> tuple[int, str] | None:
    """Read a heading's level and title; a closing run of # is no part of it."""
    match = _HEADING.match(line)
    if not match:
        return None
    title = line[match.end() :].strip()
    bare = title.rstrip("#")
    if not bare or bare[-1] in " \t":
        title = bare.rstrip()
    return match.end(), title


def underline(line: str) -> int:
    """Give the level of the heading that a line makes of the paragraph above it, 0 for none."""
    match = _UNDERLINE.match(line)
    return 0 if match is None else 1 if match[1] else 2


def is_break(line: str) -> bool:
    """Tell whether a line is one across."""
    marks = " \t" + line[0]
    if line[-1] not in marks or line.strip(marks):
        return False  # upstream goes to the end of a line to find out, at each marker in that
    return ThematicBreak.start(line) is not None


def fence(line: str) -> Fence | None:
    """Read the opening line of a fence; behind backticks there can be none."""
    match = CodeFence.pattern.match(line)
    if not match or (line[0] == "`" and "`" in match[3]):
        return None
    return Fence(match[2], match[4])


def closes(line: str, mark: str) -> bool:
    """Tell whether a fence ends here: its marks or more of them, and nothing else."""
    bare = line.lstrip(" ")
    if len(line) - len(bare) >= TAB or not bare.startswith(mark):
        return False
    return not bare.lstrip(mark[0]).strip(" \t")


def html(line: str) -> Html | None:
    """Read what kind of HTML starts here."""
    kind = 1 if _VERBATIM.match(line) else HtmlBlock.start(line[:_LONGEST_TAG] + "\n")
    if not kind or (kind == _ANY_TAG and len(line) > _LONGEST_TAG):
        return None
    return Html(_ENDS.get(kind), kind == _COMMENT, kind != _ANY_TAG)


def marker(line: str) -> Marker | None:
    """Read the marker of a list's entry; only one that starts a list may end a paragraph."""
    match = _MARKER.match(line)
    if not match:
        return None
    mark, gap = match[1], len(match[2] or "")
    ordered = len(mark) > 1
    rest = line[match.end() :]
    if not rest:
        return Marker(len(mark) + 1, ordered, interrupts=False, rest="")
    if gap > TAB:  # from the fifth on they indent what follows
        rest, gap = " " * (gap - 1) + rest, 1
    return Marker(len(mark) + gap, ordered, not ordered or mark[:-1] == "1", rest)


def footnote(line: str) -> str | None:
    """Give what stands behind the label of a footnote."""
    match = _FOOTNOTE.match(line)
    return line[match.end() :] if match else None


def without_definitions(lines: Sequence[str]) -> Sequence[str]:
    """Leave out the link definitions that a paragraph starts with; nobody sees them."""
    if not lines or not lines[0].startswith("[") or "]:" not in lines[0]:
        return lines
    text = "\n".join(lines)
    at = 0
    while match := _DEFINITION.match(text, at):
        at = match.end()
    return text[at:].split("\n") if at < len(text) else ()
