"""Commits, trees, refs and changed files in JSON."""

from base64 import b64encode
from urllib.parse import quote

from bot.sandbox.clock import stamp
from bot.sandbox.git.differences import FileChange
from bot.sandbox.git.objects import Commit, Entry, Signature
from bot.sandbox.git.refs import Ref
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import user
from bot.sandbox.view import View

_UNSIGNED = {
    "verified": False,
    "reason": "unsigned",
    "signature": None,
    "payload": None,
    "verified_at": None,
}


def signature(each: Signature) -> Json:
    """Write who did it and when."""
    return {"name": each.name, "email": each.email, "date": stamp(each.date)}


def git_commit(view: View, repository: Repository, each: Commit) -> Json:
    """Write a commit as git's part of the API has it."""
    git, page = f"{view.at(repository)}/git", view.page(repository)
    return {
        "sha": each.sha,
        "node_id": node_id("Commit", each.sha),
        "url": f"{git}/commits/{each.sha}",
        "html_url": f"{page}/commit/{each.sha}",
        "author": signature(each.author),
        "committer": signature(each.committer),
        "tree": {"sha": each.tree, "url": f"{git}/trees/{each.tree}"},
        "message": each.message,
        "parents": [
            {
                "sha": parent,
                "url": f"{git}/commits/{parent}",
                "html_url": f"{page}/commit/{parent}",
            }
            for parent in each.parents
        ],
        "verification": dict(_UNSIGNED),
    }


def commit(view: View, repository: Repository, each: Commit) -> Json:
    """Write a commit as lists have it."""
    at, page = view.at(repository), view.page(repository)
    return {
        "sha": each.sha,
        "node_id": node_id("Commit", each.sha),
        "commit": {
            "author": signature(each.author),
            "committer": signature(each.committer),
            "message": each.message,
            "tree": {"sha": each.tree, "url": f"{at}/git/trees/{each.tree}"},
            "url": f"{at}/git/commits/{each.sha}",
            "comment_count": 0,
            "verification": dict(_UNSIGNED),
        },
        "url": f"{at}/commits/{each.sha}",
        "html_url": f"{page}/commit/{each.sha}",
        "comments_url": f"{at}/commits/{each.sha}/comments",
        "author": _account(view, each.author),
        "committer": _account(view, each.committer),
        "parents": [
            {
                "sha": parent,
                "url": f"{at}/commits/{parent}",
                "html_url": f"{page}/commit/{parent}",
            }
            for parent in each.parents
        ],
    }


def file_change(view: View, repository: Repository, head: str, each: FileChange) -> Json:
    """Write a changed file."""
    name, page = quote(each.path), view.page(repository)
    said: Json = {
        "sha": each.sha,
        "filename": each.path,
        "status": each.status,
        "additions": each.additions,
        "deletions": each.deletions,
        "changes": each.additions + each.deletions,
        "blob_url": f"{page}/blob/{head}/{name}",
        "raw_url": f"{page}/raw/{head}/{name}",
        "contents_url": f"{view.at(repository)}/contents/{name}?ref={head}",
    }
    if each.patch is not None:
        said["patch"] = each.patch
    if each.previous is not None:
        said["previous_filename"] = each.previous
    return said


def tree_entry(view: View, repository: Repository, each: Entry) -> Json:
    """Write a line of a tree."""
    said: Json = {"path": each.path, "mode": each.mode, "type": each.type, "sha": each.sha}
    if each.size is not None:
        said["size"] = each.size
    if each.type != "commit":
        said["url"] = f"{view.at(repository)}/git/{each.type}s/{each.sha}"
    return said


def blob(view: View, repository: Repository, sha: str, data: bytes) -> Json:
    """Write a blob."""
    return {
        "sha": sha,
        "node_id": node_id("Blob", sha),
        "size": len(data),
        "url": f"{view.at(repository)}/git/blobs/{sha}",
        "content": _lines(data),
        "encoding": "base64",
    }


def git_ref(view: View, repository: Repository, each: Ref) -> Json:
    """Write a ref, under the name that it has in its repository."""
    name = "refs/" + each.name.removeprefix(repository.prefix)
    at = f"{view.at(repository)}/git"
    return {
        "ref": name,
        "node_id": node_id("Ref", name),
        "url": f"{at}/{quote(name)}",
        "object": {"sha": each.sha, "type": each.type, "url": f"{at}/{each.type}s/{each.sha}"},
    }


def _lines(data: bytes) -> str:
    text = b64encode(data).decode()
    return "".join(text[at : at + 60] + "\n" for at in range(0, len(text), 60))


def _account(view: View, who: Signature) -> Json | None:
    """Find the account that a commit's address belongs to."""
    where = "email = ? OR id || '+' || login || '@users.noreply.github.com' = ?"
    found = view.hub.store.first(User, where, who.email, who.email)
    return user(view, found) if found else None
