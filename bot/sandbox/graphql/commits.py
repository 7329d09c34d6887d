"""Commits, trees and branches as GraphQL has them."""

from bot.sandbox.clock import stamp
from bot.sandbox.git.history import changes_of
from bot.sandbox.git.objects import Entry, read_commit, read_tree
from bot.sandbox.graphql.allowing import allowed
from bot.sandbox.graphql.checks import rollup
from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.looking import Looking, text_argument
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import branch_tip
from bot.sandbox.state.required import PROTECTION, required_checks
from bot.sandbox.wire.route import PULLS


def commit(looking: Looking, repository: Repository, sha: str) -> Node:
    """Write a commit."""
    mirror = looking.view.hub.mirror
    each = read_commit(mirror, sha)

    def parents(_: object, **arguments: object) -> Node:
        def shape(parent: str) -> Node:
            return commit(looking, repository, parent)

        return connection("parents", each.parents, shape, arguments)

    def file(_: object, **arguments: object) -> Node | None:
        found = looking.file(each.tree, text_argument(arguments, "path"))
        return None if found is None else _entry(looking, repository, found)

    def history(_: object, **arguments: object) -> Node:
        def shape(one: str) -> Node:
            return commit(looking, repository, one)

        path = str(arguments.get("path") or "")
        first = arguments.get("first")
        is_short = isinstance(first, int) and not arguments.get("after")
        most = first + 1 if is_short and isinstance(first, int) else -1
        ids = changes_of(mirror, each.sha, path, most)
        told = connection("history", ids, shape, arguments)
        return {**told, "totalCount": lambda _: len(changes_of(mirror, each.sha, path, -1))}

    def pulls(_: object, **arguments: object) -> Node:
        # a pull request has commits, which have pull requests
        from bot.sandbox.graphql.pull_lists import pulls_of  # noqa: PLC0415

        return pulls_of(looking, repository, each.sha, arguments)

    return {
        "__typename": "Commit",
        "id": node_id("Commit", each.sha),
        "oid": each.sha,
        "message": each.message,
        "committedDate": stamp(each.committer.date),
        "parents": parents,
        "file": file,
        "history": history,
        "associatedPullRequests": allowed(looking.view, repository, PULLS, pulls),
        "tree": lambda _: tree(looking, repository, each.tree),
        "statusCheckRollup": lambda _: rollup(looking.view, repository, each.sha),
    }


def tree(looking: Looking, repository: Repository, sha: str) -> Node:
    """Write a tree."""
    entries = read_tree(looking.view.hub.mirror, sha)
    return {
        "__typename": "Tree",
        "id": node_id("Tree", sha),
        "oid": sha,
        "entries": [_entry(looking, repository, each) for each in entries],
    }


def git_object(looking: Looking, repository: Repository, sha: str, kind: str) -> Node | None:
    """Write any object of git; tags are unknown here."""
    if kind == "blob":
        return looking.blob(sha)
    if kind == "tree":
        return tree(looking, repository, sha)
    return commit(looking, repository, sha) if kind == "commit" else None


def ref(looking: Looking, repository: Repository, branch: str) -> Node | None:
    """Write a branch; None where it is gone."""
    sha = branch_tip(looking.view.hub, repository, branch)
    if sha is None:
        return None
    target, hub = commit(looking, repository, sha), looking.view.hub

    def rule(_: object) -> Node | None:
        found = required_checks(hub, repository, branch, PROTECTION)
        names = [each.name for each in found]
        return {"pattern": branch, "requiredStatusCheckContexts": names} if names else None

    key = node_id("Ref", branch)
    return {"id": key, "name": branch, "refUpdateRule": rule, "target": target}


def _entry(looking: Looking, repository: Repository, each: Entry) -> Node:
    return {
        "name": each.path.rpartition("/")[2],
        "path": each.path,
        "type": each.type,
        "mode": int(each.mode, 8),
        "oid": each.sha,
        "size": each.size or 0,
        "object": lambda _: git_object(looking, repository, each.sha, each.type),
    }
