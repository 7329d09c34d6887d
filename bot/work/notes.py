"""Where a note begins that people put behind an item: "(ACME-12)", "[Bob]", "-- ETA Q3"."""

import re
from collections.abc import Iterator

_BEGIN = re.compile(r"\s(?=[(\[]|[-\u2013\u2014]{1,2}\s)")
_BRACKETS = re.compile(r"(?:[(\[][^()\[\]]*[)\]][.\s]*)+")


def notes_in(text: str) -> Iterator[int]:
    """Give each place from which there is nothing but brackets, or what stands behind a dash."""
    for begin in _BEGIN.finditer(text):
        at = begin.end()
        end = found.end() if (found := _BRACKETS.match(text, at)) else at
        if end == len(text) or text[end] in "-\u2013\u2014":
            yield at
