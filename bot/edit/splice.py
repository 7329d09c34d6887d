"""Lines put into a text, or in place of one of its lines; nothing else changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``lines`` before a line, or in its place; say why."""

    line: int
    lines: tuple[str, ...]
    why: str
    replaces: bool = False


def apply_edits(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Apply edits to a file's bytes, in the line ends that the file itself has."""
    text = data.decode("utf-8")
    lines = _LINE.findall(text)
    end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    for edit in sorted(enumerate(edits), key=lambda pair: (pair[1].line, pair[0]), reverse=True):
        _apply(lines, edit[1], end)
    return "".join(lines).encode("utf-8")


def _apply(lines: list[str], edit: Edit, end: str) -> None:
    at = min(edit.line - 1, len(lines))
    if edit.replaces:
        old = lines[at]
        tail = old[len(old.rstrip("\r\n")) :]
        lines[at : at + 1] = [
            *(f"{line}{end}" for line in edit.lines[:-1]),
            f"{edit.lines[-1]}{tail}",
        ]
        return
    new = [f"{line}{end}" for line in edit.lines]
    if at == len(lines) and lines and not lines[-1].endswith(("\n", "\r")):
        new[0] = f"{end}{new[0]}"
    lines[at:at] = new
