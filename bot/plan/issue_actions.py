"""Deeds on issues: what they say, and whether they are open."""

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
    way: ClassVar = "issues"
    wish: IssueWish
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue {self.wish.key}", None, self.wish.title)


@dataclass(frozen=True, slots=True)
class UpdateIssue:
    """Change an issue's title, body or milestone; what is None stays."""

    kind: ClassVar = "update-issue"
    way: ClassVar = "issues"
    number: int
    title: str | None = None
    body: str | None = None
    milestone: str | None = None
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
    way: ClassVar = "issues"
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
    way: ClassVar = "issues"
    number: int
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue #{self.number}", "closed", "open")
