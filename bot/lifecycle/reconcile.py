"""What the documents say, what the label says, what people ask for: brought together.

A document that states its status is followed by the label; a request that is granted asks for an
edit of the document. Where a template has no place for a status, a granted request is the status.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.entered import HELD
from bot.lifecycle.family import same_word
from bot.lifecycle.picking import pick
from bot.lifecycle.refusals import Asking, Refusal, refuse
from bot.lifecycle.remembered import Remembered, key_of, seen
from bot.lifecycle.settled import Settled, granted_to, with_words
from bot.lifecycle.subject import FIRST, Subject
from bot.model.role import Role
from bot.model.stage import Stage
from bot.model.standing import Request
from bot.rules.base import quoted

_FALLS_TO = "review"


def reconcile(
    subjects: Sequence[Subject],
    requests: Sequence[Asked],
    role_of: Callable[[str], Role],
    remembered: Remembered,
) -> Settled:
    """Bring them together; ``role_of`` is asked only for requests that are new."""
    picked = pick(requests, remembered.asked, remembered.turned, role_of)
    kept = seen(picked, remembered, subjects)
    words = dict(remembered.words)
    table = _Table(tuple(_started(each, words) for each in subjects), words)
    is_new = kept.asked != remembered.asked
    settled = table.settle(picked.asked, kept, is_new=is_new)
    if picked.turned is None or kept.turned_then is None:
        return settled
    if _is_said(picked.turned.word, subjects, settled.words):
        return settled  # such as a label that the Steward set under another account
    return replace(settled, turned=_request(picked.turned, Refusal(picked.why)))


def _started(subject: Subject, words: Mapping[str, str]) -> Subject:
    """Say which status a request moves a spec from: its own at the base, or what it was granted."""
    start = subject.before or words.get(key_of(subject.path)) or FIRST
    return replace(subject, start=start)


@dataclass(frozen=True, slots=True)
class _Table:
    """The specs at which a request is looked at, with what was granted to those that state none."""

    subjects: tuple[Subject, ...]
    known: Mapping[str, str]

    def settle(self, asked: Asked | None, kept: Remembered, *, is_new: bool) -> Settled:
        granted = granted_to(self.subjects, self.known)
        held = {each.path: _held(granted[each.path], each) for each in self._free}
        words = {path: word for path, (word, _) in held.items()}
        fell = next((why for _, why in held.values() if why), "")
        concerned = self._concerned(asked.word, words) if asked else []
        if fell and is_new and asked and not concerned:
            return Settled(words, with_words(kept, words))  # who asks for less wants no more
        kept = with_words(kept, granted)
        if not asked or not concerned or kept.then is None:  # it is so, or it is over
            return Settled(words, kept, fell=fell)
        paths = tuple(subject.path for subject in concerned)
        refusal = refuse(Asking(asked, tuple(concerned), self.subjects))
        request = _request(asked, refusal)
        if refusal:
            again = (granted.get(path, "") for path in paths)
            is_told = fell and all(same_word(asked.word, word) for word in again)
            return Settled(words, kept, None if is_told else request, fell=fell, concerned=paths)
        new = {subject.path: _spelt(subject, asked.word) for subject in concerned}
        follow = tuple((s.path, new[s.path]) for s in concerned if s.is_stated)
        moved = {path: new.get(path, word) for path, word in words.items()}
        kept = with_words(kept, {path: new.get(path, word) for path, word in granted.items()})
        fell = next((why for path, (_, why) in held.items() if why and path not in new), "")
        return Settled(moved, kept, request if follow else None, follow, fell, paths)

    @property
    def _free(self) -> list[Subject]:
        return [subject for subject in self.subjects if not subject.is_stated]

    def _concerned(self, asked: str, words: Mapping[str, str]) -> list[Subject]:
        """Give the specs that a request is about: those behind it; if there are none, all beyond.

        The label tells of the least advanced; who asks for more means those that hold it back.
        """
        said = {each.path: words.get(each.path) or each.word or FIRST for each in self.subjects}
        others = [s for s in self.subjects if not same_word(said[s.path], asked)]
        behind = [s for s in others if _rank(s, said[s.path]) <= _rank(s, asked)]
        return behind or (others if len(others) == len(self.subjects) else [])


def _request(asked: Asked, refusal: Refusal | None) -> Request:
    by = asked.by.login if asked.by else ""
    if refusal is None:
        return Request(asked.word, by, asked.at, asked.way)
    return Request(asked.word, by, asked.at, asked.way, refusal.why, refusal.is_waiting)


def _held(word: str, subject: Subject) -> tuple[str, str]:
    """Give the status that a spec keeps by its label; what it lacks by now takes it back."""
    found = subject.spelt(word)
    if not found or found[1] not in HELD or not (needs := subject.needs(*found)):
        return word, ""
    fallen = FIRST if subject.keeps_out(_FALLS_TO) else _FALLS_TO
    return fallen, f"it may be {quoted(word)} again once {needs}"


def _is_said(asked: str, subjects: Sequence[Subject], words: Mapping[str, str]) -> bool:
    """Tell whether the label says it anyway: that of the least advanced spec."""
    said = [(each, words.get(each.path) or each.word or FIRST) for each in subjects]
    least = min(said, key=lambda pair: _rank(*pair), default=None)
    return least is not None and same_word(least[1], asked)


def _rank(subject: Subject, word: str) -> int:
    found = subject.spelt(word)
    return found[1].rank if found else Stage.DRAFTING.rank


def _spelt(subject: Subject, word: str) -> str:
    found = subject.spelt(word)
    return found[0] if found else word
