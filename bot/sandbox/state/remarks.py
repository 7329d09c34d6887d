"""Comments at lines of the difference of a pull request, and where they are by now."""

from dataclasses import replace
from typing import NamedTuple

from bot.sandbox.git.hunks import find_place
from bot.sandbox.git.moving import follow_line
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import invalid, limited
from bot.sandbox.state.events import touch
from bot.sandbox.state.issues import BODY
from bot.sandbox.state.placing import Refuse, Remark, find_spot, refuse_one
from bot.sandbox.state.pulls import files_of
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull, Review, ReviewComment
from bot.sandbox.viewer import Actor

_WHAT = "PullRequestReviewComment"


class Standing(NamedTuple):
    """Where a comment stands by now: nowhere, if its lines have changed since."""

    line: int | None
    start_line: int | None
    position: int | None


def add_remark(
    hub: Hub, pull: Pull, review: Review, remark: Remark, actor: Actor, refuse: Refuse = refuse_one
) -> ReviewComment:
    """Comment at lines, which have to lie in the difference."""
    _check(remark.body)
    place = find_spot(hub, pull, remark, refuse)
    now = hub.now()
    return hub.store.add(
        ReviewComment(
            id=hub.store.next_id(),
            issue_id=pull.issue_id,
            review_id=review.id,
            author_id=actor.id,
            body=remark.body,
            path=remark.path,
            line=remark.line,
            side=remark.side,
            start_line=remark.start_line,
            start_side=remark.start_side,
            position=place.position,
            diff_hunk=place.hunk,
            commit_id=review.commit_id,
            in_reply_to_id=None,
            created_at=now,
            updated_at=now,
        )
    )


def answer_remark(
    hub: Hub, review: Review, first: ReviewComment, body: str, actor: Actor
) -> ReviewComment:
    """Answer where the first comment of a thread stands, whatever has become of its lines."""
    _check(body)
    now = hub.now()
    return hub.store.add(
        replace(
            first,
            id=hub.store.next_id(),
            review_id=review.id,
            author_id=actor.id,
            body=body,
            in_reply_to_id=first.in_reply_to_id or first.id,
            created_at=now,
            updated_at=now,
        )
    )


def change_remark(hub: Hub, remark: ReviewComment, body: str) -> ReviewComment:
    """Say something else instead."""
    _check(body)
    touch(hub, hub.store.get(Issue, remark.issue_id))
    return hub.store.change(remark, body=body, updated_at=hub.now())


def delete_remark(hub: Hub, remark: ReviewComment) -> None:
    """Take a comment back, and the review that was made for it alone."""
    hub.store.drop(remark)
    review = hub.store.get(Review, remark.review_id)
    left = hub.store.count(ReviewComment, "review_id = ?", review.id)
    if review.state == "COMMENTED" and not review.body and not left:
        hub.store.drop(review)


def standing(hub: Hub, remark: ReviewComment) -> Standing:
    """Tell where a comment is by now: people push, and lines move or change."""
    pull = hub.store.first(Pull, "issue_id = ?", remark.issue_id)
    if pull is None or remark.line is None or remark.side != "RIGHT":
        return Standing(remark.line, remark.start_line, remark.position)
    old, new, path = remark.commit_id, pull.head_sha, remark.path
    start, end = (
        None if line is None else follow_line(hub.mirror, old, new, path, line)
        for line in (remark.start_line, remark.line)
    )
    patch = next((each.patch for each in files_of(hub, pull) if each.path == path), None)
    place = None if end is None else find_place(patch or "", end, remark.side)
    if place is None or (remark.start_line is not None and start is None):
        return Standing(None, None, None)
    return Standing(end, start, place.position)


def _check(body: str) -> None:
    if not body.strip():
        raise invalid(_WHAT, "body", "custom", "body can't be blank")
    limited(_WHAT, "body", body, BODY)
