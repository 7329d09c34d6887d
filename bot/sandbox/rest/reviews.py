"""Reviews of pull requests, with the comments that come with them."""

from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.rest.finding import pull_of
from bot.sandbox.rest.placing import remark_of
from bot.sandbox.shapes.reviews import review, review_comment
from bot.sandbox.state.placing import refuse_review
from bot.sandbox.state.remarks import add_remark
from bot.sandbox.state.reviews import add_review, dismiss
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Review, ReviewComment
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import OPEN_PULL, PULLS, Need, Route

_DISMISS = Need(("pull_requests",), "write", "write")


def _list(call: Call) -> Reply:
    issue, _ = pull_of(call)
    query = "issue_id = ? AND (submitted_at IS NOT NULL OR author_id = ?)"
    me = call.viewer.user.id if call.viewer.user else 0
    return paged(call, call.hub.store.find(Review, query, issue.id, me), review)


def _add(call: Call) -> Reply:
    issue, pull = pull_of(call)
    commit = call.text("commit_id") or pull.head_sha
    event, body = call.text("event") or "PENDING", call.text("body") or ""
    remarks = [remark_of(each) for each in call.items("comments")]
    if event == "COMMENT" and not body and not remarks:
        raise Refusal(422, "Unprocessable Entity", ("Body is required",))
    made = add_review(call.hub, issue, commit, event, body, call.actor)
    for each in remarks:
        add_remark(call.hub, pull, made, each, call.actor, refuse_review)
    return Reply(review(call.view, made))


def _read(call: Call) -> Reply:
    issue, _ = pull_of(call)
    return Reply(review(call.view, _find(call, issue)))


def _dismiss(call: Call) -> Reply:
    issue, _ = pull_of(call)
    found, why = _find(call, issue), call.need("message")
    return Reply(review(call.view, dismiss(call.hub, issue, found, why, call.actor)))


def _find(call: Call, issue: Issue) -> Review:
    found = call.hub.store.first(Review, "id = ? AND issue_id = ?", call.number("review"), issue.id)
    if found is None:
        raise not_found()
    return found


def _comments(call: Call) -> Reply:
    issue, _ = pull_of(call)
    key = _find(call, issue).id
    return paged(call, call.hub.store.find(ReviewComment, "review_id = ?", key), review_comment)


_REVIEW = "/pulls/{number:int}/reviews/{review:int}"
ROUTES = (
    Route("GET", "/pulls/{number:int}/reviews", _list, PULLS),
    Route("POST", "/pulls/{number:int}/reviews", _add, OPEN_PULL),
    Route("GET", _REVIEW, _read, PULLS),
    Route("PUT", f"{_REVIEW}/dismissals", _dismiss, _DISMISS),
    Route("GET", f"{_REVIEW}/comments", _comments, PULLS),
)
