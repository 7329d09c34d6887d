"""Texts that were read a moment ago: a judgement looks at the same few several times."""

from functools import lru_cache

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.document import Document

# The versions of one file, and of its neighbour: of thousands none is looked at twice.
_FEW = 12


@lru_cache(maxsize=_FEW)
def parsed(data: bytes, cap: int) -> Document:
    """Read a text; one that cannot be read is refused."""
    return parse(data, cap)


def parsed_or_none(data: bytes, cap: int) -> Document | None:
    """Read a text; None where it cannot be read."""
    try:
        return parsed(data, cap)
    except Unreadable:
        return None
