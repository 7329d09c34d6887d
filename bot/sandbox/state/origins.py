"""Which pull requests a commit has to do with: it came by one, or is to."""

from bot.sandbox.git.history import is_ancestor, list_commits
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import branch_tip, commits_of, follow
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull


def pulls_with(hub: Hub, repository: Repository, sha: str) -> list[Pull]:
    """List the merged pull requests that brought a commit, the oldest first.

    As long as the default branch lacks it, the open ones that would bring it come with them.
    """
    tip = branch_tip(hub, repository, repository.default_branch)
    is_landed = tip is not None and is_ancestor(hub.mirror, sha, tip)
    pulls = [follow(hub, pull) for pull in hub.store.find(Pull, "repository_id = ?", repository.id)]
    return [
        pull
        for pull in pulls
        if (pull.merged_at is not None or (not is_landed and _is_open(hub, pull)))
        and sha in _brought(hub, pull)
    ]


def _is_open(hub: Hub, pull: Pull) -> bool:
    return hub.store.get(Issue, pull.issue_id).state == "open"


def _brought(hub: Hub, pull: Pull) -> set[str]:
    """Name its commits; after a squash or a rebase also those that stand on the base for them."""
    found = {commit.sha for commit in commits_of(hub, pull)}
    if pull.merge_commit_sha is not None:
        found.update(list_commits(hub.mirror, pull.merge_commit_sha, pull.base_sha))
    return found
