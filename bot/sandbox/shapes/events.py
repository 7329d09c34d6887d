"""What happened to an issue, in JSON: its events and its timeline."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.comments import comment
from bot.sandbox.shapes.commits import git_commit
from bot.sandbox.shapes.issues import issue
from bot.sandbox.shapes.people import app_by_id, person
from bot.sandbox.shapes.repository import plain
from bot.sandbox.shapes.reviews import review
from bot.sandbox.state.pulls import commits_of, find_pull
from bot.sandbox.threads import Comment, Event, Issue
from bot.sandbox.verdicts import Review
from bot.sandbox.view import View

_RELATIVES = {
    "sub_issue_added": "sub_issue",
    "sub_issue_removed": "sub_issue",
    "parent_issue_added": "parent_issue",
    "parent_issue_removed": "parent_issue",
    "blocked_by_added": "blocked_by",
    "blocked_by_removed": "blocked_by",
    "blocking_added": "blocking",
    "blocking_removed": "blocking",
}


def event(view: View, each: Event) -> Json:
    """Write an event of an issue."""
    repository = view.hub.store.get(Repository, each.repository_id)
    at = view.at(repository)
    commit = None if each.commit_id is None else f"{at}/commits/{each.commit_id}"
    said: Json = {
        "id": each.id,
        "node_id": node_id("Event", each.id),
        "url": f"{at}/issues/events/{each.id}",
        "actor": person(view, each.actor_id),
        "event": each.event,
        "commit_id": each.commit_id,
        "commit_url": commit,
        "created_at": each.created_at,
        "performed_via_github_app": app_by_id(view, each.app_id),
    }
    return said | _about(view, each)


def event_of_repository(view: View, each: Event) -> Json:
    """Write an event with the issue that it is about."""
    return {**event(view, each), "issue": issue(view, view.hub.store.get(Issue, each.issue_id))}


def timeline(view: View, each: Issue) -> list[Json]:
    """Write all that happened to an issue and all that was said on it, in order."""
    store = view.hub.store
    told: list[tuple[str, int, Json]] = []
    happened = store.find(Event, "issue_id = ?", each.id)
    told += [(one.created_at, one.id, event(view, one)) for one in happened]
    for said in store.find(Comment, "issue_id = ?", each.id):
        shape = comment(view, said)
        told.append(
            (said.created_at, said.id, {**shape, "event": "commented", "actor": shape["user"]})
        )
    for stance in store.find(Review, "issue_id = ? AND submitted_at IS NOT NULL", each.id):
        shape = {**review(view, stance), "event": "reviewed", "state": stance.state.lower()}
        told.append((stance.submitted_at or "", stance.id, shape))
    pull = find_pull(view.hub, each)
    repository = store.get(Repository, each.repository_id)
    pushed = [] if pull is None else commits_of(view.hub, pull)
    commits = [{**git_commit(view, repository, one), "event": "committed"} for one in pushed]
    return [*commits, *(shape for _, _, shape in sorted(told, key=lambda item: item[:2]))]


def _about(view: View, each: Event) -> Json:
    match each.event:
        case "labeled" | "unlabeled":
            return {"label": {"name": each.name, "color": each.color}}
        case "renamed":
            return {"rename": {"from": each.was, "to": each.name}}
        case "assigned" | "unassigned":
            who, by = person(view, each.other_id), person(view, each.actor_id)
            return {"assignee": who, "assigner": by}
        case "milestoned" | "demilestoned":
            return {"milestone": {"title": each.name}}
        case "closed" | "reopened":
            return {"state_reason": each.name}
        case "review_dismissed":
            said = {"state": "dismissed", "review_id": each.other_id or 0}
            return {"dismissed_review": {**said, "dismissal_message": each.name}}
    if each.event in _RELATIVES and each.other_id is not None:
        return {_RELATIVES[each.event]: _reference(view, each.other_id)}
    return {}


def _reference(view: View, key: int) -> Json:
    other = view.hub.store.get(Issue, key)
    repository = view.hub.store.get(Repository, other.repository_id)
    return {
        "number": other.number,
        "title": other.title,
        "state": other.state,
        "repository": plain(view, repository),
        "issue_type": None,
    }
