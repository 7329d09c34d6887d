"""Which lines a patch shows: only at those may a review comment stand."""

import re
from dataclasses import dataclass

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a patch: how far down it stands, and the hunk as far as it."""

    position: int
    hunk: str


def find_place(patch: str, line: int, side: str) -> Place | None:
    """Find a line by its number on the old (LEFT) or the new side; None where it is not shown."""
    old = new = 0
    hunk: list[str] = []
    for position, text in enumerate(patch.split("\n")):
        if match := _HUNK.match(text):
            old, new, hunk = int(match[1]), int(match[2]), [text]
            continue
        hunk.append(text)
        here = (old, new)[side == "RIGHT"]
        shown = text[:1] in (" -" if side == "LEFT" else " +")
        if shown and text and here == line:
            return Place(position, "\n".join(hunk))
        old += text[:1] in (" ", "-")
        new += text[:1] in (" ", "+")
    return None
