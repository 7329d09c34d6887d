"""Where GraphQL requests begin: the queries and the mutations."""

from bot.sandbox.graphql.allowing import demand
from bot.sandbox.graphql.connection import Node
from bot.sandbox.graphql.looking import Looking, text_argument
from bot.sandbox.graphql.minimising import minimise
from bot.sandbox.graphql.refusal import refused
from bot.sandbox.graphql.repositories import repository
from bot.sandbox.graphql.threads import account
from bot.sandbox.state.renaming import find_renamed
from bot.sandbox.view import View
from bot.sandbox.wire.access import find_repository
from bot.sandbox.wire.route import METADATA


def roots(looking: Looking) -> Node:
    """Return what every request begins with."""
    view = looking.view

    def one(_: object, **arguments: object) -> Node:
        owner, name = text_argument(arguments, "owner"), text_argument(arguments, "name")
        found = find_repository(view.hub, owner, name) or find_renamed(view.hub, owner, name)
        if found is not None:
            demand(view, found, METADATA)
            return repository(looking, found)
        said = f"Could not resolve to a Repository with the name '{owner}/{name}'."
        raise refused("NOT_FOUND", said)

    def minimize(_: object, **arguments: object) -> Node:
        given = arguments["input"]
        assert isinstance(given, dict)  # noqa: S101 - the schema says so
        return {"minimizedComment": minimise(view, given["subjectId"], given["classifier"])}

    def unminimize(_: object, **arguments: object) -> Node:
        given = arguments["input"]
        assert isinstance(given, dict)  # noqa: S101 - the schema says so
        return {"unminimizedComment": minimise(view, given["subjectId"], None)}

    return {
        "viewer": lambda _: _viewer(view),
        "repository": one,
        "minimizeComment": minimize,
        "unminimizeComment": unminimize,
    }


def _viewer(view: View) -> Node:
    """Write who asks, with the full name of a bot."""
    user = view.viewer.user
    assert user is not None  # noqa: S101 - nobody else gets this far
    return {**account(view, user), "__typename": "User", "login": user.login}
