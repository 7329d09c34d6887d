"""Deeds on the write-back branch and its pull request."""

from dataclasses import dataclass
from typing import ClassVar

from bot.plan.change import Change
from bot.plan.desired import SyncWish


@dataclass(frozen=True, slots=True)
class CommitFiles:
    """Put one commit on top of the base, and the branch on that commit."""

    kind: ClassVar = "commit-file"
    way: ClassVar = "contents"
    wish: SyncWish
    before: str | None = None
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(
            f"branch {self.wish.branch}", self.before, [path for path, _ in self.wish.files]
        )


@dataclass(frozen=True, slots=True)
class OpenPullRequest:
    """Open the pull request of the write-back branch."""

    kind: ClassVar = "open-pull-request"
    way: ClassVar = "pulls"
    wish: SyncWish
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"branch {self.wish.branch}", None, self.wish.title)


@dataclass(frozen=True, slots=True)
class UpdatePullRequest:
    """Change the title or the body of the write-back pull request."""

    kind: ClassVar = "update-pull-request"
    way: ClassVar = "pulls"
    number: int
    title: str
    body: str
    before: tuple[str, str]
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(
            f"pull request #{self.number}",
            {"title": self.before[0], "body": self.before[1]},
            {"title": self.title, "body": self.body},
        )


@dataclass(frozen=True, slots=True)
class ClosePullRequest:
    """Close the write-back pull request, since nothing is left to write.

    Its ``body`` says from then on that it was not refused by anybody.
    """

    kind: ClassVar = "close-pull-request"
    way: ClassVar = "pulls"
    number: int
    body: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"pull request #{self.number}", "open", "closed")


@dataclass(frozen=True, slots=True)
class DeleteBranch:
    """Delete the write-back branch."""

    kind: ClassVar = "delete-branch"
    way: ClassVar = "contents"
    branch: str
    before: str
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"branch {self.branch}", self.before, None)
