"""Blocks of metadata between ``---`` lines: at the top, also without an opening line, or below.

They are found before the Markdown parser runs: CommonMark knows no front matter and reads the
closing ``---`` as the underline of a heading. They are read line by line and not as YAML because
templates fill them with what YAML refuses (``{{NAME}}``, ``[draft | review]``, a stray colon).
"""

import re
from collections.abc import Sequence

from bot.model.document import Field, Span

_KEY = re.compile(r"(['\"]?)([^\W\d][\w .()/&'-]{0,60}?)\1[ \t]*:(?:[ \t]+(.*))?$")
_MORE = re.compile(r"[ \t]+\S|-[ \t]|-$|#|[\]}],?[ \t]*$|$")
_QUOTED = re.compile(r"(?:'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\")[ \t]*(?:#(.*))?$")
_BLOCK_SCALAR = re.compile(r"[|>][-+\d]{0,2}$")
_LONGEST = 400
_METADATA_TITLE = re.compile(
    r"#{1,6}[ \t]\W*(?:metadata|meta|preamble|front ?matter|header)\b", re.I
)


def find_blocks(lines: Sequence[str]) -> tuple[Span, ...]:
    """Find the metadata blocks, the top one first; a span holds its ``---`` lines too."""
    found: list[Span] = []
    first = next((i for i, line in enumerate(lines[:50]) if line.strip()), None)
    if first is None:
        return ()
    top = _fenced(lines, first) if _is_rule(lines[first]) else _unopened(lines, first)
    if top:
        found.append(Span(first + 1, top + 1, "front"))
    head = _head(lines)
    for at in [i for i, line in enumerate(lines) if line[:3] == "---" and _is_rule(line)]:
        if at < (top or 0):
            continue
        stop = _fenced(lines, at)
        if not stop or _holds_heading(lines, at, stop):
            continue
        if _under_metadata(lines, at) or (at < head and _keys(lines, at, stop) > 1):
            found.append(Span(at + 1, stop + 1, "block"))
            break
    return tuple(found)


def _head(lines: Sequence[str]) -> int:
    """Give the index of the first line below which a ``---`` is but a line across."""
    deep = (i for i, line in enumerate(lines) if line.startswith(("##", "```", "~~~")))
    return next(deep, len(lines))


def read_block(lines: Sequence[str], span: Span) -> list[Field]:
    """Read the fields of a block; indented lines and list entries continue the key above them."""
    fields: list[Field] = []
    general, comment = "", ""
    for number in range(span.start, span.stop):
        line = lines[number - 1]
        if _is_rule(line) or line.rstrip() == "...":
            continue
        if line.lstrip().startswith("#"):
            note = line.lstrip(" \t#")
            if fields:
                comment = note
            else:
                general = f"{general} {note}".strip()
            continue
        if match := _KEY.match(line):
            value, aside = split_value(match[3] or "")
            notes = " ".join(part for part in (general, comment, aside) if part)
            fields.append(Field(match[2].strip(), value, number, span.kind, notes))
            comment = ""
        elif fields and line.strip():
            last = fields.pop()
            extra, _ = split_value(line.strip().removeprefix("- ").strip())
            above = "" if _BLOCK_SCALAR.match(last.value) else last.value
            value = ", ".join(part for part in (above, extra) if part)
            fields.append(Field(last.name, value, last.line, last.shape, last.comment))
    return fields


def split_value(text: str) -> tuple[str, str]:
    """Part a YAML scalar from its comment and take off its quotes."""
    text = text.strip()
    if quoted := _QUOTED.match(text):
        single, double, comment = quoted.groups()
        value = double.replace('\\"', '"') if single is None else single.replace("''", "'")
        return value, (comment or "").lstrip("# ")
    if text[:1] in ("'", '"'):
        return text, ""
    if text.startswith("#"):
        return "", text.lstrip("# ")
    value, mark, comment = text.partition(" #")
    return (value.rstrip(), comment.strip()) if mark else (text, "")


def _is_rule(line: str) -> bool:
    return line.rstrip() == "---"


def _fenced(lines: Sequence[str], start: int) -> int | None:
    """Give the index behind the closing line of a block that opens at ``start``."""
    seen = False
    for at in range(start + 1, min(len(lines), start + _LONGEST)):
        line = lines[at]
        if line.rstrip() in ("---", "..."):
            return at + 1 if seen else None
        if _KEY.match(line):
            seen = True
        elif not _MORE.match(line) or (not seen and not line.startswith("#") and line.strip()):
            return None
    return None


def _unopened(lines: Sequence[str], start: int) -> int | None:
    """Give the index behind a block at the top whose opening line was forgotten."""
    for at in range(start, min(len(lines), start + _LONGEST)):
        line = lines[at]
        if _is_rule(line):
            return at + 1 if at - start > 1 and _keys(lines, start, at) > 1 else None
        if not line.strip() or not (_KEY.match(line) or (at > start and _MORE.match(line))):
            return None
    return None


def _keys(lines: Sequence[str], start: int, stop: int) -> int:
    return sum(_KEY.match(line) is not None for line in lines[start:stop])


def _holds_heading(lines: Sequence[str], start: int, stop: int) -> bool:
    """Tell whether two lines across have sections between them; ``# x`` may be a comment too."""
    return any(
        lines[at].startswith("##") or (lines[at].startswith("# ") and not lines[at - 1].strip())
        for at in range(start + 1, stop)
    )


def _under_metadata(lines: Sequence[str], at: int) -> bool:
    above = next((line for line in reversed(lines[max(0, at - 3) : at]) if line.strip()), "")
    return _METADATA_TITLE.match(above) is not None
