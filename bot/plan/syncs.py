"""What is left to do on the write-back branch and its pull request."""

from collections.abc import Iterator

from bot.model.blob_id import blob_id
from bot.model.pull import PullStage
from bot.model.sync import SyncPull, SyncState
from bot.model.waits import both
from bot.plan.actions import (
    Action,
    ClosePullRequest,
    CommitFiles,
    DeleteBranch,
    OpenPullRequest,
    UpdatePullRequest,
)
from bot.plan.desired import SyncWish
from bot.plan.fitting import cut_body
from bot.plan.pulls import same_text
from bot.plan.sync_marker import (
    digest_of,
    held_to,
    made_of,
    mark_sync,
    paused,
    sync_digest,
    taken_back,
    waits_of,
)


def plan_sync(wish: SyncWish, state: SyncState) -> Iterator[Action]:
    """Give the deeds; a branch that somebody else has committed to is theirs, and stays.

    One that is left over when its pull request was merged or refused stays as well: the next commit
    takes it up, also where others had committed to it before that was merged. What was refused is
    not asked for a second time, and waits no longer once it is so.
    """
    pulls = sorted((p for p in state.pulls if p.mine), key=lambda pull: pull.number)
    if not wish.files:
        yield from (_close(pull, wish, wish.why, state.message) for pull in pulls)
        if not pulls and not wish.pauses:
            yield from _hold(wish, state)
        if pulls and state.head and state.mine:
            yield DeleteBranch(state.branch, state.head, wish.why)
        return
    if _is_theirs(state) or (state.pulls and not pulls) or (not pulls and is_refused(wish, state)):
        yield from _hold(wish, state)
        return
    if state.head is None or tuple(sorted(state.files)) != _blobs(wish) or _is_stale(wish, state):
        yield CommitFiles(wish, state.head, wish.why)
    if not pulls:
        yield OpenPullRequest(wish, wish.why)
        return
    first = pulls[0]
    if first.title != wish.title or not same_text(first.body, wish.body):
        before = (first.title, first.body)
        yield UpdatePullRequest(first.number, wish.title, wish.body, before, wish.why)
    for twin in pulls[1:]:
        yield _close(twin, wish, "the older pull request stays the only one")


def _is_theirs(state: SyncState) -> bool:
    last = state.last
    is_merged = last is not None and last.state is PullStage.MERGED and last.head == state.head
    return state.head is not None and not state.mine and not is_merged


def _is_stale(wish: SyncWish, state: SyncState) -> bool:
    """Tell whether it was made from other files than stand on the base now.

    What it writes may be the same all the same, as where somebody has ticked a box that it ticks;
    but it could not be merged.
    """
    if state.message and waits_of(state.message) != waits_of(wish.body):
        return True  # it is to know that as well as the body does
    if state.pulls:
        told = [state.message] if state.message else [pull.body for pull in state.pulls]
        said = {made for each in told if (made := made_of(each))}
        return bool(said) and wish.made not in {"", *said}
    return state.parent not in {None, wish.base}


def is_refused(wish: SyncWish, state: SyncState) -> bool:
    """Tell whether somebody has closed, and not merged, what would be written."""
    last = state.last
    if last is None or not last.mine or last.state is not PullStage.CLOSED:
        return False
    said = digest_of(last.body)
    if said is None and last == state.own:  # somebody has rewritten it: then its commit tells
        said = digest_of(state.message)
    if said is None:  # or else what the branch writes, where it is still there
        return state.head is not None and tuple(sorted(state.files)) == _blobs(wish)
    return said == (wish.digest or sync_digest(wish.files))


def _blobs(wish: SyncWish) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((path, blob_id(data)) for path, data in wish.files))


def _close(pull: SyncPull, wish: SyncWish, why: str, message: str = "") -> ClosePullRequest:
    body = paused(pull.body, message) if wish.pauses else taken_back(pull.body)
    return ClosePullRequest(pull.number, cut_body(body), why)


def _hold(wish: SyncWish, state: SyncState) -> Iterator[Action]:
    """Let nothing wait for a pull request that is left as it is but what it would write now.

    What people have done since is not in it, and would be lost when it is merged: that waits for
    the next one, be its own word still there or to be put back.
    """
    own = state.own
    if own is None or own.state is PullStage.MERGED:
        return
    waits = waits_of(wish.body)
    said = digest_of(state.message) or wish.digest or sync_digest(wish.files)
    marker = mark_sync(said if wish.files else "", both(waits, wish.waiting))
    body = cut_body(held_to(own.body, waits, marker))
    if not same_text(own.body, body):
        why = "what waits for it is not lost, and what has followed waits no longer"
        yield UpdatePullRequest(own.number, own.title, body, (own.title, own.body), why)
