"""Rows of cells laid out in columns; a cell may have several lines."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.render.paint import Paint, cells

_GAP = "   "


def columns(rows: Sequence[Sequence[Sequence[str]]], paint: Paint) -> Iterator[str]:
    """Lay out rows, the first of which is their head."""
    widths = [
        max((cells(line) for cell in column for line in cell), default=0)
        for column in zip_longest(*rows, fillvalue=())
    ]
    for number, row in enumerate(rows):
        for lines in zip_longest(*row, fillvalue=""):
            padded = (
                text + " " * (width - cells(text))
                for text, width in zip(lines, widths, strict=False)
            )
            line = _GAP.join(padded).rstrip()
            yield line if number else paint("dim", line)
