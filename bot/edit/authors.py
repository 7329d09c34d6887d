"""Who wrote it: the fields that ask for it, and the values in them that are nobody's name yet."""

import re
from collections.abc import Container

from bot.schema.nobody import is_nobody

_ASKS = re.compile(
    r"(?:\w+ )?(?:authors?|owners?)(?:\(s\))?|(?:created|written|drafted) by|creators?", re.I
)
_LATER = re.compile(r"[\W_]*|tb[ad]|todo", re.I)
_PAIRS = {"[": "]", "<": ">", "{": "}", "(": ")"}


def names_author(field: str) -> bool:
    """Tell whether a field asks who wrote the document."""
    return _ASKS.fullmatch(field.replace("_", " ").strip()) is not None


def is_open(value: str, field: str, tokens: Container[str]) -> bool:
    """Tell whether a value stands for a name yet to come: a token, a dummy, nothing."""
    told = value in tokens or _is_bracketed(value) or _LATER.fullmatch(value)
    return bool(told) or is_nobody(value, field)


def _is_bracketed(value: str) -> bool:
    """Tell whether one pair of brackets holds all of it: ``[Name], [Team]`` asks for more."""
    close = _PAIRS.get(value[:1], "")
    depth = 0
    for at, letter in enumerate(value if close else ""):
        depth += (letter == value[0]) - (letter == close)
        if not depth:
            return at == len(value) - 1
    return False
