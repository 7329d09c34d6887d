"""Issues as they stand on GitHub."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why an issue was closed."""

    COMPLETED = "completed"
    NOT_PLANNED = "not_planned"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Child:
    """A sub-issue, as its parent lists it; it may be anybody's."""

    number: int
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue that bears the Steward's label.

    ``id`` is what GitHub's database calls it, which is what sub-issues and dependencies are made
    with. ``children`` stand in their order, ``blocked_by`` are numbers in any. The milestone goes
    by its title, of which a repository has but one.
    """

    id: int
    number: int
    title: str
    body: str
    mine: bool
    is_open: bool = True
    reason: Reason | None = None
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    milestone: str = ""
    parent: int | None = None
    children: tuple[Child, ...] = ()
    blocked_by: tuple[int, ...] = ()
