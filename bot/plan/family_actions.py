"""Deeds on how issues hang together: what is a part of what, and what waits for what."""

from dataclasses import dataclass
from typing import ClassVar

from bot.plan.change import Change
from bot.plan.issue_actions import Ref


@dataclass(frozen=True, slots=True)
class AddSubIssue:
    """Put an issue under another one, behind those that are there."""

    kind: ClassVar = "add-sub-issue"
    way: ClassVar = "sub-issues"
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
    way: ClassVar = "sub-issues"
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
    way: ClassVar = "sub-issues"
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
    way: ClassVar = "dependencies"
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
    way: ClassVar = "dependencies"
    issue: int
    blocker: int
    why: str = ""

    def change(self) -> Change:
        """Say what it changes."""
        return Change(f"issue #{self.issue}", f"issue #{self.blocker}", None)
