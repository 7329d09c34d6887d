"""How lines of a rehearsal are laid out: fields, and frames around what is quoted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.app.rehearse.seen import Checked
from bot.render.defuse import prose, visible
from bot.render.paint import Paint, painter, wrap

_ROLES = {"failure": "error", "success": "fine", "neutral": "warning"}
_ICONS = {"failure": "✗", "success": "✓"}
_COLUMN = 9


@dataclass(frozen=True, slots=True)
class Telling:
    """How it is told; ``width`` 0 never wraps."""

    colour: bool = False
    width: int = 0

    @property
    def paint(self) -> Paint:
        """Give what it is painted with."""
        return painter(self.colour)


def check_line(check: Checked, paint: Paint) -> str:
    """Tell how a check went."""
    icon = _ICONS.get(check.conclusion, "·")
    said = f"{icon} {check.conclusion}: {prose(check.title)}"
    remarks = f", {len(check.remarks):,} marked at their lines" if check.remarks else ""
    return paint(_ROLES.get(check.conclusion, "dim"), said) + remarks


def field_line(name: str, text: str) -> str:
    """Put what something is behind its name."""
    return f"{name:{_COLUMN}}{text}"


def noted(notes: Sequence[str], telling: "Telling") -> Iterator[str]:
    """Tell what a run says for itself, a note after the other."""
    for note in notes:
        parts = wrap(visible(note), max(1, telling.width - _COLUMN) if telling.width else 0)
        yield field_line("Note", parts[0])
        yield from (field_line("", part) for part in parts[1:])


def framed(lines: list[str], paint: Paint) -> Iterator[str]:
    """Put a bar before what is quoted."""
    bar = paint("dim", "│")
    return (f"  {bar} {line}".rstrip() for line in lines)


def inside(telling: Telling) -> int:
    """Give the width that a frame leaves."""
    return max(1, telling.width - 4) if telling.width else 0
