"""Commit statuses: what is left to those who may not write checks."""

from bot.sandbox.git.objects import kind_of
from bot.sandbox.refusal import unprocessable
from bot.sandbox.rest.finding import commit_at
from bot.sandbox.shapes.checks import combined_status, status
from bot.sandbox.state.checks import check_status, latest_statuses, statuses_of
from bot.sandbox.verdicts import Status
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import STATUS, STATUSES, Route


def _create(call: Call) -> Reply:
    sha = call.words["sha"]
    if kind_of(call.hub.mirror, sha) != "commit":
        raise unprocessable(f"No commit found for SHA: {sha}")
    about = call.text("description")
    state = call.need("state")
    check_status(state, about)
    made = call.hub.store.add(
        Status(
            id=call.hub.store.next_id(),
            repository_id=call.repository.id,
            creator_id=call.actor.id,
            sha=sha,
            state=state,
            context=call.text("context") or "default",
            description=about,
            target_url=call.text("target_url"),
            created_at=call.hub.now(),
        )
    )
    return Reply(status(call.view, made), 201)


def _combined(call: Call) -> Reply:
    sha = commit_at(call, call.words["ref"])
    newest = latest_statuses(call.hub, call.repository, sha)
    return Reply(combined_status(call.view, call.repository, sha, newest))


def _list(call: Call) -> Reply:
    sha = commit_at(call, call.words["ref"])
    return paged(call, statuses_of(call.hub, call.repository, sha), status)


ROUTES = (
    Route("POST", "/statuses/{sha}", _create, STATUS),
    Route("GET", "/commits/{ref:path}/status", _combined, STATUSES),
    Route("GET", "/commits/{ref:path}/statuses", _list, STATUSES),
)
