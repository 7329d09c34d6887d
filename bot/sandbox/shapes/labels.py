"""Labels and milestones in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import person
from bot.sandbox.state.milestones import progress
from bot.sandbox.threads import Label, Milestone
from bot.sandbox.view import View


def label(view: View, each: Label) -> Json:
    """Write a label."""
    repository = view.hub.store.get(Repository, each.repository_id)
    return {
        "id": each.id,
        "node_id": node_id("Label", each.id),
        "url": f"{view.at(repository)}/labels/{each.name.replace(' ', '%20')}",
        "name": each.name,
        "color": each.color,
        "default": each.is_default,
        "description": each.description,
        "archived_at": None,
        "archived_by": None,
    }


def milestone(view: View, each: Milestone) -> Json:
    """Write a milestone."""
    repository = view.hub.store.get(Repository, each.repository_id)
    here = f"{view.at(repository)}/milestones/{each.number}"
    still, done = progress(view.hub, each)
    return {
        "url": here,
        "html_url": f"{view.page(repository)}/milestone/{each.number}",
        "labels_url": f"{here}/labels",
        "id": each.id,
        "node_id": node_id("Milestone", each.id),
        "number": each.number,
        "title": each.title,
        "description": each.description,
        "creator": person(view, each.creator_id),
        "open_issues": still,
        "closed_issues": done,
        "state": each.state,
        "created_at": each.created_at,
        "updated_at": each.updated_at,
        "due_on": each.due_on,
        "closed_at": each.closed_at,
    }
