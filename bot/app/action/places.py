"""Where to look, as an event tells it."""

from collections.abc import Callable
from dataclasses import dataclass

_GONE = "no open pull request is at the commit of the earlier run: nothing to do"


@dataclass(frozen=True, slots=True)
class Queued:
    """A merge queue's commit: what becomes of the base branch if all goes well.

    ``number`` is the pull request that it merges, 0 where GitHub's name for it tells none.
    """

    head: str
    base: str
    base_branch: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Behind:
    """What an earlier run was about, where its event does not name the pull request."""

    head: str
    branch: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look: at some pull requests, at every open one, at a merge queue's commit.

    ``behind`` is still to be resolved to pull requests. It ``lands`` where the default branch may
    have got new work, or the issues may have changed that stand for it; then it ``forgets`` what
    was refused before. ``nowhere`` says why there is nothing to look at.
    """

    pulls: tuple[int, ...] = ()
    every: bool = False
    queued: Queued | None = None
    behind: Behind | None = None
    lands: bool = False
    forgets: bool = False
    nowhere: str = ""


def resolved(where: Places, pulls_at: Callable[[str, str], tuple[int, ...]]) -> Places:
    """Ask for the pull requests that a run was about, where its event does not name them."""
    if where.behind is None:
        return where
    pulls = pulls_at(where.behind.head, where.behind.branch)
    return Places(pulls, nowhere="" if pulls else _GONE)
