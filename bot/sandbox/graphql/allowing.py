"""Whether a token may see or do a part of what it asks; each part is refused by itself."""

from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.graphql.refusal import refused
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal
from bot.sandbox.view import View
from bot.sandbox.wire.access import require
from bot.sandbox.wire.route import Need

_HIDDEN = 404

T = TypeVar("T")


def demand(view: View, repository: Repository, need: Need, method: str = "GET") -> None:
    """Refuse, as REST would, in the words of GraphQL."""
    try:
        require(view.hub, view.viewer, repository, method, need)
    except Refusal as refusal:
        if refusal.status == _HIDDEN:
            name = view.full_name(repository)
            said = f"Could not resolve to a Repository with the name '{name}'."
            raise refused("NOT_FOUND", said) from refusal
        raise refused("FORBIDDEN", refusal.message) from refusal


def allowed(
    view: View, repository: Repository, need: Need, resolve: Callable[..., T]
) -> Callable[..., T]:
    """Return a resolver that answers only whoever may know."""

    def guarded(source: object, **arguments: object) -> T:
        demand(view, repository, need)
        return resolve(source, **arguments)

    return guarded
