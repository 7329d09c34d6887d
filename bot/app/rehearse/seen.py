"""What a rehearsal has shown: the values that it is told from."""

from dataclasses import dataclass
from typing import Any

from bot.app.rehearse.branches import Branches
from bot.plan.marker import is_marker


@dataclass(frozen=True, slots=True)
class Remark:
    """What the check says at a line; ``level`` is GitHub's word for how bad it is."""

    path: str
    line: int
    level: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The check on the head commit."""

    conclusion: str
    title: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """An issue of the repository; ``spec`` is the path of the one whose work it is about.

    ``milestone`` is the title of the one that it is under, empty where it is under none.
    """

    number: int
    title: str
    state: str
    parent: int | None = None
    spec: str = ""
    milestone: str = ""


@dataclass(frozen=True, slots=True)
class WrittenBack:
    """The pull request that writes back to the documents; ``files`` with how many lines each."""

    number: int
    title: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What people find on GitHub after a run; what is not there is empty."""

    comment: str = ""
    label: str = ""
    check: Checked | None = None
    issues: tuple[Issued, ...] = ()
    write_back: WrittenBack | None = None

    @property
    def text(self) -> str:
        """Give the comment without its marker, as people see it."""
        first, _, rest = self.comment.partition("\n")
        return rest if is_marker(first) else self.comment


@dataclass(frozen=True, slots=True)
class Played:
    """How a run has ended, what it left for later steps, what it cost, and what stands then.

    ``notes`` are what it says beside that, ``planned`` the issues that it would open if the
    configuration wanted more than a dry run. ``problem`` is why it has failed without a verdict;
    then it has left neither report nor plan.
    """

    code: int
    verdict: str
    report: Any  # JSON, in the form of the contract
    plan: Any
    requests: int
    standing: Standing
    notes: tuple[str, ...] = ()
    planned: tuple[Issued, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """The pull request that was rehearsed."""

    number: int
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """All of it. Without a commit between the branches there is no pull request, nor any run.

    ``uncommitted`` are documents and rules that are no part of it yet, ``page`` is where the page
    lies, and ``address`` where it is served as long as it is.
    """

    branches: Branches
    pull: Pulled | None = None
    opened: Played | None = None
    merged: Played | None = None
    uncommitted: tuple[str, ...] = ()
    page: str = ""
    address: str = ""
    is_example: bool = False

    @property
    def verdict(self) -> str:
        """Say how the run has ended."""
        return self.opened.verdict if self.opened else "skipped"

    @property
    def code(self) -> int:
        """Give the exit code: that of the Action on the open pull request."""
        return self.opened.code if self.opened else 0

    @property
    def requests(self) -> int:
        """Count what was asked of the embedded GitHub."""
        return sum(played.requests for played in (self.opened, self.merged) if played)
