"""Pull requests in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.issues import shared
from bot.sandbox.shapes.people import person
from bot.sandbox.shapes.repository import plain
from bot.sandbox.state.pulls import commits_of, files_of, is_mergeable
from bot.sandbox.threads import Comment, Issue
from bot.sandbox.verdicts import Pull, ReviewComment
from bot.sandbox.view import View


def simple(view: View, each: Pull) -> Json:
    """Write a pull request as lists have it."""
    hub = view.hub
    issue = hub.store.get(Issue, each.issue_id)
    repository = hub.store.get(Repository, each.repository_id)
    at = view.at(repository)
    here, talk = f"{at}/pulls/{each.number}", f"{at}/issues/{each.number}"
    page = f"{view.page(repository)}/pull/{each.number}"
    links = {
        "self": here,
        "html": page,
        "issue": talk,
        "comments": f"{talk}/comments",
        "review_comments": f"{here}/comments",
        "review_comment": f"{at}/pulls/comments{{/number}}",
        "commits": f"{here}/commits",
        "statuses": f"{at}/statuses/{each.head_sha}",
    }
    return {
        "url": here,
        "id": each.id,
        "node_id": node_id("Pull", each.id),
        "html_url": page,
        "diff_url": f"{page}.diff",
        "patch_url": f"{page}.patch",
        "issue_url": talk,
        **shared(view, issue),
        "commits_url": links["commits"],
        "review_comments_url": links["review_comments"],
        "review_comment_url": links["review_comment"],
        "comments_url": links["comments"],
        "statuses_url": links["statuses"],
        "merged_at": each.merged_at,
        "merge_commit_sha": each.merge_commit_sha,
        "requested_reviewers": [],
        "requested_teams": [],
        "draft": each.draft,
        "head": _head(view, each),
        "base": _end(view, repository, each.base_ref, each.base_sha),
        "_links": {name: {"href": address} for name, address in links.items()},
        "auto_merge": None,
    }


def full(view: View, each: Pull) -> Json:
    """Write a pull request in full."""
    hub = view.hub
    files = files_of(hub, each)
    mergeable = is_mergeable(hub, each)
    state = "unknown" if mergeable is None else "clean" if mergeable else "dirty"
    return {
        **simple(view, each),
        "merged": each.merged_at is not None,
        "mergeable": mergeable,
        "rebaseable": mergeable,
        "mergeable_state": "draft" if each.draft else state,
        "merged_by": person(view, each.merged_by_id),
        "comments": hub.store.count(Comment, "issue_id = ?", each.issue_id),
        "review_comments": hub.store.count(ReviewComment, "issue_id = ?", each.issue_id),
        "maintainer_can_modify": each.head_repository_id != each.repository_id,
        "commits": len(commits_of(hub, each)),
        "additions": sum(file.additions for file in files),
        "deletions": sum(file.deletions for file in files),
        "changed_files": len(files),
    }


def minimal(view: View, each: Pull) -> Json:
    """Write a pull request as check runs have it."""
    repository = view.hub.store.get(Repository, each.repository_id)
    source = view.hub.store.get(Repository, each.head_repository_id)
    return {
        "id": each.id,
        "number": each.number,
        "url": f"{view.at(repository)}/pulls/{each.number}",
        "head": {"ref": each.head_ref, "sha": each.head_sha, "repo": _named(view, source)},
        "base": {"ref": each.base_ref, "sha": each.base_sha, "repo": _named(view, repository)},
    }


def _named(view: View, repository: Repository) -> Json:
    return {"id": repository.id, "url": view.at(repository), "name": repository.name}


def _head(view: View, each: Pull) -> Json:
    """Write where a pull request comes from; of a deleted fork only the commit is left."""
    source = view.hub.store.get(Repository, each.head_repository_id)
    said = _end(view, source, each.head_ref, each.head_sha)
    return {**said, "repo": None} if source.deleted else said


def _end(view: View, repository: Repository, ref: str, sha: str) -> Json:
    owner = view.user(repository.owner_id)
    return {
        "label": f"{owner.login}:{ref}",
        "ref": ref,
        "sha": sha,
        "user": person(view, owner.id),
        "repo": plain(view, repository),
    }
