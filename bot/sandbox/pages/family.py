"""An issue among others: its parent, what is below it, what it waits for."""

from dataclasses import dataclass

from bot.sandbox.hub import Hub
from bot.sandbox.pages.deeds import show_other
from bot.sandbox.pages.entries import Other
from bot.sandbox.pages.marks import Chip, chips_of
from bot.sandbox.pages.people import Person, show_user
from bot.sandbox.state.families import blocked_by, blockers_of, children_of
from bot.sandbox.state.issues import assignees_of
from bot.sandbox.threads import Issue


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the sub-issues are closed."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """The share, rounded down: only all is all."""
        return 100 * self.done // self.total


@dataclass(frozen=True, slots=True)
class Child:
    """A sub-issue with its own."""

    issue: Other
    chips: tuple[Chip, ...]
    assignees: tuple[Person, ...]
    waits: int
    progress: Progress | None
    children: tuple["Child", ...]


@dataclass(frozen=True, slots=True)
class Family:
    """All relations of an issue."""

    parent: Other | None
    beside: Progress | None
    progress: Progress | None
    children: tuple[Child, ...]
    blockers: tuple[Other, ...]
    blocked: tuple[Other, ...]


def family_of(hub: Hub, issue: Issue) -> Family:
    """Return the relations of an issue."""
    parent = hub.store.get(Issue, issue.parent_id) if issue.parent_id else None
    return Family(
        parent=show_other(hub, parent) if parent else None,
        beside=progress_of(hub, parent) if parent else None,
        progress=progress_of(hub, issue),
        children=_children(hub, issue),
        blockers=tuple(show_other(hub, each) for each in blockers_of(hub, issue)),
        blocked=tuple(show_other(hub, each) for each in blocked_by(hub, issue)),
    )


def progress_of(hub: Hub, issue: Issue) -> Progress | None:
    """Count the sub-issues; None where there are none."""
    children = children_of(hub, issue)
    done = sum(each.state == "closed" for each in children)
    return Progress(done, len(children)) if children else None


def _children(hub: Hub, issue: Issue) -> tuple[Child, ...]:
    """Return what is below an issue; GitHub lets nothing be below itself."""
    return tuple(
        Child(
            issue=show_other(hub, each),
            chips=chips_of(hub, each),
            assignees=tuple(show_user(user) for user in assignees_of(hub, each)),
            waits=sum(one.state == "open" for one in blockers_of(hub, each)),
            progress=progress_of(hub, each),
            children=_children(hub, each),
        )
        for each in children_of(hub, issue)
    )
