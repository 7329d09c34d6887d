"""What has become of all write-back pull requests that there have been."""

from collections.abc import Iterable
from dataclasses import replace

from bot.model.pull import PullStage
from bot.model.sync import SyncPull, SyncState
from bot.plan.sync_marker import digest_of, waits_of


def with_past(state: SyncState, pulls: Iterable[SyncPull]) -> SyncState:
    """Add to a state what is known of its pull requests, in any order."""
    every = sorted(pulls, key=lambda pull: pull.number)
    mine = [pull for pull in every if pull.mine]
    is_open = [pull for pull in mine if pull.state is PullStage.OPEN]
    last = next((pull for pull in reversed(every) if not _is_taken_back(pull)), None)
    mine = [pull for pull in mine if not _is_taken_back(pull) or waits_of(pull.body)]
    return replace(state, last=last, own=next(iter((*is_open, *reversed(mine))), None))


def _is_taken_back(pull: SyncPull) -> bool:
    return pull.mine and pull.state is PullStage.CLOSED and digest_of(pull.body) == ""
