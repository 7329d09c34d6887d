"""What is left to do on the write-back branch and its pull request."""

from collections.abc import Iterator

from bot.model.blob_id import blob_id
from bot.model.sync import SyncState
from bot.plan.actions import (
    Action,
    ClosePullRequest,
    CommitFiles,
    DeleteBranch,
    OpenPullRequest,
    UpdatePullRequest,
)
from bot.plan.desired import SyncWish
from bot.plan.pulls import same_text


def plan_sync(wish: SyncWish, state: SyncState) -> Iterator[Action]:
    """Give the deeds; a branch that somebody else has committed to is theirs, and stays."""
    pulls = sorted((p for p in state.pulls if p.mine), key=lambda pull: pull.number)
    if not wish.files:
        yield from (ClosePullRequest(pull.number, wish.why) for pull in pulls)
        if state.head and state.mine:
            yield DeleteBranch(state.branch, state.head, wish.why)
        return
    is_theirs = state.head is not None and not state.mine
    if is_theirs or (state.pulls and not pulls):
        return
    wanted = tuple(sorted((path, blob_id(data)) for path, data in wish.files))
    if state.head is None or tuple(sorted(state.files)) != wanted:
        yield CommitFiles(wish, state.head, wish.why)
    if not pulls:
        yield OpenPullRequest(wish, wish.why)
        return
    first = pulls[0]
    if first.title != wish.title or not same_text(first.body, wish.body):
        before = (first.title, first.body)
        yield UpdatePullRequest(first.number, wish.title, wish.body, before, wish.why)
    for twin in pulls[1:]:
        yield ClosePullRequest(twin.number, "the older pull request stays the only one")
