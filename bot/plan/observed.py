"""Everything that a plan is made against: what one look at GitHub has brought."""

from dataclasses import dataclass

from bot.model.issue import Issue
from bot.model.pull import PullState
from bot.model.sync import SyncState


@dataclass(frozen=True, slots=True)
class Observed:
    """What stands; what is None was not looked at, so nothing can be planned there."""

    pull: PullState | None = None
    issues: tuple[Issue, ...] | None = None
    sync: SyncState | None = None
