"""What was given up: an entry of a list that is struck through, all of it."""

import re

_STRUCK = re.compile(r"~~(?:(?!~~).)+~~[ .]*", re.S)


def is_struck(text: str) -> bool:
    """Tell whether an entry was given up."""
    return _STRUCK.fullmatch(text) is not None
