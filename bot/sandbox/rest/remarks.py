"""Comments at lines of a pull request's difference, and the answers to them."""

from bot.sandbox.git.history import list_commits
from bot.sandbox.refusal import Refusal, existing, invalid
from bot.sandbox.rest.finding import pull_of
from bot.sandbox.rest.placing import remark_of
from bot.sandbox.shapes.reactions import reaction
from bot.sandbox.shapes.reviews import review_comment
from bot.sandbox.state.comments import react
from bot.sandbox.state.people import may
from bot.sandbox.state.pulls import base_tip
from bot.sandbox.state.remarks import add_remark, answer_remark, change_remark, delete_remark
from bot.sandbox.state.reviews import add_review
from bot.sandbox.threads import Issue, Reaction
from bot.sandbox.verdicts import Pull, ReviewComment
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import OPEN_PULL, PULLS, Route

_WHAT = "PullRequestReviewComment"


def _list(call: Call) -> Reply:
    issue, _ = pull_of(call)
    where = "issue_id = ? AND updated_at >= ?"
    since = call.query.get("since", "")
    return paged(call, call.hub.store.find(ReviewComment, where, issue.id, since), review_comment)


def _list_all(call: Call) -> Reply:
    way = "DESC" if call.query.get("direction") == "desc" else "ASC"
    where = "issue_id IN (SELECT id FROM Issue WHERE repository_id = ?) AND updated_at >= ?"
    values = (call.repository.id, call.query.get("since", ""))
    found = call.hub.store.find(ReviewComment, f"{where} ORDER BY id {way}", *values)
    return paged(call, found, review_comment)


def _add(call: Call) -> Reply:
    issue, pull = pull_of(call)
    replied = call.whole("in_reply_to")
    if replied is not None:
        return _answered(call, issue, replied)
    remark, commit = remark_of(call.body), _commit(call, pull)
    made = add_review(call.hub, issue, commit, "COMMENT", "", call.actor)
    return _made(call, add_remark(call.hub, pull, made, remark, call.actor))


def _reply(call: Call) -> Reply:
    issue, _ = pull_of(call)
    return _answered(call, issue, call.number("comment"))


def _answered(call: Call, issue: Issue, key: int) -> Reply:
    first = call.hub.store.first(ReviewComment, "id = ? AND issue_id = ?", key, issue.id)
    if first is None:
        raise invalid(_WHAT, "in_reply_to")
    made = add_review(call.hub, issue, first.commit_id, "COMMENT", "", call.actor)
    body = call.need("body")
    return _made(call, answer_remark(call.hub, made, first, body, call.actor))


def _made(call: Call, added: ReviewComment) -> Reply:
    said = review_comment(call.view, added)
    return Reply(said, 201, {"Location": str(said["url"])})


def _commit(call: Call, pull: Pull) -> str:
    commit = call.need("commit_id")
    if commit not in list_commits(call.hub.mirror, pull.head_sha, base_tip(call.hub, pull)):
        raise invalid(_WHAT, "commit_id", "custom", "commit_id is not part of the pull request")
    return commit


def _read(call: Call) -> Reply:
    return Reply(review_comment(call.view, _find(call)))


def _change(call: Call) -> Reply:
    changed = change_remark(call.hub, _own(call), call.need("body"))
    return Reply(review_comment(call.view, changed))


def _delete(call: Call) -> Reply:
    delete_remark(call.hub, _own(call))
    return Reply(status=204)


def _reactions(call: Call) -> Reply:
    return paged(call, call.hub.store.find(Reaction, "subject_id = ?", _find(call).id), reaction)


def _react(call: Call) -> Reply:
    done, is_new = react(call.hub, _find(call).id, call.need("content"), call.actor)
    return Reply(reaction(call.view, done), 201 if is_new else 200)


def _find(call: Call) -> ReviewComment:
    where = "id = ? AND issue_id IN (SELECT id FROM Issue WHERE repository_id = ?)"
    key = call.number("comment")
    return existing(call.hub.store.first(ReviewComment, where, key, call.repository.id))


def _own(call: Call) -> ReviewComment:
    """Return a comment that the viewer may change: its author, or who may push."""
    found = _find(call)
    if found.author_id != call.actor.id and (
        call.viewer.is_app or not may(call.hub, call.repository, call.viewer, "write")
    ):
        raise Refusal(403, "Must have admin rights to Repository.")
    return found


_ONE = "/pulls/comments/{comment:int}"
_OF_PULL = "/pulls/{number:int}/comments"
ROUTES = (
    Route("GET", "/pulls/comments", _list_all, PULLS),
    Route("GET", _ONE, _read, PULLS),
    Route("PATCH", _ONE, _change, OPEN_PULL),
    Route("DELETE", _ONE, _delete, OPEN_PULL),
    Route("GET", f"{_ONE}/reactions", _reactions, PULLS),
    Route("POST", f"{_ONE}/reactions", _react, OPEN_PULL),
    Route("GET", _OF_PULL, _list, PULLS),
    Route("POST", _OF_PULL, _add, OPEN_PULL),
    Route("POST", f"{_OF_PULL}/{{comment:int}}/replies", _reply, OPEN_PULL),
)
