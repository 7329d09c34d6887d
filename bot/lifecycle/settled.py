"""What the statuses of a pull request's specs have come to, and what to remember of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.remembered import Remembered, key_of
from bot.lifecycle.subject import FIRST, Subject
from bot.model.standing import Request


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
