"""What has become of the write-backs that there have been: which one counts."""

import pytest

from bot.model.pull import PullStage
from bot.model.sync import SyncPull, SyncState
from bot.plan.sync_marker import mark_sync
from bot.plan.sync_past import with_past

OPEN = SyncPull(5, "", mark_sync("x", {"7": True}), mine=True)
REFUSED = SyncPull(4, "", mark_sync("x", {"7": True}), mine=True, state=PullStage.CLOSED)
PAUSED = SyncPull(6, "", mark_sync("", {"7": True}), mine=True, state=PullStage.CLOSED)
TAKEN_BACK = SyncPull(7, "", mark_sync(""), mine=True, state=PullStage.CLOSED)
THEIRS = SyncPull(8, "", "", mine=False)


@pytest.mark.parametrize(
    ("pulls", "last", "own"),
    [
        ((), None, None),
        ((REFUSED, THEIRS), THEIRS, REFUSED),
        ((PAUSED, REFUSED), REFUSED, PAUSED),
        ((REFUSED, TAKEN_BACK), REFUSED, REFUSED),
        # one that is open is the one that is written, whatever was closed since
        ((REFUSED, OPEN, PAUSED), OPEN, OPEN),
        ((TAKEN_BACK,), None, None),
    ],
)
def test_the_one_that_counts(
    pulls: tuple[SyncPull, ...], last: SyncPull | None, own: SyncPull | None
) -> None:
    state = with_past(SyncState("sync"), pulls)
    assert (state.last, state.own) == (last, own)
