"""Deeds on the one comment of a pull request, and the answers to those of people."""

from dataclasses import dataclass
from typing import ClassVar

from bot.plan.change import Change


@dataclass(frozen=True, slots=True)
class CreateComment:
    """Write the one comment."""

    kind: ClassVar = "create-comment"
    way: ClassVar = "comments"
    pull: int
    body: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"pull request #{self.pull}", None, self.body)


@dataclass(frozen=True, slots=True)
class UpdateComment:
    """Change the one comment."""

    kind: ClassVar = "update-comment"
    way: ClassVar = "comments"
    pull: int
    id: int
    before: str
    body: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.id}", self.before, self.body)


@dataclass(frozen=True, slots=True)
class DeleteComment:
    """Take away a twin of the one comment, which two runs at once have made."""

    kind: ClassVar = "delete-comment"
    way: ClassVar = "comments"
    pull: int
    id: int
    before: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.id}", self.before, None)


@dataclass(frozen=True, slots=True)
class MinimiseComment:
    """Fold the one comment away."""

    kind: ClassVar = "minimise-comment"
    way: ClassVar = "folding"
    pull: int
    id: int
    node: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.id}", "shown", "hidden")


@dataclass(frozen=True, slots=True)
class UnminimiseComment:
    """Unfold the one comment: it has something to say again."""

    kind: ClassVar = "unminimise-comment"
    way: ClassVar = "folding"
    pull: int
    id: int
    node: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.id}", "hidden", "shown")


@dataclass(frozen=True, slots=True)
class React:
    """Answer somebody's comment with a reaction, which is the same however often it is left.

    Its way is not that of comments: what is said in words does not hang on it.
    """

    kind: ClassVar = "add-reaction"
    way: ClassVar = "reactions"
    number: int
    comment: int
    content: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.comment}", None, self.content)
