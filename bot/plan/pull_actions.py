"""Deeds on a pull request besides its comment: its branch, labels, check, and status."""

from dataclasses import dataclass
from typing import ClassVar

from bot.model.pull import Label
from bot.plan.change import Change
from bot.plan.desired import CheckWish, StatusWish


@dataclass(frozen=True, slots=True)
class EditFile:
    """Put a commit on the branch of the pull request: in place of a blob, these bytes.

    GitHub takes it only where that blob still stands there. ``head`` is where it was judged.
    """

    kind: ClassVar = "edit-file"
    way: ClassVar = "contents"
    number: int
    head: str
    branch: str
    path: str
    blob: str
    data: bytes
    message: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"{self.path} on branch {self.branch}", self.blob, self.message)


@dataclass(frozen=True, slots=True)
class CreateLabel:
    """Make a label that the repository lacks."""

    kind: ClassVar = "create-label"
    way: ClassVar = "labels"
    label: Label
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"label {self.label.name}", None, self.label.description)


@dataclass(frozen=True, slots=True)
class AddLabel:
    """Set one label; the others are not touched.

    The right to label a pull request is not the one to label an issue: ``way`` tells which.
    """

    kind: ClassVar = "add-label"
    number: int
    name: str
    why: str = ""
    way: str = "labels"

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"#{self.number}", None, self.name)


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Take one label off; the others are not touched."""

    kind: ClassVar = "remove-label"
    way: ClassVar = "labels"
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
    way: ClassVar = "checks"
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
    way: ClassVar = "statuses"
    wish: StatusWish
    before: str | None = None
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"commit {self.wish.head}", self.before, self.wish.state)
