"""Labels of the repository, and labels on issues."""

from bot.sandbox.refusal import not_found
from bot.sandbox.rest.finding import issue_of
from bot.sandbox.shapes.labels import label
from bot.sandbox.state.labels import (
    add_labels,
    change_label,
    create_label,
    delete_label,
    find_label,
    labels_of,
    remove_label,
    set_labels,
)
from bot.sandbox.threads import Issue, Label
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import LABELS, THREADS, TRIAGE, Route


def _list(call: Call) -> Reply:
    where = "repository_id = ? ORDER BY name COLLATE NOCASE"
    return paged(call, call.hub.store.find(Label, where, call.repository.id), label)


def _create(call: Call) -> Reply:
    name, color, about = call.need("name"), call.text("color"), call.text("description")
    said = label(call.view, create_label(call.hub, call.repository, name, color, about))
    return Reply(said, 201, {"Location": str(said["url"])})


def _read(call: Call) -> Reply:
    return Reply(label(call.view, _find(call)))


def _change(call: Call) -> Reply:
    names = {"new_name": "name", "color": "color", "description": "description"}
    values = {ours: call.text(theirs) for theirs, ours in names.items() if call.has(theirs)}
    if values.get("color"):
        values["color"] = str(values["color"]).lower()
    return Reply(label(call.view, change_label(call.hub, _find(call), **values)))


def _delete(call: Call) -> Reply:
    delete_label(call.hub, _find(call))
    return Reply(status=204)


def _on_issue(call: Call) -> Reply:
    return paged(call, labels_of(call.hub, issue_of(call)), label)


def _add(call: Call) -> Reply:
    return _said(call, add_labels(call.hub, issue_of(call), _names(call), call.actor))


def _set(call: Call) -> Reply:
    return _said(call, set_labels(call.hub, issue_of(call), _names(call), call.actor))


def _clear(call: Call) -> Reply:
    set_labels(call.hub, issue_of(call), [], call.actor)
    return Reply(status=204)


def _remove(call: Call) -> Reply:
    return _said(call, remove_label(call.hub, issue_of(call), call.words["name"], call.actor))


def _said(call: Call, issue: Issue) -> Reply:
    return Reply([label(call.view, each) for each in labels_of(call.hub, issue)])


def _names(call: Call) -> list[str]:
    """Return the names that were sent, in an object or, as was once usual, as a bare list."""
    return call.texts("labels") or []


def _find(call: Call) -> Label:
    found = find_label(call.hub, call.repository, call.words["name"])
    if found is None:
        raise not_found()
    return found


ROUTES = (
    Route("GET", "/labels", _list, THREADS),
    Route("POST", "/labels", _create, LABELS),
    Route("GET", "/labels/{name:path}", _read, THREADS),
    Route("PATCH", "/labels/{name:path}", _change, LABELS),
    Route("DELETE", "/labels/{name:path}", _delete, LABELS),
    Route("GET", "/issues/{number:int}/labels", _on_issue, THREADS),
    Route("POST", "/issues/{number:int}/labels", _add, TRIAGE),
    Route("PUT", "/issues/{number:int}/labels", _set, TRIAGE),
    Route("DELETE", "/issues/{number:int}/labels", _clear, TRIAGE),
    Route("DELETE", "/issues/{number:int}/labels/{name:path}", _remove, TRIAGE),
)
