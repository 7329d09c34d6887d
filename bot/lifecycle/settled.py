"""What the statuses of a pull request's specs have come to, and what to remember of that."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.subject import Subject
from bot.model.standing import Request

FIRST = "draft"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last look left.

    ``words`` are the statuses that were granted to specs that state none, by ``key_of`` their
    paths. ``asked`` is when the last request was made that counts, ``then`` what the documents
    stated when it was seen first; ``turned`` and ``turned_then`` are the same of the last one that
    does not. They are ``final`` once the pull request is merged.
    """

    words: tuple[tuple[str, str], ...] = ()
    asked: str = ""
    then: str = ""
    turned: str = ""
    turned_then: str = ""
    final: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What it comes to.

    ``words`` are the statuses of the specs that state none, by path; ``fell`` says why one is less
    than it was. ``concerned`` are the specs that the request is about, ``follow`` the documents
    that have to be edited for it, with their new status. ``turned`` is what somebody asked for who
    may not.
    """

    words: Mapping[str, str]
    remembered: Remembered
    request: Request | None = None
    follow: tuple[tuple[str, str], ...] = ()
    fell: str = ""
    concerned: tuple[str, ...] = ()
    turned: Request | None = None


def key_of(text: str) -> str:
    """Tell a text from any other, in few letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def granted_to(subjects: Sequence[Subject], known: Mapping[str, str]) -> dict[str, str]:
    """Give the statuses that were granted to those that state none, by their paths."""
    return {
        each.path: known.get(key_of(each.path)) or each.before or FIRST
        for each in subjects
        if not each.is_stated
    }


def with_words(kept: Remembered, words: Mapping[str, str]) -> Remembered:
    """Remember statuses, by path, in the place of those that were."""
    return replace(kept, words=tuple((key_of(path), word) for path, word in words.items()))
