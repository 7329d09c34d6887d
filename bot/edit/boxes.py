"""The line of a checklist's item: its box, and the issue that it names."""

import re

_BOX = re.compile(r"^([\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)+\[)([ xX])(\](?=\s))")


def boxed(line: str, *, done: bool) -> str | None:
    """Tick or untick the box of a line; None where it has none."""
    match = _BOX.match(line)
    if match is None:
        return None
    return f"{match[1]}{'x' if done else ' '}{line[match.end(2) :]}"


def linked(line: str, number: int) -> str:
    """Let a line name an issue, before the spaces that break it."""
    bare = line.rstrip()
    if bare.endswith("\\"):
        bare = bare[:-1].rstrip()
    return f"{bare} (#{number}){line[len(bare) :]}"
