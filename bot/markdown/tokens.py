"""What can start at a line: its marks, and what it says with them.

Lines come without their end, with the tabs among their indentation expanded; nothing here keeps a
state.
"""

import re
from typing import NamedTuple

TAB = 4
_INDENTATION = re.compile(r"(?:[ \t>*+\-0-9.)]|\[\^[^\]\s]++\]:)*+")
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r"(?:(=+)|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(\S*)")
_MARKER = re.compile(r"([-+*]|[0-9]{1,9}[.)])(?:( +)|$)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_LEAST = 3  # marks of a line across


class Fence(NamedTuple):
    """The line that opens a block of code: its run of marks, and the word behind it."""

    mark: str
    language: str


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
    title = line[match.end() :].strip(" \t")
    bare = title.rstrip("#")
    if not bare or bare[-1] in " \t":
        title = bare.rstrip(" \t")
    return match.end(), title


def underline(line: str) -> int:
    """Give the level of the heading that a line makes of the paragraph above it, 0 for none."""
    match = _UNDERLINE.match(line)
    return 0 if match is None else 1 if match[1] else 2


def is_break(line: str) -> bool:
    """Tell whether a line is one across."""
    marks = " \t" + line[0]
    if line[-1] not in marks or line.strip(marks):
        return False  # its end first: a line of markers is asked at each of them
    return line.count(line[0]) >= _LEAST


def fence(line: str) -> Fence | None:
    """Read the opening line of a fence; behind backticks there can be none."""
    match = _FENCE.match(line)
    if not match or (line[0] == "`" and "`" in line[match.end(1) :]):
        return None
    return Fence(match[1], match[2])


def closes(line: str, mark: str) -> bool:
    """Tell whether a fence ends here: its marks or more of them, and nothing else."""
    bare = line.lstrip(" ")
    if len(line) - len(bare) >= TAB or not bare.startswith(mark):
        return False
    return not bare.lstrip(mark[0]).strip(" \t")


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
