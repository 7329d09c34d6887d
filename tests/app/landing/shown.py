"""Boxes as they stand in the text of an issue, and what a hand does to them."""

import re

_LINE = re.compile(r"( *)- \[([ x])\] (.+)")


def is_shown(body: str, words: str, inside: str = "") -> bool | None:
    """Tell whether a box is ticked; None where it is not there."""
    at = _place(body, words, inside)
    return None if at is None else "- [x]" in body.split("\n")[at]


def turned(body: str, words: str, inside: str = "") -> str:
    """Tick a box, or untick it."""
    lines, at = body.split("\n"), _place(body, words, inside)
    assert at is not None
    old, new = ("- [x]", "- [ ]") if "- [x]" in lines[at] else ("- [ ]", "- [x]")
    return "\n".join((*lines[:at], lines[at].replace(old, new), *lines[at + 1 :]))


def _place(body: str, words: str, inside: str) -> int | None:
    """Find the line of a box; one ``inside`` a task stands below that."""
    above = ""
    for at, line in enumerate(body.split("\n")):
        if (found := _LINE.fullmatch(line)) is None:
            continue
        if not found[1]:
            above = found[3]
        if found[3] == words and (above if found[1] else "") == inside:
            return at
    return None
