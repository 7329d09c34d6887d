"""Comments on issues and pull requests, and the reactions to them."""

from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.rest.finding import issue_of
from bot.sandbox.shapes.comments import comment
from bot.sandbox.shapes.reactions import reaction
from bot.sandbox.state.comments import add_comment, change_comment, react
from bot.sandbox.state.people import may
from bot.sandbox.threads import Comment, Reaction
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import SAY, THREADS, Route


def _list(call: Call) -> Reply:
    where, values = "issue_id = ?", [issue_of(call).id]
    since = call.query.get("since")
    if since is None:
        return paged(call, call.hub.store.find(Comment, where, *values), comment)
    found = call.hub.store.find(Comment, f"{where} AND updated_at >= ?", *values, since)
    return paged(call, found, comment)


def _list_all(call: Call) -> Reply:
    way = "DESC" if call.query.get("direction") == "desc" else "ASC"
    query = f"repository_id = ? AND updated_at >= ? ORDER BY id {way}"
    since = call.query.get("since", "")
    return paged(call, call.hub.store.find(Comment, query, call.repository.id, since), comment)


def _add(call: Call) -> Reply:
    said = comment(call.view, add_comment(call.hub, issue_of(call), call.need("body"), call.actor))
    return Reply(said, 201, {"Location": str(said["url"])})


def _read(call: Call) -> Reply:
    return Reply(comment(call.view, _find(call)))


def _change(call: Call) -> Reply:
    changed = change_comment(call.hub, _own(call), call.need("body"), call.actor.id)
    return Reply(comment(call.view, changed))


def _delete(call: Call) -> Reply:
    call.hub.store.drop(_own(call))
    return Reply(status=204)


def _reactions(call: Call) -> Reply:
    where = "subject_id = ?"
    return paged(call, call.hub.store.find(Reaction, where, _find(call).id), reaction)


def _react(call: Call) -> Reply:
    done, is_new = react(call.hub, _find(call).id, call.need("content"), call.actor)
    return Reply(reaction(call.view, done), 201 if is_new else 200)


def _issue_reactions(call: Call) -> Reply:
    where = "subject_id = ?"
    return paged(call, call.hub.store.find(Reaction, where, issue_of(call).id), reaction)


def _react_to_issue(call: Call) -> Reply:
    done, is_new = react(call.hub, issue_of(call).id, call.need("content"), call.actor)
    return Reply(reaction(call.view, done), 201 if is_new else 200)


def _unreact(call: Call) -> Reply:
    where = "id = ? AND subject_id = ? AND user_id = ?"
    key, subject = call.number("reaction"), _find(call).id
    found = call.hub.store.first(Reaction, where, key, subject, call.actor.id)
    if found is None:
        raise not_found()
    call.hub.store.drop(found)
    return Reply(status=204)


def _find(call: Call) -> Comment:
    where = "id = ? AND repository_id = ?"
    found = call.hub.store.first(Comment, where, call.number("comment"), call.repository.id)
    if found is None:
        raise not_found()
    return found


def _own(call: Call) -> Comment:
    """Return a comment that the viewer may change: its author, or who may push."""
    found = _find(call)
    if found.author_id != call.actor.id and (
        call.viewer.is_app or not may(call.hub, call.repository, call.viewer, "write")
    ):
        raise Refusal(403, "Must have admin rights to Repository.")
    return found


_ONE = "/issues/comments/{comment:int}"
ROUTES = (
    Route("GET", "/issues/comments", _list_all, THREADS),
    Route("GET", _ONE, _read, THREADS),
    Route("PATCH", _ONE, _change, SAY),
    Route("DELETE", _ONE, _delete, SAY),
    Route("GET", f"{_ONE}/reactions", _reactions, THREADS),
    Route("POST", f"{_ONE}/reactions", _react, SAY),
    Route("DELETE", f"{_ONE}/reactions/{{reaction:int}}", _unreact, SAY),
    Route("GET", "/issues/{number:int}/comments", _list, THREADS),
    Route("POST", "/issues/{number:int}/comments", _add, SAY),
    Route("GET", "/issues/{number:int}/reactions", _issue_reactions, THREADS),
    Route("POST", "/issues/{number:int}/reactions", _react_to_issue, SAY),
)
