"""A spec as the reconciliation of document and label sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.lifecycle.family import same_word
from bot.model.stage import Stage

FIRST = "draft"
"""the status of what has not got any yet"""


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
    read states nothing for now.
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

    def spelt(self, word: str) -> tuple[str, Stage] | None:
        """Give a status as its vocabulary writes it, with its stage; None for an unknown one."""
        for known, stage in self.vocabulary.items():
            if stage and same_word(known, word):
                return known, stage
        return None

    def keeps_out(self, word: str) -> str:
        """Tell what keeps it out of a status that it does not have yet."""
        found = self.spelt(word)
        return self.needs(*found) if found else ""

    def strays(self, word: str) -> str:
        """Tell where it may go instead of to a status that does not follow its own."""
        found = self.spelt(word)
        return self.detour(self.start, *found) if found else ""
