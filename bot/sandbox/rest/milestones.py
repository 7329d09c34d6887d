"""Milestones."""

from bot.sandbox.refusal import not_found
from bot.sandbox.shapes.labels import milestone
from bot.sandbox.state.milestones import change_milestone, create_milestone, find_milestone
from bot.sandbox.threads import Issue, Milestone
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import LABELS, THREADS, Route

_FIELDS = ("title", "state", "description", "due_on")


def _list(call: Call) -> Reply:
    state = call.query.get("state", "open")
    where, values = "repository_id = ?", list[object]([call.repository.id])
    if state != "all":
        where, values = f"{where} AND state = ?", [*values, state]
    return paged(call, call.hub.store.find(Milestone, where, *values), milestone)


def _create(call: Call) -> Reply:
    title, about, due = call.need("title"), call.text("description"), call.text("due_on")
    made = create_milestone(call.hub, call.repository, title, about, due, call.actor)
    said = milestone(call.view, made)
    return Reply(said, 201, {"Location": str(said["url"])})


def _read(call: Call) -> Reply:
    return Reply(milestone(call.view, _find(call)))


def _change(call: Call) -> Reply:
    values = {name: call.text(name) for name in _FIELDS if call.has(name)}
    return Reply(milestone(call.view, change_milestone(call.hub, _find(call), **values)))


def _delete(call: Call) -> Reply:
    found = _find(call)
    for issue in call.hub.store.find(Issue, "milestone_id = ?", found.id):
        call.hub.store.change(issue, milestone_id=None)
    call.hub.store.drop(found)
    return Reply(status=204)


def _find(call: Call) -> Milestone:
    found = find_milestone(call.hub, call.repository, call.number("milestone"))
    if found is None:
        raise not_found()
    return found


_ONE = "/milestones/{milestone:int}"
ROUTES = (
    Route("GET", "/milestones", _list, THREADS),
    Route("POST", "/milestones", _create, LABELS),
    Route("GET", _ONE, _read, THREADS),
    Route("PATCH", _ONE, _change, LABELS),
    Route("DELETE", _ONE, _delete, LABELS),
)
