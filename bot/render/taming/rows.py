"""Tables, written anew cell by cell."""

import re
from collections.abc import Iterator, Sequence

from bot.render.taming.ground import Ground
from bot.render.taming.inline import tamed_line

_BETWEEN = re.compile(r"(?<!\\)\|")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_WIDEST = 20
_LONGEST = 1_000  # characters of a row


def starts_table(lines: Sequence[str], at: int) -> bool:
    """Tell whether a table starts at a line: its head, and the line that parts it from the rest."""
    if at + 1 >= len(lines) or "|" not in lines[at] or "-" not in lines[at + 1]:
        return False
    if "|" not in lines[at + 1] or len(lines[at + 1]) > _LONGEST:
        return False
    is_parted = _DELIMITERS.fullmatch(lines[at + 1]) is not None
    return is_parted and len(_cells(lines[at])) == len(_cells(lines[at + 1]))


def tamed_table(lines: Sequence[str], ground: Ground) -> Iterator[str]:
    """Write a table anew, each row as wide as its head."""
    width = min(len(_cells(lines[0])), _WIDEST)
    for at, line in enumerate(lines):
        if at == 1:
            yield "|---" * width + "|"
            continue
        cells = [*_cells(line)[:width], *[""] * width][:width]
        yield f"| {' | '.join(tamed_line(cell, ground) for cell in cells)} |"


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _BETWEEN.split(bare)]
