"""The line of a document that a finding speaks of, with carets below the words it names."""

import re

from bot.model.finding import Finding
from bot.render.defuse import visible
from bot.render.paint import Paint, cells

# Rules that point at words in a line; the others point at a section, or at its absence.
POINTED = frozenset(
    {
        "placeholder",
        "invalid-field",
        "unknown-status",
        "conflicting-status",
        "broken-link",
        "unknown-reference",
    }
)
_NARROWEST = 24
_QUOTED = re.compile(r'"[^"]+"|`[^`]+`|“[^”]+”')


def excerpt(finding: Finding, line: str, width: int, paint: Paint) -> tuple[str, str]:
    """Show a line and mark what the message quotes of it, or all of it."""
    marks = _marks(finding.message, line)
    gutter = len(str(finding.line)) + 3
    window, start = _window(line, marks[0][0], max(_NARROWEST, width - gutter) if width else 0)
    carets = _carets(window, [(max(0, s - start), max(0, e - start)) for s, e in marks])
    number = f"{finding.line} │ "
    return (
        paint("dim", number) + visible(window),
        paint("dim", f"{'│ ':>{len(number)}}") + paint(finding.severity.value, carets),
    )


def _marks(message: str, line: str) -> list[tuple[int, int]]:
    quoted = (match[0][1:-1].removesuffix("…") for match in _QUOTED.finditer(message))
    found = [(line.find(words), len(words)) for words in quoted if words]
    marks = [(at, at + length) for at, length in found if at >= 0]
    text = line.strip()
    at = line.find(text)
    return sorted(marks) or [(at, at + len(text))]


def _window(line: str, mark: int, room: int) -> tuple[str, int]:
    """Cut a long line to the part around its first mark."""
    line = line.replace("\t", " ")
    if not room or len(line) <= room:
        return line, 0
    start = min(max(0, mark - room // 3), len(line) - room)
    window = line[start : start + room]
    head, tail = "…" if start else "", "…" if start + room < len(line) else ""
    return head + window[len(head) : room - len(tail)] + tail, start


def _carets(window: str, marks: list[tuple[int, int]]) -> str:
    signs = [" "] * len(window)
    for start, stop in marks:
        signs[start:stop] = "^" * (min(stop, len(window)) - min(start, len(window)))
    if visible(window) is window and window.isascii():
        return "".join(signs).rstrip()
    spread = (sign * cells(visible(char)) for sign, char in zip(signs, window, strict=True))
    return "".join(spread).rstrip()
