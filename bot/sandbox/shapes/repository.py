"""A repository in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import permissions, user
from bot.sandbox.state.people import role_of
from bot.sandbox.threads import Issue
from bot.sandbox.view import View

_LISTS = {
    "archive_url": "{archive_format}{/ref}",
    "assignees_url": "assignees{/user}",
    "blobs_url": "git/blobs{/sha}",
    "branches_url": "branches{/branch}",
    "collaborators_url": "collaborators{/collaborator}",
    "comments_url": "comments{/number}",
    "commits_url": "commits{/sha}",
    "compare_url": "compare/{base}...{head}",
    "contents_url": "contents/{+path}",
    "contributors_url": "contributors",
    "deployments_url": "deployments",
    "downloads_url": "downloads",
    "events_url": "events",
    "forks_url": "forks",
    "git_commits_url": "git/commits{/sha}",
    "git_refs_url": "git/refs{/sha}",
    "git_tags_url": "git/tags{/sha}",
    "hooks_url": "hooks",
    "issue_comment_url": "issues/comments{/number}",
    "issue_events_url": "issues/events{/number}",
    "issues_url": "issues{/number}",
    "keys_url": "keys{/key_id}",
    "labels_url": "labels{/name}",
    "languages_url": "languages",
    "merges_url": "merges",
    "milestones_url": "milestones{/number}",
    "notifications_url": "notifications{?since,all,participating}",
    "pulls_url": "pulls{/number}",
    "releases_url": "releases{/id}",
    "stargazers_url": "stargazers",
    "statuses_url": "statuses/{sha}",
    "subscribers_url": "subscribers",
    "subscription_url": "subscription",
    "tags_url": "tags",
    "teams_url": "teams",
    "trees_url": "git/trees{/sha}",
}
_NO = ("has_pages", "disabled", "has_discussions", "is_template", "web_commit_signoff_required")
_YES = ("has_projects", "has_downloads", "has_wiki", "allow_forking")


def brief(view: View, repository: Repository) -> Json:
    """Write a repository as lists and statuses do."""
    here = view.at(repository)
    return {
        "id": repository.id,
        "node_id": node_id("Repository", repository.id),
        "name": repository.name,
        "full_name": view.full_name(repository),
        "private": repository.private,
        "owner": user(view, view.user(repository.owner_id)),
        "html_url": view.page(repository),
        "description": repository.description,
        "fork": repository.parent_id is not None,
        "url": here,
        **{name: f"{here}/{rest}" for name, rest in _LISTS.items()},
    }


def plain(view: View, repository: Repository) -> Json:
    """Write a repository as it stands in pull requests."""
    hub = view.hub
    where = "repository_id = ? AND state = 'open'"
    issues = hub.store.count(Issue, where, repository.id)
    forks = hub.store.count(Repository, "parent_id = ? AND NOT deleted", repository.id)
    page = view.page(repository)
    return {
        **brief(view, repository),
        "created_at": repository.created_at,
        "updated_at": repository.pushed_at,
        "pushed_at": repository.pushed_at,
        "git_url": page.replace("http", "git", 1) + ".git",
        "ssh_url": f"git@localhost:{view.full_name(repository)}.git",
        "clone_url": f"{page}.git",
        "svn_url": page,
        **dict.fromkeys(("homepage", "language", "mirror_url", "license")),
        **dict.fromkeys(("size", "stargazers_count", "watchers_count", "watchers"), 0),
        **dict.fromkeys(_NO, False),
        **dict.fromkeys(_YES, True),
        "has_issues": repository.has_issues,
        "forks_count": forks,
        "forks": forks,
        "archived": repository.archived,
        "open_issues_count": issues,
        "open_issues": issues,
        "topics": [],
        "visibility": "private" if repository.private else "public",
        "default_branch": repository.default_branch,
    }


def full(view: View, repository: Repository) -> Json:
    """Write a repository in full."""
    merging = ("allow_squash_merge", "allow_merge_commit", "allow_rebase_merge")
    said: Json = {
        **plain(view, repository),
        **dict.fromkeys(merging, True),
        "network_count": 0,
        "subscribers_count": 0,
        "temp_clone_token": None,
    }
    if view.viewer.user is not None:
        role = role_of(view.hub, repository, view.viewer.user)
        if view.viewer.is_app:
            role = "write" if view.viewer.grants("contents", "write") else "read"
        said["permissions"] = permissions(role)
    if repository.parent_id is not None:
        parent = plain(view, view.hub.store.get(Repository, repository.parent_id))
        said |= {"parent": parent, "source": parent}
    return said
