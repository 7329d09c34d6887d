"""A repository as GraphQL has it: the way to all that is in it."""

from collections.abc import Callable

from bot.sandbox.graphql.allowing import allowed
from bot.sandbox.graphql.commits import git_object, ref
from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.looking import Looking
from bot.sandbox.graphql.pull_lists import pulls_in
from bot.sandbox.graphql.pulls import pull
from bot.sandbox.graphql.refusal import refused
from bot.sandbox.graphql.threads import account, issue, label
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.people import may, role_of
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Issue, Label
from bot.sandbox.view import View
from bot.sandbox.wire.route import CONTENTS, ISSUES, PULLS, THREADS

_ORDERS = {"CREATED_AT": "created_at", "UPDATED_AT": "updated_at", "COMMENTS": "created_at"}
_CONDITIONS = {
    "states": "lower(state) IN (%s)",
    "labels": "id IN (SELECT issue_id FROM Labelling JOIN Label ON Label.id = label_id"
    " WHERE lower(name) IN (%s))",
}


def repository(looking: Looking, each: Repository) -> Node:
    """Write a repository."""
    view = looking.view

    def labels(_: object, **arguments: object) -> Node:
        wanted = str(arguments.get("query") or "").lower()
        where = "repository_id = ? ORDER BY name COLLATE NOCASE"
        found = [
            one
            for one in view.hub.store.find(Label, where, each.id)
            if wanted in one.name.lower() or wanted in (one.description or "").lower()
        ]
        return connection("labels", found, label, arguments)

    def one_issue(_: object, **arguments: object) -> Node:
        return issue(view, _thread(view, each, arguments["number"], is_pull=False))

    def one_pull(_: object, **arguments: object) -> Node:
        thread = _thread(view, each, arguments["number"], is_pull=True)
        found = find_pull(view.hub, thread)
        assert found is not None  # noqa: S101 - the thread says so
        return pull(looking, found)

    def pulls(_: object, **arguments: object) -> Node:
        return pulls_in(looking, each, arguments)

    def thing(_: object, **arguments: object) -> Node | None:
        expression = arguments.get("expression") or arguments.get("oid")
        found = looking.git_object(each, str(expression))
        return None if found is None else git_object(looking, each, *found)

    def default(_: object) -> Node | None:
        return ref(looking, each, each.default_branch)

    return {
        "id": node_id("Repository", each.id),
        "databaseId": each.id,
        "name": each.name,
        "nameWithOwner": view.full_name(each),
        "url": view.page(each),
        "isPrivate": each.private,
        "owner": account(view, view.user(each.owner_id)),
        "viewerPermission": _permission(view, each),
        "defaultBranchRef": allowed(view, each, CONTENTS, default),
        "labels": allowed(view, each, THREADS, labels),
        "issues": allowed(view, each, ISSUES, _issues(view, each)),
        "issue": allowed(view, each, ISSUES, one_issue),
        "pullRequest": allowed(view, each, PULLS, one_pull),
        "pullRequests": allowed(view, each, PULLS, pulls),
        "object": allowed(view, each, CONTENTS, thing),
    }


def _issues(view: View, each: Repository) -> Callable[..., Node]:
    def issues(_: object, **arguments: object) -> Node:
        where, values = "repository_id = ? AND NOT is_pull", list[object]([each.id])
        for name, condition in _CONDITIONS.items():
            wanted = arguments.get(name)
            if isinstance(wanted, list):
                where += f" AND {condition % ', '.join('?' * len(wanted))}"
                values += [str(one).lower() for one in wanted]
        order = arguments.get("orderBy")
        chosen = order if isinstance(order, dict) else {}
        column = _ORDERS.get(str(chosen.get("field")), "created_at")
        way = "DESC" if chosen.get("direction") == "DESC" else "ASC"
        query = f"{where} ORDER BY {column} {way}, number {way}"
        found = view.hub.store.find(Issue, query, *values)
        return connection("issues", found, lambda one: issue(view, one), arguments)

    return issues


def _thread(view: View, repository: Repository, number: object, *, is_pull: bool) -> Issue:
    found = find_issue(view.hub, repository, number) if isinstance(number, int) else None
    if found is None or found.is_pull != is_pull:
        kind = "a PullRequest" if is_pull else "an Issue"
        said = f"Could not resolve to {kind} with the number of {number}."
        raise refused("NOT_FOUND", said)
    return found


def _permission(view: View, repository: Repository) -> str:
    if view.viewer.is_app:
        return "WRITE" if may(view.hub, repository, view.viewer, "write") else "READ"
    return role_of(view.hub, repository, view.viewer.user).upper()
