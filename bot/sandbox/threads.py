"""What the database holds about issues and what people say on them; each class is a table."""

from dataclasses import dataclass

from bot.sandbox.record import Record


@dataclass(frozen=True, slots=True)
class Issue(Record):
    """An issue, or the issue side of a pull request. ``place`` orders it under its parent."""

    repository_id: int
    number: int
    title: str
    body: str | None
    state: str
    state_reason: str | None
    author_id: int
    app_id: int | None
    milestone_id: int | None
    parent_id: int | None
    place: int
    is_pull: bool
    created_at: str
    updated_at: str
    closed_at: str | None
    closed_by_id: int | None
    type_id: int | None = None


@dataclass(frozen=True, slots=True)
class Departure(Record):
    """An issue that was here: its number is not given away again."""

    repository_id: int
    number: int
    address: str | None


@dataclass(frozen=True, slots=True)
class IssueType(Record):
    """A type of issues, as an organization has them for all its repositories."""

    owner_id: int
    name: str
    description: str | None
    color: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Label(Record):
    """A label of a repository."""

    repository_id: int
    name: str
    color: str
    description: str | None
    is_default: bool


@dataclass(frozen=True, slots=True)
class Labelling(Record):
    """A label on an issue."""

    issue_id: int
    label_id: int


@dataclass(frozen=True, slots=True)
class Assignment(Record):
    """Somebody to whom an issue is assigned."""

    issue_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Milestone(Record):
    """A milestone of a repository."""

    repository_id: int
    number: int
    title: str
    description: str | None
    state: str
    creator_id: int
    created_at: str
    updated_at: str
    closed_at: str | None
    due_on: str | None


@dataclass(frozen=True, slots=True)
class Comment(Record):
    """A comment on an issue or a pull request; ``minimized`` is why it is folded away.

    ``edited_at`` is when somebody last changed its text, ``editor_id`` who; ``updated_at`` may move
    without that.
    """

    repository_id: int
    issue_id: int
    author_id: int
    app_id: int | None
    body: str
    minimized: str | None
    created_at: str
    updated_at: str
    edited_at: str | None = None
    editor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reaction(Record):
    """A reaction to an issue or a comment, by the subject's id."""

    subject_id: int
    user_id: int
    content: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Event(Record):
    """Something that happened to an issue. ``other_id`` is a user, an issue or a milestone."""

    repository_id: int
    issue_id: int
    actor_id: int
    app_id: int | None
    event: str
    created_at: str
    name: str | None = None
    color: str | None = None
    was: str | None = None
    other_id: int | None = None
    commit_id: str | None = None


@dataclass(frozen=True, slots=True)
class Dependency(Record):
    """An issue that waits for another one."""

    issue_id: int
    blocker_id: int
