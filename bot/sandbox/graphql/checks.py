"""Check runs and statuses of a commit as GraphQL has them."""

from graphql import GraphQLError

from bot.sandbox.graphql.allowing import demand
from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.threads import actor
from bot.sandbox.node import node_id
from bot.sandbox.records import App, Repository
from bot.sandbox.state.checks import latest_runs, latest_statuses
from bot.sandbox.verdicts import CheckRun, Status
from bot.sandbox.view import View
from bot.sandbox.wire.route import CHECKS, STATUSES, Need

_NEEDS: dict[type, Need] = {CheckRun: CHECKS, Status: STATUSES}
_FAILED = {"failure", "timed_out", "cancelled", "action_required", "startup_failure"}


def rollup(view: View, repository: Repository, sha: str) -> Node | None:
    """Write all verdicts on a commit; None where there is none."""
    runs = latest_runs(view.hub, repository, sha)[::-1]
    statuses = latest_statuses(view.hub, repository, sha)[::-1]
    if not runs and not statuses:
        return None
    closed = {kind: _refusal(view, repository, need) for kind, need in _NEEDS.items()}
    if all(closed.values()):
        demand(view, repository, CHECKS)

    def shape(one: CheckRun | Status) -> object:
        told = _run(view, one) if isinstance(one, CheckRun) else _status(view, one)
        return closed[type(one)] or told

    def contexts(_: object, **arguments: object) -> Node:
        found: list[CheckRun | Status] = [*runs, *statuses]
        return connection("contexts", found, shape, arguments)

    return {"state": _state(runs, statuses), "contexts": contexts}


def _refusal(view: View, repository: Repository, need: Need) -> GraphQLError | None:
    try:
        demand(view, repository, need)
    except GraphQLError as error:
        return error
    return None


def _run(view: View, each: CheckRun) -> Node:
    app = view.hub.store.get(App, each.app_id)
    repository = view.hub.store.get(Repository, each.repository_id)
    return {
        "__typename": "CheckRun",
        "id": node_id("CheckRun", each.id),
        "databaseId": each.id,
        "name": each.name,
        "status": each.status.upper(),
        "conclusion": None if each.conclusion is None else each.conclusion.upper(),
        "externalId": each.external_id or None,
        "title": each.title,
        "summary": each.summary,
        "text": each.text,
        "detailsUrl": each.details_url or f"{view.page(repository)}/runs/{each.id}",
        "checkSuite": {
            "id": node_id("CheckSuite", each.suite_id),
            "app": {"id": node_id("App", app.id), "slug": app.slug},
        },
    }


def _status(view: View, each: Status) -> Node:
    return {
        "__typename": "StatusContext",
        "id": node_id("Status", each.id),
        "context": each.context,
        "state": each.state.upper(),
        "description": each.description,
        "targetUrl": each.target_url,
        "creator": actor(view, each.creator_id),
    }


def _state(runs: list[CheckRun], statuses: list[Status]) -> str:
    if any(run.conclusion in _FAILED for run in runs):
        return "FAILURE"
    states = {status.state for status in statuses}
    if states & {"error", "failure"}:
        return "FAILURE" if "failure" in states else "ERROR"
    waits = "pending" in states or any(run.conclusion is None for run in runs)
    return "PENDING" if waits else "SUCCESS"
