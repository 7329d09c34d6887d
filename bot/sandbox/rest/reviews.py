"""Reviews of pull requests, and comments at lines of their difference."""

from bot.sandbox.refusal import Json, Refusal, invalid, not_found, unprocessable
from bot.sandbox.rest.finding import pull_of
from bot.sandbox.shapes.reviews import review, review_comment
from bot.sandbox.state.reviews import Remark, add_remark, add_review, dismiss
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
    remarks = [_remark(each) for each in call.items("comments")]
    if event == "COMMENT" and not body and not remarks:
        raise Refusal(422, "Unprocessable Entity", ("Body is required",))
    made = add_review(call.hub, issue, commit, event, body, call.actor)
    for each in remarks:
        add_remark(call.hub, pull, made, commit, each, call.actor)
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
    found = call.hub.store.find(ReviewComment, "issue_id = ?", issue.id)
    return paged(call, found, review_comment)


def _comment(call: Call) -> Reply:
    issue, pull = pull_of(call)
    replied = call.whole("in_reply_to")
    remark = _remark(call.body) if replied is None else _answer(call, issue, replied)
    commit = pull.head_sha if replied is not None else call.need("commit_id")
    made = add_review(call.hub, issue, commit, "COMMENT", "", call.actor)
    added = add_remark(call.hub, pull, made, commit, remark, call.actor)
    said = review_comment(call.view, added)
    return Reply(said, 201, {"Location": str(said["url"])})


def _answer(call: Call, issue: Issue, replied: int) -> Remark:
    where = "id = ? AND issue_id = ?"
    first = call.hub.store.first(ReviewComment, where, replied, issue.id)
    if first is None:
        raise invalid("PullRequestReviewComment", "in_reply_to")
    return Remark(first.path, call.need("body"), first.line, first.side, in_reply_to=first.id)


def _remark(given: Json) -> Remark:
    path, body = given.get("path"), given.get("body")
    if not isinstance(path, str) or not isinstance(body, str):
        raise unprocessable('Invalid request.\n\n"path" or "body" wasn\'t supplied.')
    line, start = given.get("line"), given.get("start_line")
    if not isinstance(line, int) and given.get("subject_type") != "file":
        raise invalid("PullRequestReviewComment", "line", "missing_field")
    side = str(given.get("side") or "RIGHT")
    if not isinstance(start, int):
        return Remark(path, body, line if isinstance(line, int) else None, side)
    first_side = str(given.get("start_side") or side)
    return Remark(path, body, line if isinstance(line, int) else None, side, start, first_side)


_REVIEW = "/pulls/{number:int}/reviews/{review:int}"
ROUTES = (
    Route("GET", "/pulls/{number:int}/reviews", _list, PULLS),
    Route("POST", "/pulls/{number:int}/reviews", _add, OPEN_PULL),
    Route("GET", _REVIEW, _read, PULLS),
    Route("PUT", f"{_REVIEW}/dismissals", _dismiss, _DISMISS),
    Route("GET", "/pulls/{number:int}/comments", _comments, PULLS),
    Route("POST", "/pulls/{number:int}/comments", _comment, OPEN_PULL),
)
