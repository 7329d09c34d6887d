"""The write-back branch as it stands: its commit, what that changes, and its pull request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncPull:
    """An open pull request from the branch."""

    number: int
    title: str
    body: str
    mine: bool


@dataclass(frozen=True, slots=True)
class SyncState:
    """The branch and its open pull requests.

    ``head`` is None where there is no branch. ``parent`` is what its commit stands on, ``files``
    what that commit changed, as paths with the ids of their blobs.
    """

    branch: str
    head: str | None = None
    parent: str | None = None
    mine: bool = True
    files: tuple[tuple[str, str], ...] = ()
    pulls: tuple[SyncPull, ...] = ()
