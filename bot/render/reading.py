"""A comment of ours as people read it: Markdown → plain lines for a terminal.

What is folded on GitHub is folded here, links are their words, tables are columns. It knows the
Markdown that our own pages write, and leaves alone whatever else it meets.
"""

import html
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from operator import itemgetter

from bot.render.columns import columns
from bot.render.defuse import BREAK, visible
from bot.render.paint import Paint, plain, wrap

CLOSED = "▸"
"""what a folded line begins with"""

_INLINE = re.compile(
    r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<literal>[!-/:-@\[-`{-~])"
    r"|\[(?P<link>(?:\\.|(?>(?P<inner>`+)(?!`).+?(?<!`)(?P=inner)(?!`))|[^\[\]\\`])*)\]"
    r"\((?:[^()\s]|\([^()\s]*\))*\)"
    r"|(?P<mark>\*\*|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*]))"
    r"|(?P<end><br ?/?>)"
    r"|(?P<tag></?[a-z]+(?: [^<>]*)?>)"
    r"|(?P<entity>&(?:\#?\w+);)"
)
_FOLD, _UNFOLD = "<details>", "</details>"
_SUMMARY = re.compile(r"<summary>(.*)</summary>")
_HEADING = re.compile(r"\#{1,6} +(.*)")
_LEAD = re.compile(r"(?:> ?|[-*] |\d+\. )*")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_FENCE = re.compile(r"(`{3,})[^`]*")
_ALERT = re.compile(r"> \[!(\w+)\]")


class _Kind(Enum):
    """What a line is, as far as that makes a difference."""

    BLANK = auto()
    TEXT = auto()
    LITERAL = auto()
    ROW = auto()
    FOLDED = auto()


def readable(text: str, width: int = 0, paint: Paint = plain) -> list[str]:
    """Give the lines; ``width`` 0 never wraps. A line that is empty parts two blocks."""
    lines: list[str] = []
    last = parting = None
    for kind, group in groupby(_kinds(text.split("\n")), itemgetter(0)):
        if kind is _Kind.BLANK:
            parting = kind
            continue
        if last and parting and not (kind is last is _Kind.FOLDED):  # these are a list of their own
            lines.append("")
        lines += _block(kind, [line for _, line in group], width, paint)
        last, parting = kind, None
    return lines


def _kinds(lines: Sequence[str]) -> Iterator[tuple[_Kind, str]]:
    """Give each line that is not folded away; code stands for nothing but itself."""
    depth, fence = 0, ""
    for line in lines:
        mark = _FENCE.fullmatch(line)
        if fence:
            if mark and line.strip() == mark[1] >= fence:
                fence = ""
            elif not depth:
                yield _Kind.LITERAL, line
            continue
        fence = mark[1] if mark else ""
        depth += line.startswith(_FOLD)
        if depth == 1 and (summary := _SUMMARY.search(line)):
            yield _Kind.FOLDED, summary[1]
        elif not depth and not fence:
            yield _kind(line), line
        depth -= line.startswith(_UNFOLD)


def _kind(line: str) -> _Kind:
    if not line.strip():
        return _Kind.BLANK
    return _Kind.ROW if line.startswith("|") else _Kind.TEXT


def _block(kind: _Kind, lines: Sequence[str], width: int, paint: Paint) -> Iterator[str]:
    if kind is _Kind.ROW:
        yield from columns([_cells(row) for row in lines if not _RULE.fullmatch(row)], paint)
        return
    for line in lines:
        if kind is _Kind.LITERAL:
            yield visible(line)
        elif kind is _Kind.FOLDED:
            yield f"{CLOSED} {inline(line)}"
        else:
            yield from _text(line, width, paint)


def _text(line: str, width: int, paint: Paint) -> Iterator[str]:
    if match := _HEADING.match(line):
        yield paint("path", inline(match[1]))
        return
    if match := _ALERT.match(line):
        yield paint("warning", match[1].capitalize())
        return
    lead = _LEAD.match(line)
    before = lead[0] if lead else ""
    hanging = " " * len(before)
    parts = wrap(inline(line[len(before) :]), max(1, width - len(before)) if width else 0)
    for number, part in enumerate(parts):
        yield f"{hanging if number else before}{part}"


def _cells(row: str) -> list[list[str]]:
    """Give the cells of a row, each by its lines."""
    return [
        [inline(part) for part in re.split("<br ?/?>", cell)]
        for cell in row.strip().strip("|").split("|")
    ]


def inline(text: str) -> str:
    """Read a line without its marks; whatever it then holds is only shown."""
    return visible(_read(text).replace(BREAK, "").strip())


def _read(text: str) -> str:
    return _INLINE.sub(_meaning, text)


def _meaning(match: re.Match[str]) -> str:
    if match["code"]:
        return match[0]
    if match["entity"]:
        return html.unescape(match[0])
    if match["link"]:
        return _read(match["link"])
    return match["literal"] or (" · " if match["end"] else "")
