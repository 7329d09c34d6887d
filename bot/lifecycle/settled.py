"""What the statuses of a pull request's specs have come to, and what to remember of that."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.family import same_word
from bot.lifecycle.remembered import MOST, Remembered, mark_of
from bot.lifecycle.subject import Subject
from bot.model.standing import Ended, Request


@dataclass(frozen=True, slots=True)
class Settled:
    """What it comes to.

    ``words`` are the statuses of the specs that state none, by path; ``fell`` says why one is less
    than it was. ``concerned`` are the specs that the request is about, ``follow`` the documents
    that have to be edited for it, with their new status. ``turned`` is what somebody asked for who
    may not, ``ended`` a request that is over without having been granted to all.
    """

    words: Mapping[str, str]
    remembered: Remembered
    request: Request | None = None
    follow: tuple[tuple[str, str], ...] = ()
    fell: str = ""
    concerned: tuple[str, ...] = ()
    turned: Request | None = None
    ended: Ended | None = None


def granted_to(subjects: Sequence[Subject], kept: Remembered) -> dict[str, str]:
    """Give the statuses that were granted to those that state none, by their paths."""
    known = dict(kept.words)
    free = (each for each in subjects if not each.is_stated)
    return {each.path: each.called(known.get(each.key, kept.otherwise)) for each in free}


def with_words(
    kept: Remembered, words: Mapping[str, str], subjects: Sequence[Subject]
) -> Remembered:
    """Remember statuses, by path, in the place of those that were.

    What a spec has by itself is not remembered: it follows its base.
    """
    free = ((each, words[each.path]) for each in subjects if each.path in words)
    found = ((each.key, mark_of(word)) for each, word in free if not same_word(word, each.first))
    return replace(kept, words=tuple(found), otherwise="")


def for_good(kept: Remembered, words: Mapping[str, str], subjects: Sequence[Subject]) -> Remembered:
    """Remember statuses for good: nothing joins them any more, so that most need not be named.

    Where that is still more than can be kept it is not final, and found out anew.
    """
    marks = {each.key: mark_of(words[each.path]) for each in subjects if each.path in words}
    counts = Counter(marks.values())
    most = max(counts, key=lambda mark: counts[mark], default="")
    others = tuple((key, mark) for key, mark in marks.items() if mark != most)
    if len(others) > MOST:
        return kept
    return replace(kept, words=others, otherwise=most, final=True)
