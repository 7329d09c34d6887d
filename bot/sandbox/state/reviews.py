"""Reviews, and comments at lines of the difference."""

from dataclasses import dataclass

from bot.sandbox.git.hunks import Place, find_place
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Refusal, invalid, limited
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.state.issues import BODY
from bot.sandbox.state.pulls import files_of
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull, Review, ReviewComment
from bot.sandbox.viewer import Actor

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment at lines of a file; without a line it is about the file."""

    path: str
    body: str
    line: int | None
    side: str = "RIGHT"
    start_line: int | None = None
    start_side: str | None = None
    in_reply_to: int | None = None


def add_review(hub: Hub, issue: Issue, commit: str, event: str, body: str, actor: Actor) -> Review:
    """Review a pull request; nobody approves their own."""
    limited("PullRequestReview", "body", body, BODY)
    state = STATES.get(event, "PENDING")
    if issue.author_id == actor.id and state in {"APPROVED", "CHANGES_REQUESTED"}:
        word = "approve" if state == "APPROVED" else "request changes on"
        raise Refusal(422, "Unprocessable Entity", (f"Can not {word} your own pull request",))
    if state == "CHANGES_REQUESTED" and not body.strip():
        raise Refusal(422, "Unprocessable Entity", ("Body is required",))
    now = None if state == "PENDING" else hub.now()
    key = hub.store.next_id()
    review = hub.store.add(Review(key, issue.id, actor.id, state, body, commit, now))
    if now is not None:
        touch(hub, issue)
    return review


def dismiss(hub: Hub, issue: Issue, review: Review, why: str, actor: Actor) -> Review:
    """Take a review's stance away."""
    record(hub, issue, actor, "review_dismissed", About(name=why, other_id=review.id))
    return hub.store.change(review, state="DISMISSED")


def add_remark(
    hub: Hub, pull: Pull, review: Review, commit: str, remark: Remark, actor: Actor
) -> ReviewComment:
    """Comment at lines, which have to lie in the difference."""
    limited("PullRequestReviewComment", "body", remark.body, BODY)
    place = _place(hub, pull, remark)
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
            commit_id=commit,
            in_reply_to_id=remark.in_reply_to,
            created_at=now,
            updated_at=now,
        )
    )


def _place(hub: Hub, pull: Pull, remark: Remark) -> Place:
    change = next((each for each in files_of(hub, pull) if each.path == remark.path), None)
    if change is None:
        raise invalid("PullRequestReviewComment", "path")
    if remark.line is None:
        return Place(1, "")
    patch = change.patch or ""
    place = find_place(patch, remark.line, remark.side)
    starts = remark.start_line is None or find_place(
        patch, remark.start_line, remark.start_side or remark.side
    )
    if place is None or not starts:
        field = "pull_request_review_thread.line" if place is None else "start_line"
        said = f"{field} must be part of the diff"
        raise invalid("PullRequestReviewComment", field, "custom", said)
    return place
