"""A patch line by line, with what was said at the lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.sandbox.pages.notes import Note
from bot.sandbox.pages.remarks import Thread
from bot.sandbox.pages.text.sanitising import literal

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")
_KINDS = {" ": "same", "+": "add", "-": "del", "\\": "aside"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a patch, by its numbers before and after."""

    kind: str
    old: int | None
    new: int | None
    text: Markup
    notes: tuple[Note, ...] = ()
    threads: tuple[Thread, ...] = ()

    def holds(self, line: int | None, side: str = "RIGHT") -> bool:
        """Tell whether it is this line of the old (LEFT) or the new side."""
        return line is not None and line == (self.old if side == "LEFT" else self.new)


def read_patch(
    patch: str, notes: Sequence[Note] = (), threads: Sequence[Thread] = ()
) -> tuple[Line, ...]:
    """Return the lines of a patch; each has what was said at it below."""
    return tuple(
        Line(
            each.kind,
            each.old,
            each.new,
            each.text,
            tuple(note for note in notes if each.holds(note.end)),
            tuple(one for one in threads if each.holds(one.line, one.side)),
        )
        for each in _lines(patch)
    )


def _lines(patch: str) -> Iterator[Line]:
    old = new = 0
    for text in patch.split("\n"):
        if match := _HUNK.match(text):
            old, new = int(match[1]), int(match[2])
            yield Line("hunk", None, None, literal(text))
            continue
        kind = _KINDS.get(text[:1], "aside")
        before, after = kind in {"same", "del"}, kind in {"same", "add"}
        yield Line(kind, old if before else None, new if after else None, literal(text[1:]))
        old += before
        new += after
