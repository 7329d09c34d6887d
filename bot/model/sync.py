"""The write-back branch as it stands: its commit, what that changes, and its pull request."""

from dataclasses import dataclass

from bot.model.pull import PullStage


@dataclass(frozen=True, slots=True)
class SyncPull:
    """A pull request from the branch, whose last commit is its ``head``; empty where untold."""

    number: int
    title: str
    body: str
    mine: bool
    state: PullStage = PullStage.OPEN
    head: str = ""


@dataclass(frozen=True, slots=True)
class SyncState:
    """The branch and its open pull requests.

    ``head`` is None where there is no branch. ``parent`` is what its commit stands on, ``files``
    what that commit changed, as paths with the ids of their blobs. ``message`` is that of the
    Steward's own newest commit which says what waits, be there commits of others above it; where
    there is no branch, as the pull request that it was closed with still has it.

    ``last`` is the latest pull request of all that the Steward has not closed itself: it may be
    merged, or closed by somebody. ``own`` is the one that it has open, or else the latest of its
    own but for those that it has closed while nothing waited for them.
    """

    branch: str
    head: str | None = None
    parent: str | None = None
    mine: bool = True
    files: tuple[tuple[str, str], ...] = ()
    pulls: tuple[SyncPull, ...] = ()
    message: str = ""
    last: SyncPull | None = None
    own: SyncPull | None = None
