"""Lays text out for a terminal: how wide it is, how it wraps, and which paint it gets."""

from collections.abc import Callable
from typing import TypeAlias

Paint: TypeAlias = Callable[[str, str], str]  # a role (``error``, ``dim``, …) and a text


def plain(_role: str, text: str) -> str:
    """Leave a text as it is."""
    return text


def painter(colour: bool) -> Paint:
    """Give the paint of a terminal, or none; only colour costs the import of rich."""
    if not colour:
        return plain
    from bot.render.colour import colourful  # noqa: PLC0415 - rich takes longer than the check

    return colourful


def cells(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - ASCII needs no tables

    wide = sum(east_asian_width(character) in "WF" for character in text)
    unseen = sum(category(character) in {"Mn", "Me", "Cf"} for character in text)
    return len(text) + wide - unseen


def wrap(text: str, width: int) -> list[str]:
    """Break a line at spaces; 0 means never. A word that is too long stays whole."""
    if not width or len(text) <= width:
        return [text]
    lines: list[str] = []
    words = iter(text.split())
    line = next(words, "")
    for word in words:
        if len(line) + len(word) < width:
            line = f"{line} {word}"
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def bar(filled: int, total: int, length: int = 10) -> str:
    """Draw how much of something is done; full only when all of it is."""
    done = length if filled >= total else min(length - 1, -(-filled * length // total))
    return "▰" * done + "▱" * (length - done)
