"""Deeds on issues: what they say, whether they are open, how they hang together."""

from dataclasses import dataclass
from typing import ClassVar

from bot.model.issue import Reason
from bot.plan.change import Change
from bot.plan.desired import IssueWish


@dataclass(frozen=True, slots=True)
class Ref:
    """An issue: by its number, or by the key that it is going to be created under."""

    key: str
    number: int | None = None

    def __str__(self) -> str:
        return f"issue #{self.number}" if self.number else f"issue {self.key}"


@dataclass(frozen=True, slots=True)
class CreateIssue:
    """Open an issue."""

    kind: ClassVar = "create-issue"
    wish: IssueWish
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue {self.wish.key}", None, self.wish.title)


@dataclass(frozen=True, slots=True)
class UpdateIssue:
    """Change an issue's title, body or milestone; what is None stays."""

    kind: ClassVar = "update-issue"
    number: int
    title: str | None = None
    body: str | None = None
    milestone: int | None = None
    before: tuple[str, str] = ("", "")
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(
            f"issue #{self.number}",
            {"title": self.before[0], "body": self.before[1]},
            {
                "title": self.before[0] if self.title is None else self.title,
                "body": self.before[1] if self.body is None else self.body,
                "milestone": self.milestone,
            },
        )


@dataclass(frozen=True, slots=True)
class CloseIssue:
    """Close an issue."""

    kind: ClassVar = "close-issue"
    ref: Ref
    reason: Reason
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(str(self.ref), "open", self.reason.value)


@dataclass(frozen=True, slots=True)
class ReopenIssue:
    """Open an issue again."""

    kind: ClassVar = "reopen-issue"
    number: int
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue #{self.number}", "closed", "open")


@dataclass(frozen=True, slots=True)
class AddSubIssue:
    """Put an issue under another one, behind those that are there."""

    kind: ClassVar = "add-sub-issue"
    parent: Ref
    child: Ref
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(str(self.parent), None, str(self.child))


@dataclass(frozen=True, slots=True)
class RemoveSubIssue:
    """Take an issue out from under another one."""

    kind: ClassVar = "remove-sub-issue"
    parent: int
    child: int
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue #{self.parent}", f"issue #{self.child}", None)


@dataclass(frozen=True, slots=True)
class OrderSubIssue:
    """Move an issue behind its sibling, or to the top."""

    kind: ClassVar = "order-sub-issue"
    parent: Ref
    child: Ref
    after: Ref | None
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(str(self.parent), str(self.child), str(self.after or "the top"))


@dataclass(frozen=True, slots=True)
class AddDependency:
    """Say that an issue is blocked by another one."""

    kind: ClassVar = "add-dependency"
    issue: Ref
    blocker: Ref
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(str(self.issue), None, str(self.blocker))


@dataclass(frozen=True, slots=True)
class RemoveDependency:
    """Say that an issue is no longer blocked by another one."""

    kind: ClassVar = "remove-dependency"
    issue: int
    blocker: int
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue #{self.issue}", f"issue #{self.blocker}", None)
