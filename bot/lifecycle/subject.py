"""A spec as the reconciliation of document and label sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.lifecycle.family import same_word
from bot.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Subject:
    """One spec of a pull request.

    ``word`` and ``stage`` are what its own text says; where its template has no place for a status
    it is not *stated*, and the label says it. ``before`` is the word at the base branch.
    ``needs`` tells in a few words what keeps it out of a status, empty where nothing does.
    """

    path: str
    word: str | None
    stage: Stage | None
    vocabulary: Mapping[str, Stage | None]
    needs: Callable[[str, Stage], str]
    is_stated: bool = True
    before: str | None = None

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
