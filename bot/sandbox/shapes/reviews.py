"""Reviews and their comments in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import person
from bot.sandbox.shapes.reactions import reactions
from bot.sandbox.state.people import association
from bot.sandbox.state.remarks import standing
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Review, ReviewComment
from bot.sandbox.view import View


def review(view: View, each: Review) -> Json:
    """Write a review."""
    issue = view.hub.store.get(Issue, each.issue_id)
    repository = view.hub.store.get(Repository, issue.repository_id)
    pull = f"{view.at(repository)}/pulls/{issue.number}"
    page = f"{view.page(repository)}/pull/{issue.number}#pullrequestreview-{each.id}"
    said: Json = {
        "id": each.id,
        "node_id": node_id("Review", each.id),
        "user": person(view, each.author_id),
        "body": each.body,
        "state": each.state,
        "html_url": page,
        "pull_request_url": pull,
        "author_association": association(view.hub, repository, view.user(each.author_id)),
        "_links": {"html": {"href": page}, "pull_request": {"href": pull}},
        "commit_id": each.commit_id,
    }
    if each.submitted_at is not None:
        said["submitted_at"] = each.submitted_at
    return said


def review_comment(view: View, each: ReviewComment) -> Json:
    """Write a comment at lines."""
    issue = view.hub.store.get(Issue, each.issue_id)
    repository = view.hub.store.get(Repository, issue.repository_id)
    here = f"{view.at(repository)}/pulls/comments/{each.id}"
    pull = f"{view.at(repository)}/pulls/{issue.number}"
    page = f"{view.page(repository)}/pull/{issue.number}#discussion_r{each.id}"
    now = standing(view.hub, each)
    said: Json = {
        "url": here,
        "pull_request_review_id": each.review_id,
        "id": each.id,
        "node_id": node_id("ReviewComment", each.id),
        "diff_hunk": each.diff_hunk,
        "path": each.path,
        "commit_id": each.commit_id,
        "original_commit_id": each.commit_id,
        "user": person(view, each.author_id),
        "body": each.body,
        "created_at": each.created_at,
        "updated_at": each.updated_at,
        "html_url": page,
        "pull_request_url": pull,
        "author_association": association(view.hub, repository, view.user(each.author_id)),
        "_links": {
            "self": {"href": here},
            "html": {"href": page},
            "pull_request": {"href": pull},
        },
        "reactions": reactions(view, each.id, here),
        "position": now.position,
        "original_position": each.position,
        "line": now.line,
        "original_line": each.line,
        "side": each.side,
        "start_line": now.start_line,
        "original_start_line": each.start_line,
        "start_side": each.start_side,
        "subject_type": "file" if each.line is None else "line",
    }
    if each.in_reply_to_id is not None:
        said["in_reply_to_id"] = each.in_reply_to_id
    return said
