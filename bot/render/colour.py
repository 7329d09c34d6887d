"""The colours of a terminal, from the palette that its user chose. The only importer of rich."""

from rich.color import ColorSystem
from rich.style import Style

_STYLES = {
    "path": Style(bold=True),
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow", bold=True),
    "note": Style(color="blue", bold=True),
    "fine": Style(color="green", bold=True),
    "waived": Style(color="magenta"),
    "dim": Style(dim=True),
}


def colourful(role: str, text: str) -> str:
    """Paint a text by its role."""
    return _STYLES[role].render(text, color_system=ColorSystem.STANDARD)
