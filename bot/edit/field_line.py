"""A field's line with a value put in, where it is empty or a dummy stands."""

import re

from bot.edit.scalar import quoted, scalar
from bot.model.document import Field

_COLON = re.compile(r"^['\"]?(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*")


def with_value(line: str, found: Field, new: str, *, is_words: bool) -> str:
    """Put a value into a line; in front matter, words that YAML would misread are quoted."""
    name = max(0, line.find(found.name)) + len(found.name)
    if found.shape == "front" and is_words:
        return _in_front(line, name, found.value, new)
    at = line.find(found.value, name)
    if at < 0 or (not found.value and found.shape == "table"):
        return line
    if not found.value:
        return _filled(line, name, new)
    return f"{line[:at]}{new}{line[at + len(found.value) :]}"


def _filled(line: str, name: int, new: str) -> str:
    """Put a value where there is none yet: into its quotes, and before a comment."""
    rest = _COLON.sub("", line[name:], count=1)
    end = len(line) - len(rest)
    if rest.startswith(('""', "''")):
        return f"{line[: end + 1]}{new}{line[end + 1 :]}"
    at = len(line[:end].rstrip())
    return f"{line[:at]} {new}{line[at:]}".rstrip()


def _in_front(line: str, name: int, value: str, new: str) -> str:
    """Write words as YAML has them, in the quotes that stand there already."""
    rest = _COLON.sub("", line[name:], count=1)
    at = len(line) - len(rest)
    mark = rest[:1] if rest[:1] in ("'", '"') else ""
    if not mark and not value:
        return _filled(line, name, scalar(new))
    if not rest.startswith(f"{mark}{value}{mark}"):
        return line
    text = quoted(new, mark) if mark else scalar(new)
    return f"{line[:at]}{text}{rest[len(value) + 2 * len(mark) :]}"
