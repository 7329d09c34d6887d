"""Reactions in JSON."""

from collections import Counter

from bot.sandbox.node import node_id
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import person
from bot.sandbox.state.comments import REACTIONS
from bot.sandbox.threads import Reaction
from bot.sandbox.view import View


def reactions(view: View, subject_id: int, here: str) -> Json:
    """Count the reactions to something."""
    found = view.hub.store.find(Reaction, "subject_id = ?", subject_id)
    counts = Counter(each.content for each in found)
    each_kind: Json = {name: counts[name] for name in REACTIONS}
    return {"url": f"{here}/reactions", "total_count": len(found), **each_kind}


def reaction(view: View, each: Reaction) -> Json:
    """Write a reaction."""
    return {
        "id": each.id,
        "node_id": node_id("Reaction", each.id),
        "user": person(view, each.user_id),
        "content": each.content,
        "created_at": each.created_at,
    }
