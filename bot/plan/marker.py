"""The first line by which the Steward knows its own comment, and the line in an issue's body.

A marker says what was last seen, for GitHub is the only store. Its values are escaped such that
none can end the comment that it stands in, whatever text they were made of.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote, unquote

from bot.model import own_labels

_MARKER = re.compile(r"<!-- spec-steward:([a-z]+) v1((?: [a-z]+=[\w.%~/:,+]*)*) -->")
_PAIR = re.compile(r"([a-z]+)=(\S*)")
_SAFE = "/:,+"

ISSUE = "issue"
"""the kind of the marker in an issue's body"""
NUMBER = "number"
"""what an issue's own number is called in it"""
LABEL = own_labels.LABEL
"""the label of every issue that has one"""


def write_marker(kind: str, values: Mapping[str, str]) -> str:
    """Write a marker; a name consists of small letters."""
    pairs = "".join(f" {name}={_escaped(value)}" for name, value in values.items())
    return f"<!-- spec-steward:{kind} v1{pairs} -->"


def read_marker(body: str, kind: str, *, first: bool = False) -> dict[str, str] | None:
    """Read the values of the first marker of a kind; with ``first``, on the first line alone."""
    text = body.replace("\r\n", "\n")
    lines = text.split("\n", 1)[:1] if first else text.split("\n")
    for line in lines:
        match = _MARKER.fullmatch(line.strip())
        if match and match[1] == kind:
            return {name: unquote(value) for name, value in _PAIR.findall(match[2])}
    return None


def is_marker(line: str) -> bool:
    """Tell whether a line is a marker, of whatever kind."""
    return _MARKER.fullmatch(line.strip()) is not None


def issue_markers(lines: Sequence[str], number: int) -> dict[int, dict[str, str]]:
    """Find the lines that may be the marker of an issue, each with its values.

    What names another issue was quoted from there. Before an issue stands it has no number, so a
    marker without one will do, as long as none names the issue itself.
    """
    found: dict[int, dict[str, str]] = {}
    for at, line in enumerate(lines):
        if (values := read_marker(line, ISSUE)) is None:
            continue
        if values.get(NUMBER) == str(number):
            return {at: values}
        if NUMBER not in values:
            found[at] = values
    return found


def _escaped(value: str) -> str:
    # "-" is safe in addresses and not within a comment, where two of them may end it
    return quote(value, safe=_SAFE).replace("-", "%2D")
