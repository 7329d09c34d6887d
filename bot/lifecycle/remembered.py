"""What one look leaves for the next: the statuses that it granted, and the requests that it saw.

It is kept in a comment, so it has to be small whatever people write: of a path and of a status no
more is kept than tells it from others.
"""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from bot.lifecycle.family import plainly

MOST = 200
"""specs for which a status can be asked for at once: of more, the comment could not keep it"""
LABELLED = "label"
"""the mark of a spec whose text says no status, for the label does"""
UNREAD = "unread"
"""the mark of a document of which nobody can tell what it says"""

Marks: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that was seen: when it was made, and what the specs said ``then``, by their keys.

    None in ``then`` is not known, and is to be what they say at the next look. Once it ``is_over``,
    that is for good: since the spec with the key ``joined`` has come along, or that with the key
    ``moved`` says something else. Both are empty where that is told already, or nobody's business.
    """

    at: str = ""
    then: Marks | None = None
    is_over: bool = False
    joined: str = ""
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last look left.

    ``words`` are the marks of the statuses that were granted to specs that state none, by their
    keys, where they differ from ``otherwise``; where that is empty, from what a spec has by itself.
    ``asked`` is the last request that counts, ``turned`` the last one that does not. They are
    ``final`` once the pull request is merged.
    """

    words: Marks = ()
    otherwise: str = ""
    asked: Seen = field(default_factory=Seen)
    turned: Seen = field(default_factory=Seen)
    final: bool = False


def key_of(text: str) -> str:
    """Tell a text from any other, in few letters."""
    return _digest(text)[:12]


@lru_cache(maxsize=1024)
def mark_of(word: str) -> str:
    """Tell a status from any other, however it is written, in fewer letters still."""
    return _digest(plainly(word))[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
