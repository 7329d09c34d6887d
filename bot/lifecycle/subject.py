"""A spec as the reconciliation of document and label sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.lifecycle.family import same_word, spelt
from bot.lifecycle.remembered import key_of, mark_of
from bot.model.stage import Stage
from bot.rules.base import quoted

FIRST = "draft"
"""the status of what has not got any yet"""
FALLS_TO = "review"
"""the status of what had more, and lacks something for that by now"""


def _anywhere(_start: str, _word: str, _stage: Stage) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One spec of a pull request.

    ``word`` and ``stage`` are what its own text says; where its template has no place for a status
    it is not *stated*, and the label says it. ``before`` is the word at the base branch.
    ``needs`` tells in a few words what keeps it out of a status, empty where nothing does.
    ``detour`` tells where it may go from a ``start`` where the configured transitions do not lead
    to a status; a document that states its status starts from what its base does. What cannot be
    read states nothing for now. ``old_path`` is its path at the base, where that is another one.
    """

    path: str
    word: str | None
    stage: Stage | None
    vocabulary: Mapping[str, Stage | None]
    needs: Callable[[str, Stage], str]
    is_stated: bool = True
    before: str | None = None
    detour: Callable[[str, str, Stage], str] = _anywhere
    start: str = ""
    is_read: bool = True
    old_path: str | None = None

    @property
    def key(self) -> str:
        """Tell it from the others, also after it was given another name."""
        return key_of(self.old_path or self.path)

    @property
    def first(self) -> str:
        """Give the status that it has before anybody asks for one, if its text states none."""
        return self.before or FIRST

    def called(self, mark: str) -> str:
        """Give the status that a mark is of; without one, the status that it has by itself."""
        known = (self.first, *self.vocabulary, FALLS_TO)
        return next((word for word in known if mark_of(word) == mark), self.first)

    def spelt(self, word: str) -> tuple[str, Stage] | None:
        """Give a status as its vocabulary writes it, with its stage; None for an unknown one."""
        return spelt(word, self.vocabulary)

    def rank(self, word: str) -> int:
        """Tell how far a status is; an unknown one is no further than a draft."""
        found = self.spelt(word)
        return (found[1] if found else Stage.DRAFTING).rank

    def keeps_out(self, word: str) -> str:
        """Tell what keeps it out of a status that it does not have yet."""
        found = self.spelt(word)
        return self.needs(*found) if found else ""

    def strays(self, word: str) -> str:
        """Tell where it may go instead of to a status that does not follow its own.

        Where the label is the status, to go back to where it began is no step at all.
        """
        found = self.spelt(word)
        is_back = not self.is_stated and same_word(word, self.first)
        if found is None or is_back or not (instead := self.detour(self.start, *found)):
            return ""
        shown = quoted(self.before or "")
        return (
            instead.replace(shown, f"{shown} (on the base branch)", 1) if self.before else instead
        )
