"""How things are named and counted in running text: cut to what is worth reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.report import SpecReport
from bot.render.tally import name

ICONS = {"error": "❌", "warning": "⚠️", "note": "\N{INFORMATION SOURCE}\ufe0f", "fine": "✅"}

FEW = 3
"""more than these are counted, not named"""

SHORT = 7
"""as much of a commit's name as people read"""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to: its name, and its address, which may be empty."""

    text: str
    url: str = ""


def clipped(text: str, most: int = 80) -> str:
    """Put a text on one line and cut it."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    whole = cut.rpartition(" ")[0]  # at the end of a word, where that is near
    return f"{(whole if len(whole) > most * 3 // 4 else cut).rstrip(' ,.:;')}…"


def sentence(text: str) -> str:
    """Begin with a capital and end as a sentence does."""
    return ended(f"{text[:1].upper()}{text[1:]}")


def ended(text: str) -> str:
    """End with a full stop, where there is anything and it has no end of its own."""
    return text if not text or text.endswith(("…", ".", "!", "?")) else f"{text}."


def called(spec: SpecReport) -> str:
    """Call a spec by its id and title, or by its file."""
    return clipped(name(spec)) or file_name(spec.path)


def file_name(path: str) -> str:
    """Give the last part of a path."""
    return clipped(path.rsplit("/", 1)[-1] or path, 60)


def either(names: Sequence[str], most: int = 5) -> str:
    """Name those of whom one will do."""
    shown = list(names[:most])
    if (more := len(names) - most) > 0:
        return f"{', '.join(shown)} or {more:,} more"
    return " or ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def some(names: Sequence[str], most: int = 2) -> str:
    """Name the first of many, and count the rest."""
    shown = [clipped(each, 40) for each in names[:most]]
    more = len(names) - most
    if more > 0:
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(shown)


def first_few(targets: Sequence[Target], noun: str = "") -> tuple[Target, ...]:
    """Name the first of many targets, and count the rest, which begins where its link leads."""
    if len(targets) <= FEW:
        return tuple(targets)
    more = len(targets) - FEW
    s = noun and more > 1 and "s"
    text = f"{more:,} more {noun}{s or ''}".rstrip()
    return (*targets[:FEW], Target(text, targets[FEW].url))
