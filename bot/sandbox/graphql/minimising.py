"""Folding comments away: the one deed that only GraphQL knows."""

from bot.sandbox.graphql.connection import Node
from bot.sandbox.graphql.refusal import refused
from bot.sandbox.graphql.threads import comment
from bot.sandbox.node import key_of
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal
from bot.sandbox.state.people import may
from bot.sandbox.threads import Comment
from bot.sandbox.view import View
from bot.sandbox.wire.access import require
from bot.sandbox.wire.route import SAY


def minimise(view: View, subject: str, why: str | None) -> Node:
    """Fold a comment away for a reason, or unfold it for none."""
    key = key_of(subject, "Comment")
    found = None if key is None else view.hub.store.first(Comment, "id = ?", key)
    if found is None:
        raise refused("NOT_FOUND", f"Could not resolve to a node with the global id of '{subject}'")
    repository = view.hub.store.get(Repository, found.repository_id)
    try:
        require(view.hub, view.viewer, repository, "POST", SAY)
    except Refusal as refusal:
        raise refused("FORBIDDEN", refusal.message) from refusal
    own = view.viewer.actor.id == found.author_id
    if not own and not may(view.hub, repository, view.viewer, "triage"):
        raise refused("FORBIDDEN", "Viewer does not have permission to minimize this comment.")
    return comment(view, view.hub.store.change(found, minimized=why))
