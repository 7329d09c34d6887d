"""Where a line has gone, in the time from one commit to another."""

import re

from bot.sandbox.git.differences import list_changes
from bot.sandbox.git.mirror import Mirror

_HUNK = re.compile(r"@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@")


def follow_line(mirror: Mirror, old: str, new: str, path: str, line: int) -> int | None:
    """Return the number that a line of a file has by now; None where somebody has changed it."""
    changes = (
        each for each in list_changes(mirror, old, new) if path in {each.path, each.previous}
    )
    change = next(changes, None)
    if change is None:
        return line
    if change.path != path or change.patch is None:
        return None
    return _moved(change.patch, line)


def _moved(patch: str, line: int) -> int | None:
    before = after = shift = 0
    for text in patch.split("\n"):
        if match := _HUNK.match(text):
            before, after = int(match[1]), int(match[2])
            if line < before:
                break
            continue
        if text[:1] == " " and before == line:
            return after
        if text[:1] == "-" and before == line:
            return None
        before += text[:1] in (" ", "-")
        after += text[:1] in (" ", "+")
        shift = after - before
    return line + shift
