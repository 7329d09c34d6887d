"""Comments on issues and pull requests in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import app_by_id, person
from bot.sandbox.shapes.reactions import reactions
from bot.sandbox.state.people import association
from bot.sandbox.threads import Comment, Issue
from bot.sandbox.view import View


def page_of(view: View, comment: Comment) -> str:
    """Return the address where people read a comment."""
    issue = view.hub.store.get(Issue, comment.issue_id)
    repository = view.hub.store.get(Repository, comment.repository_id)
    kind = "pull" if issue.is_pull else "issues"
    return f"{view.page(repository)}/{kind}/{issue.number}#issuecomment-{comment.id}"


def comment(view: View, each: Comment) -> Json:
    """Write a comment."""
    issue = view.hub.store.get(Issue, each.issue_id)
    repository = view.hub.store.get(Repository, each.repository_id)
    here = f"{view.at(repository)}/issues/comments/{each.id}"
    said: Json = {
        "url": here,
        "html_url": page_of(view, each),
        "issue_url": f"{view.at(repository)}/issues/{issue.number}",
        "id": each.id,
        "node_id": node_id("Comment", each.id),
        "user": person(view, each.author_id),
        "created_at": each.created_at,
        "updated_at": each.updated_at,
        "body": each.body,
        "author_association": association(view.hub, repository, view.user(each.author_id)),
        "reactions": reactions(view, each.id, here),
        "performed_via_github_app": app_by_id(view, each.app_id),
    }
    if each.minimized is not None:
        said["minimized"] = {"reason": each.minimized.lower()}
    return said
