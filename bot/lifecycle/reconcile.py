"""What the documents say, what the label says, what people ask for: brought together.

A document that states its status is followed by the label; a request that is granted asks for an
edit of the document. Where a template has no place for a status, a granted request is the status.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.family import same_word
from bot.lifecycle.refusals import Asking, refuse
from bot.lifecycle.subject import Subject
from bot.model.role import Role
from bot.model.stage import Stage
from bot.model.standing import Request
from bot.rules.base import quoted

FIRST = "draft"
_FALLS_TO = "review"
_HELD = (Stage.APPROVED, Stage.BUILDING, Stage.DONE)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last look left.

    ``word`` is the status that was granted to the specs that state none. ``asked`` is when the last
    request was made, ``then`` what the documents stated when it was seen first.
    """

    word: str = ""
    asked: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What it comes to.

    ``word`` is the status of the specs that state none; ``fell`` says why it is less than it was.
    ``concerned`` are the specs that the request is about, ``follow`` the documents that have to be
    edited for it, with their new status.
    """

    word: str
    remembered: Remembered
    request: Request | None = None
    follow: tuple[tuple[str, str], ...] = ()
    fell: str = ""
    concerned: tuple[str, ...] = ()


def reconcile(
    subjects: Sequence[Subject],
    asked: Asked | None,
    role_of: Callable[[str], Role],
    remembered: Remembered,
) -> Settled:
    """Bring them together; ``role_of`` is asked only where a request is not settled yet."""
    free = [subject for subject in subjects if not subject.is_stated]
    granted = remembered.word or _first(free)
    word, fell = _held(granted, free)
    then = _digest("|".join(f"{each.path}={each.word}" for each in subjects if each.is_stated))
    if asked is None:
        return Settled(word, Remembered(granted), fell=fell)
    is_new = asked.at != remembered.asked
    kept = Remembered(granted, asked.at, then if is_new else remembered.then)
    concerned = _concerned(subjects, asked.word, word)
    paths = tuple(subject.path for subject in concerned)
    if fell and is_new and not concerned and not refuse(Asking(asked, (), ()), role_of):
        return Settled(word, replace(kept, word=word))  # who asks for less wants no more
    if not concerned or kept.then != then:  # it is so already, or the documents have moved on
        return Settled(word, kept, fell=fell)
    refusal = refuse(Asking(asked, tuple(concerned), tuple(subjects)), role_of)
    by = asked.by.login if asked.by else ""
    request = Request(asked.word, by, asked.at, asked.way, refusal)
    if refusal:
        is_told = fell and same_word(asked.word, granted)
        return Settled(word, kept, None if is_told else request, fell=fell, concerned=paths)
    follow = tuple((s.path, _spelt(s, asked.word)) for s in concerned if s.is_stated)
    if any(not subject.is_stated for subject in concerned):
        word, fell = _spelt(next(s for s in concerned if not s.is_stated), asked.word), ""
        kept = replace(kept, word=word)
    return Settled(word, kept, request if follow else None, follow, fell, paths)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _first(free: Sequence[Subject]) -> str:
    return next((subject.before for subject in free if subject.before), FIRST)


def _held(word: str, free: Sequence[Subject]) -> tuple[str, str]:
    """Give the status that specs keep by their label; what they lack by now takes them back."""
    for subject in free:
        found = subject.spelt(word)
        if found and found[1] in _HELD and (needs := subject.needs(*found)):
            is_shut = any(each.keeps_out(_FALLS_TO) for each in free)
            fallen = FIRST if is_shut else _FALLS_TO
            return fallen, f"it may be {quoted(word)} again once {needs}"
    return word, ""


def _concerned(subjects: Sequence[Subject], asked: str, word: str) -> list[Subject]:
    """Give the specs that a request is about: those behind it, or if there are none, all beyond.

    The label tells of the least advanced; who asks for more means those that hold it back.
    """
    others = [s for s in subjects if not same_word(_said(s, word), asked)]
    behind = [s for s in others if _rank(s, _said(s, word)) <= _rank(s, asked)]
    return behind or (others if len(others) == len(subjects) else [])


def _said(subject: Subject, word: str) -> str:
    return (subject.word or FIRST) if subject.is_stated else word


def _rank(subject: Subject, word: str) -> int:
    found = subject.spelt(word)
    return found[1].rank if found else Stage.DRAFTING.rank


def _spelt(subject: Subject, word: str) -> str:
    found = subject.spelt(word)
    return found[0] if found else word
