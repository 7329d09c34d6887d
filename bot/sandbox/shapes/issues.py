"""Issues in JSON, with what belongs to them."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.labels import label, milestone
from bot.sandbox.shapes.people import app_by_id, person, user
from bot.sandbox.shapes.reactions import reactions
from bot.sandbox.state.families import blocked_by, blockers_of, children_of
from bot.sandbox.state.issues import assignees_of
from bot.sandbox.state.labels import labels_of
from bot.sandbox.state.people import association
from bot.sandbox.threads import Comment, Issue, IssueType, Milestone
from bot.sandbox.verdicts import Pull
from bot.sandbox.view import View


def shared(view: View, each: Issue) -> Json:
    """Write what issues and pull requests have in common."""
    chosen = [user(view, account) for account in assignees_of(view.hub, each)]
    plan = each.milestone_id and view.hub.store.get(Milestone, each.milestone_id)
    repository = view.hub.store.get(Repository, each.repository_id)
    return {
        "number": each.number,
        "title": each.title,
        "body": each.body,
        "state": each.state,
        "user": person(view, each.author_id),
        "labels": [label(view, one) for one in labels_of(view.hub, each)],
        "assignee": chosen[0] if chosen else None,
        "assignees": chosen,
        "milestone": milestone(view, plan) if plan else None,
        "locked": False,
        "active_lock_reason": None,
        "created_at": each.created_at,
        "updated_at": each.updated_at,
        "closed_at": each.closed_at,
        "author_association": association(view.hub, repository, view.user(each.author_id)),
    }


def issue(view: View, each: Issue) -> Json:
    """Write an issue, or a pull request as a list of issues has it."""
    repository = view.hub.store.get(Repository, each.repository_id)
    here = f"{view.at(repository)}/issues/{each.number}"
    kind = "pull" if each.is_pull else "issues"
    said: Json = {
        "id": each.id,
        "node_id": node_id("Issue", each.id),
        "url": here,
        "repository_url": view.at(repository),
        "labels_url": f"{here}/labels{{/name}}",
        "comments_url": f"{here}/comments",
        "events_url": f"{here}/events",
        "timeline_url": f"{here}/timeline",
        "html_url": f"{view.page(repository)}/{kind}/{each.number}",
        **shared(view, each),
        "comments": view.hub.store.count(Comment, "issue_id = ?", each.id),
        "state_reason": each.state_reason,
        "closed_by": person(view, each.closed_by_id),
        "reactions": reactions(view, each.id, here),
        "performed_via_github_app": app_by_id(view, each.app_id),
        "type": each.type_id and _type(view.hub.store.get(IssueType, each.type_id)),
    }
    if each.is_pull:
        return said | _pull_side(view, repository, each)
    return said | _relatives(view, repository, each)


def _type(each: IssueType) -> Json:
    return {
        "id": each.id,
        "node_id": node_id("IssueType", each.id),
        "name": each.name,
        "description": each.description,
        "color": each.color,
        "created_at": each.created_at,
        "updated_at": each.created_at,
        "is_enabled": True,
    }


def _pull_side(view: View, repository: Repository, each: Issue) -> Json:
    pull = view.hub.store.first(Pull, "issue_id = ?", each.id)
    page = f"{view.page(repository)}/pull/{each.number}"
    links = {
        "url": f"{view.at(repository)}/pulls/{each.number}",
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "merged_at": pull.merged_at if pull else None,
    }
    return {"draft": bool(pull and pull.draft), "pull_request": links}


def _relatives(view: View, repository: Repository, each: Issue) -> Json:
    children = children_of(view.hub, each)
    done = sum(child.state == "closed" for child in children)
    before, after = blockers_of(view.hub, each), blocked_by(view.hub, each)
    said: Json = {
        "sub_issues_summary": {
            "total": len(children),
            "completed": done,
            "percent_completed": 100 * done // len(children) if children else 0,
        },
        "issue_dependencies_summary": {
            "blocked_by": sum(one.state == "open" for one in before),
            "total_blocked_by": len(before),
            "blocking": sum(one.state == "open" for one in after),
            "total_blocking": len(after),
        },
    }
    if each.parent_id is not None:
        parent = view.hub.store.get(Issue, each.parent_id)
        said["parent_issue_url"] = f"{view.at(repository)}/issues/{parent.number}"
    return said
