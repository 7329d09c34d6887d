"""Deeds on a pull request: its comment, its labels, its check."""

from dataclasses import dataclass
from typing import ClassVar

from bot.model.pull import Label
from bot.plan.change import Change
from bot.plan.desired import CheckWish, StatusWish


@dataclass(frozen=True, slots=True)
class CreateComment:
    """Write the one comment."""

    kind: ClassVar = "create-comment"
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
    pull: int
    id: int
    node: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"comment {self.id}", "shown", "hidden")


@dataclass(frozen=True, slots=True)
class CreateLabel:
    """Make a label that the repository lacks."""

    kind: ClassVar = "create-label"
    label: Label
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"label {self.label.name}", None, self.label.description)


@dataclass(frozen=True, slots=True)
class AddLabel:
    """Set one label; the others are not touched."""

    kind: ClassVar = "add-label"
    number: int
    name: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"#{self.number}", None, self.name)


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Take one label off; the others are not touched."""

    kind: ClassVar = "remove-label"
    number: int
    name: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"#{self.number}", self.name, None)


@dataclass(frozen=True, slots=True)
class WriteCheck:
    """Write the check run."""

    kind: ClassVar = "write-check"
    wish: CheckWish
    before: str | None = None
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"commit {self.wish.head}", self.before, self.wish.conclusion)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Set the commit status."""

    kind: ClassVar = "set-status"
    wish: StatusWish
    before: str | None = None
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"commit {self.wish.head}", self.before, self.wish.state)
