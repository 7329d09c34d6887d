"""Lines put into a text, or in place of one of its lines; nothing else changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_MARK = "\ufeff"  # a byte order mark is no part of the first line


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``lines`` before a line, or in its place; say why.

    ``opens`` names what is put in for somebody to write: a section, a field.
    """

    line: int
    lines: tuple[str, ...]
    why: str
    replaces: bool = False
    opens: str = ""


def apply_edits(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Apply edits to a file's bytes, in the line ends that the file itself has.

    Several before the same line come in the order in which they are given; a line beyond the last
    is the end of the file.
    """
    if not edits:
        return data
    text = data.decode("utf-8")
    bare = text.removeprefix(_MARK)
    lines = _LINE.findall(bare)
    end = _line_end(bare)
    if lines and any(e.line > len(lines) for e in edits) and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    before = len(lines)
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.replaces)):
        _apply(lines, edit, min(edit.line - 1, before) + len(lines) - before, end)
    return (text[: len(text) - len(bare)] + "".join(lines)).encode("utf-8")


def _line_end(text: str) -> str:
    """Give the line end that most lines have; where CR stands alone and LF too, only both are safe.

    For a CR at the end of one line and a LF at the start of the next would become one line end.
    """
    both = text.count("\r\n")
    ends = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    if ends["\r"] and (ends["\n"] or both):
        return "\r\n"
    return max(ends, key=lambda end: ends[end])


def _apply(lines: list[str], edit: Edit, at: int, end: str) -> None:
    new = [f"{line}{end}" for line in edit.lines]
    if not edit.replaces:
        lines[at:at] = new
        return
    tail = lines[at][len(lines[at].rstrip("\r\n")) :]
    lines[at : at + 1] = [*new[:-1], f"{edit.lines[-1]}{tail}"]
