"""Check runs and their annotations. Only apps write them."""

from bot.sandbox.git.objects import kind_of
from bot.sandbox.refusal import Json, Refusal, limited, not_found, unprocessable
from bot.sandbox.rest.finding import commit_at
from bot.sandbox.shapes.checks import annotation, check_run
from bot.sandbox.state.checks import (
    TEXT,
    all_runs,
    annotate,
    annotations_of,
    latest_runs,
    suite_for,
)
from bot.sandbox.verdicts import CheckRun
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import CHECK, CHECKS, Route

_STATUSES = ("queued", "in_progress", "completed", "waiting", "requested", "pending")
_CONCLUSIONS = (
    *("success", "failure", "neutral", "cancelled", "skipped", "timed_out"),
    *("action_required", "stale"),
)
_OUTPUT = ("title", "summary", "text")


def _create(call: Call) -> Reply:
    app_id = call.actor.app_id
    if app_id is None:
        raise Refusal(403, "You must authenticate via a GitHub App.")
    sha = call.need("head_sha")
    if kind_of(call.hub.mirror, sha) != "commit":
        raise unprocessable(f"No commit found for SHA: {sha}")
    suite = suite_for(call.hub, call.repository, app_id, sha)
    blank = CheckRun(
        id=call.hub.store.next_id(),
        repository_id=call.repository.id,
        suite_id=suite.id,
        app_id=app_id,
        head_sha=sha,
        name=call.need("name"),
        status="queued",
        conclusion=None,
        external_id="",
        details_url=None,
        title=None,
        summary=None,
        text=None,
        started_at=call.text("started_at") or call.hub.now(),
        completed_at=None,
    )
    said = check_run(call.view, _written(call, call.hub.store.add(blank)))
    return Reply(said, 201, {"Location": str(said["url"])})


def _update(call: Call) -> Reply:
    run = _find(call)
    if run.app_id != call.actor.app_id:
        raise Refusal(403, "Invalid app_id `0` - check run can only be modified by its app.")
    return Reply(check_run(call.view, _written(call, run)))


def _written(call: Call, run: CheckRun) -> CheckRun:
    """Write into a run what the request says of it."""
    values: Json = {}
    for name in ("name", "status", "conclusion", "external_id", "details_url", "completed_at"):
        if call.has(name):
            values[name] = call.text(name)
    conclusion = values.get("conclusion")
    if conclusion is not None:
        values |= {"status": "completed"}
        values["completed_at"] = values.get("completed_at") or call.hub.now()
    if values.get("status", run.status) not in _STATUSES:
        raise unprocessable(f"Invalid request.\n\n{values['status']} is not a member of the list.")
    if conclusion not in {None, *_CONCLUSIONS}:
        raise unprocessable(f"Invalid request.\n\n{conclusion} is not a member of the list.")
    if values.get("status") == "completed" and conclusion is None and run.conclusion is None:
        raise unprocessable('Invalid request.\n\n"conclusion" wasn\'t supplied.')
    output = call.part("output")
    if output:
        values |= _output(output)
    changed = call.hub.store.change(run, **values) if values else run
    annotations = output.get("annotations") or []
    if not isinstance(annotations, list):
        raise unprocessable('Invalid request.\n\n"annotations" is not an array.')
    annotate(call.hub, changed, annotations)
    return changed


def _output(output: Json) -> Json:
    for name in ("title", "summary"):
        if not isinstance(output.get(name), str):
            raise unprocessable(f'Invalid request.\n\n"{name}" wasn\'t supplied.')
    texts = {name: output.get(name) for name in _OUTPUT if name in output}
    return {
        name: limited("CheckRun", name, text if isinstance(text, str) else None, TEXT)
        for name, text in texts.items()
    }


def _read(call: Call) -> Reply:
    return Reply(check_run(call.view, _find(call)))


def _annotations(call: Call) -> Reply:
    run = _find(call)
    found = annotations_of(call.hub, run)
    return paged(call, found, lambda view, each: annotation(view, run, each))


def _on_commit(call: Call) -> Reply:
    sha = commit_at(call, call.words["ref"], missing=422)
    every = call.query.get("filter") == "all"
    runs = (all_runs if every else latest_runs)(call.hub, call.repository, sha)
    name, status = call.query.get("check_name"), call.query.get("status")
    wanted = [run for run in runs if name in {None, run.name} and status in {None, run.status}]
    return paged(call, wanted, check_run, "check_runs")


def _find(call: Call) -> CheckRun:
    where = "id = ? AND repository_id = ?"
    found = call.hub.store.first(CheckRun, where, call.number("run"), call.repository.id)
    if found is None:
        raise not_found()
    return found


ROUTES = (
    Route("POST", "/check-runs", _create, CHECK),
    Route("GET", "/check-runs/{run:int}", _read, CHECKS),
    Route("PATCH", "/check-runs/{run:int}", _update, CHECK),
    Route("GET", "/check-runs/{run:int}/annotations", _annotations, CHECKS),
    Route("GET", "/commits/{ref:path}/check-runs", _on_commit, CHECKS),
)
