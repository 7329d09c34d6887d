"""Values as YAML takes them: quoted where they would read as something else than their words."""

import re

_NEEDED = re.compile(
    r"[-?:](?:\s|\Z)|[,\[\]{}#&*!|>'\"%@`]|.*:(?:\s|\Z)|.*\s#|"
    r"(?:true|false|yes|no|on|off|y|n|null|~|[-+.]?\d[\d_.:xeoa-f+-]*|[-+]?\.(?:inf|nan))\Z|"
    r"---|\.\.\.",
    re.I | re.S,
)


def scalar(words: str) -> str:
    """Write words as the value of a key."""
    return quoted(words) if not words or _NEEDED.match(words) else words


def quoted(words: str, mark: str = '"') -> str:
    """Put words into quotes; in double ones a backslash would begin an escape."""
    if mark == '"' and not re.search(r'["\\]', words):
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
