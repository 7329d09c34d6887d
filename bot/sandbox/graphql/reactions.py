"""Reactions as GraphQL has them: a group for each kind, also for those that nobody has left."""

from bot.sandbox.graphql.connection import Node
from bot.sandbox.state.comments import REACTIONS
from bot.sandbox.threads import Reaction
from bot.sandbox.view import View

_NAMES = {"+1": "THUMBS_UP", "-1": "THUMBS_DOWN"}


def reaction_groups(view: View, subject_id: int) -> list[Node]:
    """Write the groups, and to which of them the viewer belongs."""
    me = view.viewer.user
    where, key = "subject_id = ? AND user_id = ?", me.id if me else 0
    mine = {each.content for each in view.hub.store.find(Reaction, where, subject_id, key)}
    return [
        {"content": _NAMES.get(name, name.upper()), "viewerHasReacted": name in mine}
        for name in REACTIONS
    ]
