"""Sub-issues, and dependencies between issues. Both go by database ids, not by numbers."""

from bot.sandbox.refusal import not_found, unprocessable
from bot.sandbox.rest.finding import issue_by_id, real_issue_of
from bot.sandbox.shapes.issues import issue
from bot.sandbox.state.families import (
    add_blocker,
    add_child,
    blocked_by,
    blockers_of,
    children_of,
    order_child,
    remove_blocker,
    remove_child,
)
from bot.sandbox.threads import Issue
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import ISSUES, Need, Route

_TRIAGE = Need(("issues",), "write", "triage")


def _children(call: Call) -> Reply:
    return paged(call, children_of(call.hub, real_issue_of(call)), issue)


def _add(call: Call) -> Reply:
    parent, child = real_issue_of(call), issue_by_id(call, call.whole("sub_issue_id"))
    replace = call.flag("replace_parent")
    add_child(call.hub, parent, child, call.actor, replace=replace)
    return _said(call, parent, 201)


def _remove(call: Call) -> Reply:
    parent, child = real_issue_of(call), issue_by_id(call, call.whole("sub_issue_id"))
    if child.parent_id != parent.id:
        raise not_found()
    remove_child(call.hub, parent, child, call.actor)
    return _said(call, parent)


def _order(call: Call) -> Reply:
    parent, child = real_issue_of(call), issue_by_id(call, call.whole("sub_issue_id"))
    after, before = call.whole("after_id"), call.whole("before_id")
    if (after is None) == (before is None):
        raise unprocessable("Either after_id or before_id is required, and not both")
    neighbour = issue_by_id(call, before if after is None else after)
    if {child.parent_id, neighbour.parent_id} != {parent.id} or child.id == neighbour.id:
        raise unprocessable("Both issues have to be sub-issues of this one")
    order_child(call.hub, parent, child, neighbour, after=after is not None)
    return _said(call, parent)


def _parent(call: Call) -> Reply:
    key = real_issue_of(call).parent_id
    if key is None:
        raise not_found()
    return Reply(issue(call.view, call.hub.store.get(Issue, key)))


def _blockers(call: Call) -> Reply:
    return paged(call, blockers_of(call.hub, real_issue_of(call)), issue)


def _blocking(call: Call) -> Reply:
    return paged(call, blocked_by(call.hub, real_issue_of(call)), issue)


def _add_blocker(call: Call) -> Reply:
    one, blocker = real_issue_of(call), issue_by_id(call, call.whole("issue_id"))
    add_blocker(call.hub, one, blocker, call.actor)
    return _said(call, one, 201)


def _remove_blocker(call: Call) -> Reply:
    one, blocker = real_issue_of(call), issue_by_id(call, call.number("blocker"))
    if not remove_blocker(call.hub, one, blocker, call.actor):
        raise not_found()
    return _said(call, one)


def _said(call: Call, each: Issue, status: int = 200) -> Reply:
    return Reply(issue(call.view, call.hub.store.get(Issue, each.id)), status)


_ISSUE = "/issues/{number:int}"
ROUTES = (
    Route("GET", f"{_ISSUE}/sub_issues", _children, ISSUES),
    Route("POST", f"{_ISSUE}/sub_issues", _add, _TRIAGE),
    Route("DELETE", f"{_ISSUE}/sub_issue", _remove, _TRIAGE),
    Route("PATCH", f"{_ISSUE}/sub_issues/priority", _order, _TRIAGE),
    Route("GET", f"{_ISSUE}/parent", _parent, ISSUES),
    Route("GET", f"{_ISSUE}/dependencies/blocked_by", _blockers, ISSUES),
    Route("POST", f"{_ISSUE}/dependencies/blocked_by", _add_blocker, _TRIAGE),
    Route("DELETE", f"{_ISSUE}/dependencies/blocked_by/{{blocker:int}}", _remove_blocker, _TRIAGE),
    Route("GET", f"{_ISSUE}/dependencies/blocking", _blocking, ISSUES),
)
