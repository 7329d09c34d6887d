"""The one narrow way through which the Steward sees GitHub, and changes it.

Whoever stands behind it: GitHub, an Enterprise server, the embedded one, a model in memory. Nothing
of a client library passes through.
"""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.forge.can import Can
from bot.model.change import Change
from bot.model.entry import FileEntry, FileKind
from bot.model.issue import Issue
from bot.model.pull import Check, Pull, PullState, Status
from bot.model.role import Role
from bot.model.sync import SyncState
from bot.plan.actions import Action
from bot.plan.known import Known


@dataclass(frozen=True, slots=True)
class Changes:
    """What a pull request changes since its history left the base branch.

    ``is_whole`` is False where GitHub's own listing ends before the changes do.
    """

    merge_base: str
    files: tuple[Change, ...]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a commit. ``is_whole`` is False where GitHub cut the listing."""

    files: tuple[FileEntry, ...]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class FileName:
    """A file in a commit."""

    commit: str
    path: str


@dataclass(frozen=True, slots=True)
class FileText:
    """What stands in a commit under a path; ``data`` is None where it is larger than asked for.

    It is not ``is_exact`` where many files are no UTF-8: all but the first have a few bytes in
    their place then, which are none either.
    """

    blob: str
    kind: FileKind
    size: int
    data: bytes | None
    is_exact: bool = True


class Door(Protocol):
    """What stands, and what may be done about it."""

    can: Can

    def pull(self, number: int) -> PullState:
        """Observe a pull request and what is on it."""
        ...

    def pulls_at(self, head: str, branch: str) -> tuple[int, ...]:
        """List the open pull requests at a commit, from a branch of that name here or in a fork.

        Where none is at that commit any more, all from a branch of that name.
        """
        ...

    def merged_labels(self, paths: Collection[str], commit: str) -> dict[str, tuple[str, ...]]:
        """Give for files the labels of the pull request by whose merge each was last changed.

        A file that no pull request has brought into the history of the commit is absent.
        """
        ...

    def open_pulls(self) -> tuple[int, ...]:
        """List the open pull requests, the oldest first."""
        ...

    def verdicts(self, commit: str) -> tuple[tuple[Check, ...], tuple[Status, ...]]:
        """List the Steward's check runs and the statuses on a commit that is no pull request's."""
        ...

    def required_checks(self, branch: str) -> frozenset[str]:
        """Name the checks that a branch requires, beyond those told along with a pull request."""
        ...

    def changes(self, pull: Pull) -> Changes:
        """List what a pull request changes, between its base and its head as observed."""
        ...

    def tree(self, commit: str) -> Tree:
        """List the files of a commit."""
        ...

    def read(self, names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
        """Read files; what is not there is absent, what is larger than the cap has no data."""
        ...

    def issues(self) -> tuple[Issue, ...]:
        """List all issues of the Steward, open or closed, the oldest first."""
        ...

    def labelled_issues(self) -> tuple[Issue, ...]:
        """List those of them that bear its label, which costs least: for a look, not for deeds."""
        ...

    def foresee(self) -> None:
        """Say that ``labelled_issues`` is likely to be asked for, once the next texts are read."""
        ...

    def whereabouts(self, numbers: Collection[int]) -> Mapping[int, Issue]:
        """Give by number those that are issues of this repository, whosever they are.

        A pull request is none, nor is what was deleted, transferred, or made a discussion.
        """
        ...

    def sync(self, branch: str, base: str) -> SyncState:
        """Observe the write-back branch against the branch that it is for."""
        ...

    def me(self) -> str:
        """Say who the token acts as."""
        ...

    def role(self, login: str) -> Role:
        """Say what somebody may do in the repository."""
        ...

    def members(self, team: str) -> frozenset[str]:
        """List the members of a team, given as ``organisation/team``."""
        ...

    def slowly(self) -> AbstractContextManager[None]:
        """Spread out what is written inside: much of it is to come, and nobody waits."""
        ...

    def perform(self, action: Action, known: Known) -> None:
        """Do one deed; ``known`` takes the numbers of issues that it creates."""
        ...

    def default_branch(self) -> tuple[str, str]:
        """Give the name of the default branch, and its commit."""
        ...
