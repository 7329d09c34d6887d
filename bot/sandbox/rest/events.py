"""What happened to issues, and in which order."""

from bot.sandbox.refusal import Json, not_found
from bot.sandbox.rest.finding import issue_of
from bot.sandbox.shapes.events import event, event_of_repository, timeline
from bot.sandbox.threads import Event
from bot.sandbox.view import View
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import THREADS, Route


def _of_issue(call: Call) -> Reply:
    return paged(call, call.hub.store.find(Event, "issue_id = ?", issue_of(call).id), event)


def _of_repository(call: Call) -> Reply:
    where = "repository_id = ? ORDER BY id DESC"
    found = call.hub.store.find(Event, where, call.repository.id)
    return paged(call, found, event_of_repository)


def _one(call: Call) -> Reply:
    where = "id = ? AND repository_id = ?"
    found = call.hub.store.first(Event, where, call.number("event"), call.repository.id)
    if found is None:
        raise not_found()
    return Reply(event_of_repository(call.view, found))


def _timeline(call: Call) -> Reply:
    return paged(call, timeline(call.view, issue_of(call)), _as_it_is)


def _as_it_is(_: View, shape: Json) -> Json:
    return shape


ROUTES = (
    Route("GET", "/issues/events", _of_repository, THREADS),
    Route("GET", "/issues/events/{event:int}", _one, THREADS),
    Route("GET", "/issues/{number:int}/events", _of_issue, THREADS),
    Route("GET", "/issues/{number:int}/timeline", _timeline, THREADS),
)
