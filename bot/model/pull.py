"""What stands on GitHub around one pull request, as far as the Steward looks at it.

Every text in here was written by somebody: it is shown defused, and never obeyed.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account; apps have one too."""

    login: str
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the repository."""

    name: str
    colour: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Labelling:
    """A label that was set or taken off: by whom, when. A deleted account is nobody."""

    name: str
    by: Person | None
    at: str
    is_set: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the conversation. ``mine`` is what the Steward's own account has written.

    ``hidden`` is None where it is not known. It ``is_edited`` where its text is not the first one;
    ``editor`` is who changed it last, as far as GitHub tells. ``reactions`` are the Steward's own,
    by the names that REST has for them: ``+1``, ``confused``.
    """

    id: int
    node: str
    url: str
    author: Person | None
    body: str
    mine: bool
    hidden: bool | None = False
    at: str = ""
    is_edited: bool = False
    editor: Person | None = None
    reactions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer said of one commit; a commit that is gone is None.

    ``can_push`` tells whether the reviewer may write to the repository.
    """

    id: int
    author: Person | None
    state: str
    commit: str | None
    at: str
    body: str = ""
    can_push: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment at a line of the difference that begins a thread, wherever its line is by now."""

    id: int
    body: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Check:
    """A check run on the head commit. ``digest`` tells its content, where the Steward wrote it."""

    id: int
    name: str
    conclusion: str | None
    digest: str
    app: str


@dataclass(frozen=True, slots=True)
class Status:
    """A commit status: the poor man's check."""

    context: str
    state: str
    description: str
    url: str


class PullStage(StrEnum):
    """Where a pull request is in its life."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request. ``head_repository`` is None where the fork was deleted.

    ``merged_at`` is empty where it was not merged. It ``lands`` where its base is the default
    branch.
    """

    number: int
    title: str
    url: str
    author: Person | None
    stage: PullStage
    is_draft: bool
    base_branch: str
    base: str
    head_branch: str
    head: str
    head_repository: str | None
    is_fork: bool
    merge_commit: str | None = None
    merged_at: str = ""
    lands: bool = True


@dataclass(frozen=True, slots=True)
class PullState:
    """A pull request and what people and bots have put on it.

    ``known_labels`` are those of the repository that the Steward may want to set; ``required`` are
    the checks that the base branch requires, as far as they are told along.
    """

    pull: Pull
    me: str
    labels: tuple[str, ...] = ()
    labellings: tuple[Labelling, ...] = ()
    comments: tuple[Comment, ...] = ()
    reviews: tuple[Review, ...] = ()
    checks: tuple[Check, ...] = ()
    statuses: tuple[Status, ...] = ()
    known_labels: tuple[Label, ...] = ()
    remarks: tuple[Remark, ...] = ()
    required: frozenset[str] = frozenset()
