"""Deeds on suggestions at the lines of a pull request."""

from dataclasses import dataclass
from typing import ClassVar

from bot.plan.change import Change


@dataclass(frozen=True, slots=True)
class Suggest:
    """Offer a line put right, to be taken over with one click.

    Its way is not that of comments, which a token may write that may not review.
    """

    kind: ClassVar = "suggest"
    way: ClassVar = "suggestions"
    pull: int
    head: str
    path: str
    line: int
    body: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"pull request #{self.pull}, {self.path} line {self.line}", None, self.body)


@dataclass(frozen=True, slots=True)
class DeleteSuggestion:
    """Take away a twin of a suggestion, which two runs at once have made."""

    kind: ClassVar = "delete-suggestion"
    way: ClassVar = "suggestions"
    pull: int
    id: int
    before: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"review comment {self.id}", self.before, None)
