"""Which lines of a comment speak to the Steward: those that begin with ``/spec`` in plain text.

What GitHub shows as anything else is somebody else's word, or an example: lines of a quote (also
those that go on with one without its sign), of code, of HTML and its comments. An entry of a list
is none either: there people list commands, more often than they give them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from bot.markdown.decode import Unreadable
from bot.markdown.definitions import without_definitions
from bot.markdown.reader import read_blocks

_LONGEST = 65_536  # characters; GitHub takes no longer comment
_CALL = re.compile(r" {0,3}(?ai:/spec)(?!\S)")  # in ASCII, or a long s would be an s
_UNDERLINE = "==="
_OPENING = re.compile(r"\\[!-/:-@\[-`{-~]|`+|<!--")
_CLOSING = re.compile(r"`+|-->")


def addressed(text: str) -> Iterator[str]:
    """Give what stands behind the call in each of these lines, in order."""
    if len(text) > _LONGEST:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    calls = {at: call.end() for at, line in enumerate(lines) if (call := _CALL.match(line))}
    if not calls:
        return
    starts = _paragraphs(lines, calls)
    hidden = _hidden(lines, starts)
    yield from (lines[at][calls[at] :] for at in starts if at not in hidden)


def _paragraphs(lines: Sequence[str], calls: Mapping[int, int]) -> dict[int, int]:
    """Give the calls that are text of a paragraph outside of lists and quotes, and where it starts.

    The reader of blocks tells headings, and no paragraphs. So each call is underlined here, which
    makes a heading of it in such a paragraph and nowhere else, and is written once more below, so
    that the next line finds what it would have found: the text of a paragraph, a quote, or code.
    """
    probed: list[str] = []
    origin: list[int] = []  # of each line that is read, the line that it was made of
    underlined: dict[int, int] = {}
    for at, line in enumerate(lines):
        probed.append(line)
        if at in calls:
            indent = " " * (len(line) - len(line.lstrip(" ")))
            probed.extend((indent + _UNDERLINE, line))
            underlined[len(probed)] = at  # the number of the line on which that heading stops
        origin.extend([at] * (len(probed) - len(origin)))
    try:
        headings = read_blocks(probed).headings
    except Unreadable:  # as deep as nobody nests, or headings by the thousand
        return {}
    starts: dict[int, int] = {}
    for heading in headings:
        if (call := underlined.get(heading.stop)) is not None:
            first = origin[heading.line - 1]
            starts[call] = starts.get(first, first)  # one behind another call starts where that did
    return starts


def _hidden(lines: Sequence[str], starts: Mapping[int, int]) -> set[int]:
    """Give the calls within something that goes over several lines of their paragraph."""
    hidden: set[int] = set()
    paragraphs: dict[int, list[int]] = {}
    for call, start in starts.items():
        paragraphs.setdefault(start, []).append(call)
    beyond = [*paragraphs, len(lines)][1:]
    for (start, calls), stop in zip(paragraphs.items(), beyond, strict=True):
        # It may end earlier, above a fence or a heading. Then a stray tick may find its twin there:
        # a call is missed that way, and none is made up.
        end = next((n for n in range(calls[-1], stop) if not lines[n].strip(" \t")), stop)
        covered = _covered([line.lstrip(" \t") for line in lines[start:end]])
        hidden.update(call for call in calls if call - start in covered)
    return hidden


def _covered(lines: Sequence[str]) -> set[int]:
    """Give the lines that begin within a link definition, a code span or a comment."""
    covered = set(range(len(lines) - len(without_definitions(lines))))
    text = "\n".join(lines)
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    for start, stop in _spans(text):
        covered.update(range(bisect_left(ends, start) + 1, bisect_left(ends, stop) + 1))
    return covered


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the code spans and comments of a paragraph; what never closes is neither."""
    closing: dict[str, list[int]] = {}
    for close in _CLOSING.finditer(text):
        closing.setdefault(close[0], []).append(close.end())
    at = 0
    while mark := _OPENING.search(text, at):
        at = mark.end()
        ends = closing.get("-->" if mark[0] == "<!--" else mark[0], [])
        after = bisect_right(ends, at)
        if after < len(ends):
            at = ends[after]
            yield mark.start(), at
