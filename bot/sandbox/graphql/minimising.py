"""Folding comments away: the one deed that only GraphQL knows."""

from bot.sandbox.graphql.allowing import demand
from bot.sandbox.graphql.connection import Node
from bot.sandbox.graphql.refusal import refused
from bot.sandbox.graphql.threads import comment
from bot.sandbox.node import key_of
from bot.sandbox.records import Repository
from bot.sandbox.state.people import may
from bot.sandbox.threads import Comment
from bot.sandbox.view import View
from bot.sandbox.wire.route import SAY

_DEEDS = ("MinimizeComment", "UnminimizeComment")


def minimise(view: View, subject: str, why: str | None) -> Node:
    """Fold a comment away for a reason, or unfold it for none."""
    key = key_of(subject, "Comment")
    found = None if key is None else view.hub.store.first(Comment, "id = ?", key)
    if found is None:
        raise refused("NOT_FOUND", f"Could not resolve to a node with the global id of '{subject}'")
    repository = view.hub.store.get(Repository, found.repository_id)
    demand(view, repository, SAY, "POST")
    own = view.viewer.actor.id == found.author_id
    if not own and not may(view.hub, repository, view.viewer, "triage"):
        name, deed = view.user(view.viewer.actor.id).login, _DEEDS[why is None]
        said = f"{name} does not have the correct permissions to execute `{deed}`"
        raise refused("FORBIDDEN", said)
    return comment(view, view.hub.store.change(found, minimized=why))
