"""What one look leaves for the next: the statuses that it granted, and the requests that it saw.

A request is about the documents that were there. It ends once one of them states a third status, or
another document comes along: what is over stays over, whatever they say later. One that has
followed it waits for the others.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.lifecycle.family import same_word
from bot.lifecycle.picking import Picked
from bot.lifecycle.subject import FIRST, Subject

Stated = tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last look left.

    ``words`` are the statuses that were granted to specs that state none, by ``key_of`` their
    paths. ``asked`` is when the last request was made that counts, ``then`` what each document
    stated when it was seen first, by the same key, and None once it is over; ``turned`` and
    ``turned_then`` are the same of the last one that does not. They are ``final`` once the pull
    request is merged.
    """

    words: tuple[tuple[str, str], ...] = ()
    asked: str = ""
    then: Stated = None
    turned: str = ""
    turned_then: Stated = None
    final: bool = False


def key_of(text: str) -> str:
    """Tell a text from any other, in few letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def seen(picked: Picked, remembered: Remembered, subjects: Iterable[Subject]) -> Remembered:
    """Remember the requests, and what the documents stated when each was seen first."""
    documents = [each for each in subjects if each.is_stated]
    stated = {key_of(each.path): _said(each) for each in documents}
    kept = remembered
    if all(each.is_read for each in documents):  # else nobody can tell whether they have moved on
        goal = picked.asked.word if picked.asked else ""
        then, turned_then = _left(kept.then, stated, goal), _left(kept.turned_then, stated, "")
        kept = replace(kept, then=then, turned_then=turned_then)
    if picked.asked and picked.asked.at != remembered.asked:
        kept = replace(kept, asked=picked.asked.at, then=tuple(stated.items()))
    if picked.turned and picked.turned.at != remembered.turned:
        kept = replace(kept, turned=picked.turned.at, turned_then=tuple(stated.items()))
    return kept


def _left(then: Stated, stated: Mapping[str, str], goal: str) -> Stated:
    """Say what is left of a request: one that has reached its goal is not to leave it again."""
    if then is None or not stated.keys() <= dict(then).keys():
        return None
    found: list[tuple[str, str]] = []
    for key, word in then:
        now = stated.get(key, word)
        if not (same_word(now, word) or (goal and same_word(now, goal))):
            return None
        found.append((key, now))
    return tuple(found)


def _said(document: Subject) -> str:
    """Give its status; where it says none that is known, the one that it is likely to have next."""
    return (document.stage and document.word) or document.before or FIRST
