"""Reviews of pull requests."""

from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Refusal, limited
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.state.issues import BODY
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Review
from bot.sandbox.viewer import Actor

STATES = {"APPROVE": "APPROVED", "REQUEST_CHANGES": "CHANGES_REQUESTED", "COMMENT": "COMMENTED"}


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
