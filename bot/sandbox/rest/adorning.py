"""Labels, assignees, milestone and type of an issue: only for those who may triage."""

from bot.sandbox.records import User
from bot.sandbox.refusal import invalid
from bot.sandbox.rest.finding import issue_of
from bot.sandbox.shapes.issues import issue
from bot.sandbox.state import issues as deeds
from bot.sandbox.state.issue_types import set_type
from bot.sandbox.state.labels import set_labels
from bot.sandbox.state.milestones import find_milestone
from bot.sandbox.state.people import find_user, given_role, may
from bot.sandbox.threads import Issue
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.route import TRIAGE, Route


def adorn(call: Call, each: Issue) -> Issue:
    """Set them; without the right to, they are dropped silently."""
    if not may(call.hub, call.repository, call.viewer, "triage"):
        return each
    labels = call.texts("labels")
    if labels is not None:
        each = set_labels(call.hub, each, labels, call.actor)
    logins = call.texts("assignees")
    if logins is not None:
        each = _assign(call, each, logins)
    if call.has("milestone"):
        number = call.whole("milestone")
        plan = None if number is None else find_milestone(call.hub, call.repository, number)
        if number is not None and plan is None:
            raise invalid("Issue", "milestone")
        each = deeds.set_milestone(call.hub, each, plan, call.actor)
    if call.has("type"):
        each = set_type(call.hub, each, call.text("type"))
    return each


def _assign(call: Call, each: Issue, logins: list[str]) -> Issue:
    wanted = [assignable(call, login) for login in logins]
    if None in wanted:
        raise invalid("Issue", "assignees")
    users = [user for user in wanted if user is not None]
    keys = {user.id for user in users}
    gone = [user for user in deeds.assignees_of(call.hub, each) if user.id not in keys]
    return deeds.assign(
        call.hub, deeds.unassign(call.hub, each, gone, call.actor), users, call.actor
    )


def assignable(call: Call, login: str) -> User | None:
    """Return who can be assigned under that name: those with a role; None for others."""
    user = find_user(call.hub, login)
    if user is None or given_role(call.hub, call.repository, user) == "none":
        return None
    return user


def _add_assignees(call: Call) -> Reply:
    users = [assignable(call, login) for login in call.texts("assignees") or []]
    found = [user for user in users if user is not None]
    return Reply(issue(call.view, deeds.assign(call.hub, issue_of(call), found, call.actor)), 201)


def _remove_assignees(call: Call) -> Reply:
    users = [find_user(call.hub, login) for login in call.texts("assignees") or []]
    found = [user for user in users if user is not None]
    return Reply(issue(call.view, deeds.unassign(call.hub, issue_of(call), found, call.actor)))


ROUTES = (
    Route("POST", "/issues/{number:int}/assignees", _add_assignees, TRIAGE),
    Route("DELETE", "/issues/{number:int}/assignees", _remove_assignees, TRIAGE),
)
