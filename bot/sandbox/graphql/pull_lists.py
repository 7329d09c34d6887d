"""Lists of pull requests as GraphQL has them."""

from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.looking import Looking
from bot.sandbox.graphql.pulls import pull, state_of
from bot.sandbox.records import Repository
from bot.sandbox.state.origins import pulls_with
from bot.sandbox.state.pulls import follow
from bot.sandbox.verdicts import Pull

Arguments = dict[str, object]
_COLUMNS = {"headRefName": "head_ref", "baseRefName": "base_ref"}


def pulls_in(looking: Looking, repository: Repository, arguments: Arguments) -> Node:
    """Write the pull requests of a repository, the oldest first."""
    hub = looking.view.hub
    where, values = "repository_id = ?", list[object]([repository.id])
    for name, column in _COLUMNS.items():
        if arguments.get(name) is not None:
            where, values = f"{where} AND {column} = ?", [*values, arguments[name]]
    found = [follow(hub, each) for each in hub.store.find(Pull, where, *values)]
    states = arguments.get("states")
    if isinstance(states, list):
        found = [each for each in found if state_of(hub, each) in states]
    return connection("pullRequests", found, lambda one: pull(looking, one), arguments)


def pulls_of(looking: Looking, repository: Repository, sha: str, arguments: Arguments) -> Node:
    """Write the pull requests that a commit has to do with."""
    found = pulls_with(looking.view.hub, repository, sha)
    return connection("associatedPullRequests", found, lambda one: pull(looking, one), arguments)
