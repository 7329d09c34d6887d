"""What should stand on GitHub, with a word on why: wishes, to be held against what does stand."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from bot.model.issue import Reason
from bot.model.pull import Label
from bot.model.waits import Waits
from bot.plan.edit import EditWish
from bot.plan.suggestion import SuggestionWish


@dataclass(frozen=True, slots=True)
class Annotation:
    """A remark at lines of a file, as a check shows it. ``level``: notice, warning or failure."""

    path: str
    line: int
    level: str
    title: str
    message: str


@dataclass(frozen=True)
class CheckWish:
    """The check run on the head commit."""

    name: str
    head: str
    conclusion: str
    title: str
    summary: str
    annotations: tuple[Annotation, ...] = ()
    why: str = ""

    @cached_property
    def digest(self) -> str:
        """Tell this content from any other; GitHub keeps it with the check run."""
        said = (self.name, self.head, self.conclusion, self.title, self.summary, self.annotations)
        return hashlib.sha256(repr(said).encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class StatusWish:
    """The commit status, where checks cannot be written."""

    context: str
    head: str
    state: str
    description: str
    url: str = ""
    why: str = ""

    @property
    def shown(self) -> str:
        """Give as much of the description as GitHub keeps."""
        return self.description[:140]


@dataclass(frozen=True, slots=True)
class CommentWish:
    """The one comment; a body of None is none, and what stands is then left alone.

    ``hidden`` folds it away, or unfolds it; with None it stays as people have it.
    """

    body: str | None
    hidden: bool | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReactionWish:
    """A reaction to somebody's comment, by the name that REST has for it: ``+1``, ``eyes``."""

    comment: int
    content: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class LabelWish:
    """The one label of a family, such as ``spec: ``; a label of None means that none is left."""

    family: str
    label: Label | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class PullWish:
    """All that should stand on a pull request; what is None is not looked at."""

    number: int
    comment: CommentWish | None = None
    label: LabelWish | None = None
    check: CheckWish | None = None
    status: StatusWish | None = None
    suggestions: tuple[SuggestionWish, ...] = ()
    reactions: tuple[ReactionWish, ...] = ()
    edits: tuple[EditWish, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueWish:
    """An issue by its key, which its marker holds; ``parent`` and ``blocked_by`` are keys.

    ``number`` names an issue that is to be this one, whatever its marker says. Of the labels it
    lacks none of ``labels``; others, which people have set, stay. The milestone goes by its title,
    and stays as it is where none is wanted. ``assignees`` and ``type`` are given when it is made,
    and are people's own affair from then on. What ``is_root`` remembers of others is not to be
    changed before these know it themselves.
    """

    key: str
    title: str
    body: str
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    milestone: str = ""
    type: str = ""
    is_open: bool = True
    reason: Reason = Reason.COMPLETED
    parent: str | None = None
    blocked_by: tuple[str, ...] = ()
    number: int | None = None
    why: str = ""
    is_root: bool = False


@dataclass(frozen=True, slots=True)
class SyncWish:
    """A branch with one commit on top of its base, and the pull request for it.

    No files mean that nothing is left to write: the pull request is closed, the branch deleted.
    ``digest`` tells what is written from anything else; without it the files do. The body is to
    hold it (``mark_sync``): what somebody has refused is known again by that. ``waiting`` is what
    waits for it already: a pull request that is left as it is gets no more than that. Where it
    ``pauses``, the pull request is closed as well, and what waits for it goes on waiting.
    """

    branch: str
    base_branch: str
    base: str
    files: tuple[tuple[str, bytes], ...]
    title: str
    body: str
    why: str = ""
    digest: str = ""
    made: str = ""
    waiting: Waits = field(default_factory=dict, hash=False)
    pauses: bool = False


@dataclass(frozen=True, slots=True)
class Desired:
    """Everything that one run wants; what is None is not looked at.

    The order of ``issues`` is the order of those that share a parent.
    """

    pull: PullWish | None = None
    issues: tuple[IssueWish, ...] | None = None
    sync: SyncWish | None = None
