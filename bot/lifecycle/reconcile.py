"""What the documents say, what the label says, what people ask for: brought together.

A document that states its status is followed by the label; a request that is granted asks for an
edit of the document. Where a template has no place for a status, a granted request is the status.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.entered import HELD
from bot.lifecycle.family import same_word
from bot.lifecycle.labels import label_of
from bot.lifecycle.picking import Picked, pick
from bot.lifecycle.refusals import Asking, Refusal, refuse, request_of
from bot.lifecycle.remembered import MOST, Remembered
from bot.lifecycle.settled import Settled, granted_to, with_words
from bot.lifecycle.standing_requests import seen
from bot.lifecycle.subject import FALLS_TO, FIRST, Subject
from bot.model.role import Role
from bot.model.standing import Ended, Request
from bot.rules.base import quoted


def reconcile(
    subjects: Sequence[Subject],
    requests: Sequence[Asked],
    role_of: Callable[[str], Role],
    remembered: Remembered,
) -> Settled:
    """Bring them together; ``role_of`` is asked only for requests that are new."""
    picked = pick(requests, remembered.asked.at, remembered.turned.at, role_of)
    kept = seen(picked, remembered, subjects)
    granted = granted_to(subjects, remembered)
    table = _Table(tuple(_started(each, granted) for each in subjects), granted)
    is_new = kept.asked.at != remembered.asked.at
    settled = table.settle(picked.asked, kept, is_new=is_new)
    return replace(settled, turned=turned_down(picked, kept, subjects, settled.words))


def turned_down(
    picked: Picked, kept: Remembered, subjects: Sequence[Subject], words: Mapping[str, str]
) -> Request | None:
    """Give what somebody asked for who may not, unless the label says it anyway.

    That may be one that the Steward set under another account.
    """
    if picked.turned is None or kept.turned.is_over:
        return None
    is_said = same_word(label_of(subjects, words), picked.turned.word)
    return None if is_said else request_of(picked.turned, Refusal(picked.why))


def _started(subject: Subject, granted: Mapping[str, str]) -> Subject:
    """Say which status a request moves a spec from: its own at the base, or what it was granted."""
    return replace(subject, start=subject.before or granted.get(subject.path) or FIRST)


@dataclass(frozen=True, slots=True)
class _Table:
    """The specs at which a request is looked at, with what was granted to those that state none."""

    subjects: tuple[Subject, ...]
    granted: Mapping[str, str]

    def settle(self, asked: Asked | None, kept: Remembered, *, is_new: bool) -> Settled:
        granted = self.granted
        held = {each.path: _held(granted[each.path], each) for each in self._free}
        words = {path: word for path, (word, _) in held.items()}
        fell = next((why for _, why in held.values() if why), "")
        concerned = self._concerned(asked.word, words) if asked else []
        if fell and is_new and asked and not concerned and len(self.subjects) <= MOST:
            return Settled(words, self._with(kept, words))  # who asks for less wants no more
        kept = self._with(kept, granted)
        if not asked or not concerned:
            return Settled(words, kept, fell=fell)
        if kept.asked.is_over:
            return Settled(words, kept, fell=fell, ended=self._ended(asked, kept))
        paths = tuple(subject.path for subject in concerned)
        refusal = refuse(Asking(asked, tuple(concerned), self.subjects))
        request = request_of(asked, refusal)
        if refusal:
            again = (granted.get(path, "") for path in paths)
            is_told = fell and all(same_word(asked.word, word) for word in again)
            return Settled(words, kept, None if is_told else request, fell=fell, concerned=paths)
        new = {each.path: (each.spelt(asked.word) or (asked.word,))[0] for each in concerned}
        follow = tuple((s.path, new[s.path]) for s in concerned if s.is_stated)
        moved = {path: new.get(path, word) for path, word in words.items()}
        kept = self._with(kept, {path: new.get(path, word) for path, word in granted.items()})
        fell = next((why for path, (_, why) in held.items() if why and path not in new), "")
        return Settled(moved, kept, request if follow else None, follow, fell, paths)

    def _with(self, kept: Remembered, words: Mapping[str, str]) -> Remembered:
        return with_words(kept, words, self.subjects)

    def _ended(self, asked: Asked, kept: Remembered) -> Ended | None:
        """Say which spec has ended a request; None where it is gone, or that was told already."""
        seen = kept.asked
        by = next((s for s in self.subjects if s.key in {seen.joined, seen.moved}), None)
        if by is None:
            return None
        says = (by.word or FIRST) if seen.moved else ""
        return Ended(asked.word, asked.by.login if asked.by else "", by.path, says)

    @property
    def _free(self) -> list[Subject]:
        return [subject for subject in self.subjects if not subject.is_stated]

    def _concerned(self, asked: str, words: Mapping[str, str]) -> list[Subject]:
        """Give the specs that a request is about: those behind it; if there are none, all beyond.

        The label tells of the least advanced; who asks for more means those that hold it back.
        """
        said = {each.path: words.get(each.path) or each.word or FIRST for each in self.subjects}
        others = [s for s in self.subjects if not same_word(said[s.path], asked)]
        behind = [s for s in others if s.rank(said[s.path]) <= s.rank(asked)]
        return behind or (others if len(others) == len(self.subjects) else [])


def _held(word: str, subject: Subject) -> tuple[str, str]:
    """Give the status that a spec keeps by its label; what it lacks by now takes it back."""
    found = subject.spelt(word)
    if not found or found[1] not in HELD or not (needs := subject.needs(*found)):
        return word, ""
    fallen = FIRST if subject.keeps_out(FALLS_TO) else FALLS_TO
    return fallen, f"it may be {quoted(word)} again once {needs}"
