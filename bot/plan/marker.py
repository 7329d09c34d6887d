"""The first line by which the Steward knows its own comment, and the line in an issue's body.

A marker says what was last seen, for GitHub is the only store. Its values are escaped such that
none can end the comment that it stands in, whatever text they were made of.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, unquote

from bot.model import own_labels

_BEGIN = "<!-- spec-steward:"
_MARKER = re.compile(rf"{_BEGIN}([a-z]+) v1((?: [a-z]+=[\w.%~/:,+]*)*) -->")
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
        named, values = _read(line)
        if named == kind:
            return dict(values)
    return None


def spec_in(body: str) -> str:
    """Give the path of the spec that an issue of ours is about; empty where none is named."""
    marker = read_marker(body, ISSUE)
    return marker.get("path", "") if marker else ""


def _read(line: str) -> tuple[str, Mapping[str, str]]:
    """Give the kind of the marker that a line is, and its values; no kind where it is none."""
    text = line.strip()
    return _read_anew(text) if text.startswith(_BEGIN) else ("", {})


# Each look at a repository reads the markers of all its issues, of which hardly any has changed.
@lru_cache(maxsize=2_048)
def _read_anew(text: str) -> tuple[str, Mapping[str, str]]:
    match = _MARKER.fullmatch(text)
    if not match:
        return "", {}
    return match[1], {name: unquote(value) for name, value in _PAIR.findall(match[2])}


def is_marker(line: str) -> bool:
    """Tell whether a line is a marker, of whatever kind."""
    return bool(_read(line)[0])


def issue_markers(lines: Sequence[str], number: int) -> dict[int, Mapping[str, str]]:
    """Find the lines that may be the marker of an issue, each with its values.

    What names another issue was quoted from there. Before an issue stands it has no number, so a
    marker without one will do, as long as none names the issue itself.
    """
    found: dict[int, Mapping[str, str]] = {}
    for at, line in enumerate(lines):
        kind, values = _read(line)
        if kind != ISSUE:
            continue
        if values.get(NUMBER) == str(number):
            return {at: values}
        if NUMBER not in values:
            found[at] = values
    return found


# So are they written: most values are those of the last time.
@lru_cache(maxsize=4_096)
def _escaped(value: str) -> str:
    # "-" is safe in addresses and not within a comment, where two of them may end it
    return quote(value, safe=_SAFE).replace("-", "%2D")
