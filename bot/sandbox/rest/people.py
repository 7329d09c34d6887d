"""Who has which role here, who can be assigned, who is in which team."""

from bot.sandbox.records import Membership, Role, Team, User
from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.rest.finding import user_named
from bot.sandbox.shapes.people import collaborator, is_given, permission, user
from bot.sandbox.state.people import may
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import METADATA, THREADS, Route


def _collaborators(call: Call) -> Reply:
    _require_push(call)
    where = "repository_id = ?"
    roles = call.hub.store.find(Role, where, call.repository.id)
    users = [call.view.user(role.user_id) for role in roles]
    return paged(call, users, lambda view, one: collaborator(view, call.repository, one))


def _is_collaborator(call: Call) -> Reply:
    _require_push(call)
    if not is_given(call.view, call.repository, user_named(call, call.words["login"])):
        raise not_found()
    return Reply(status=204)


def _permission(call: Call) -> Reply:
    _require_push(call)
    account = user_named(call, call.words["login"])
    return Reply(permission(call.view, call.repository, account))


def _require_push(call: Call) -> None:
    """Refuse people without push access; an app needs only to see the repository."""
    if call.viewer.user is None:
        raise Refusal(401, "Requires authentication")
    if not call.viewer.is_app and not may(call.hub, call.repository, call.viewer, "write"):
        raise Refusal(403, "Must have push access to view repository collaborators.")


def _assignees(call: Call) -> Reply:
    where = "id IN (SELECT user_id FROM Role WHERE repository_id = ?)"
    return paged(call, call.hub.store.find(User, where, call.repository.id), user)


def _is_assignee(call: Call) -> Reply:
    if not is_given(call.view, call.repository, user_named(call, call.words["login"])):
        raise not_found()
    return Reply(status=204)


def _members(call: Call) -> Reply:
    where = "id IN (SELECT user_id FROM Membership WHERE team_id = ?)"
    return paged(call, call.hub.store.find(User, where, _team(call).id), user)


def _membership(call: Call) -> Reply:
    group, account = _team(call), user_named(call, call.words["login"])
    where = "team_id = ? AND user_id = ?"
    found = call.hub.store.first(Membership, where, group.id, account.id)
    if found is None:
        raise not_found()
    organization = call.view.user(group.organization_id)
    here = f"{call.view.api}/organizations/{organization.id}/team/{group.id}"
    address = f"{here}/memberships/{account.login}"
    return Reply({"url": address, "role": found.role, "state": "active"})


def _team(call: Call) -> Team:
    """Return the team of the path; a workflow's own token sees none."""
    if call.viewer.user is None or (
        call.viewer.is_app and not call.viewer.grants("members", "read")
    ):
        raise not_found()
    organization = user_named(call, call.words["organization"])
    where = "organization_id = ? AND slug = ?"
    found = call.hub.store.first(Team, where, organization.id, call.words["team"])
    if found is None:
        raise not_found()
    return found


_TEAM = "/orgs/{organization}/teams/{team}"
ROUTES = (
    Route("GET", "/collaborators", _collaborators, METADATA),
    Route("GET", "/collaborators/{login}", _is_collaborator, METADATA),
    Route("GET", "/collaborators/{login}/permission", _permission, METADATA),
    Route("GET", "/assignees", _assignees, THREADS),
    Route("GET", "/assignees/{login}", _is_assignee, THREADS),
    Route("GET", f"{_TEAM}/members", _members, None, alone=True),
    Route("GET", f"{_TEAM}/memberships/{{login}}", _membership, None, alone=True),
)
