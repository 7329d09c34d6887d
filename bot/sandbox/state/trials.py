"""Merges that nobody asked for: to test a pull request, and of a queue to merge it."""

from bot.sandbox.git.merging import Merge, merge
from bot.sandbox.git.objects import Signature
from bot.sandbox.git.refs import move_ref
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import base_tip
from bot.sandbox.verdicts import Pull

_MAKER = "GitHub"
_ADDRESS = "noreply@github.com"


def try_merge(hub: Hub, pull: Pull) -> str | None:
    """Merge a pull request on trial, to ``refs/pull/N/merge``; None on a conflict."""
    base = base_tip(hub, pull)
    return _merged(hub, pull, f"pull/{pull.number}/merge", f"Merge {pull.head_sha} into {base}")


def queue(hub: Hub, pull: Pull) -> tuple[str, str] | None:
    """Put a pull request into the merge queue; return its branch and its commit, if it merges."""
    ref = f"heads/gh-readonly-queue/{pull.base_ref}/pr-{pull.number}-{base_tip(hub, pull)}"
    done = _merged(hub, pull, ref, f"Merge pull request #{pull.number}")
    return None if done is None else (f"refs/{ref}", done)


def _merged(hub: Hub, pull: Pull, ref: str, words: str) -> str | None:
    who = Signature(_MAKER, _ADDRESS, hub.clock())
    done = merge(hub.mirror, Merge(base_tip(hub, pull), pull.head_sha, words, who, who), "merge")
    if done is not None:
        repository = hub.store.get(Repository, pull.repository_id)
        move_ref(hub.mirror, repository.prefix + ref, done)
    return done
