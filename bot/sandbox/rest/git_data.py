"""Git's own objects: blobs, trees, commits."""

import binascii
from base64 import b64decode
from datetime import datetime

from bot.sandbox.git.objects import (
    Signature,
    find_entry,
    kind_of,
    read_blob,
    read_commit,
    read_tree,
)
from bot.sandbox.git.writing import Edit, write_blob, write_commit, write_tree
from bot.sandbox.records import User
from bot.sandbox.refusal import Json, invalid, not_found, unprocessable
from bot.sandbox.rest.finding import commit_at
from bot.sandbox.shapes.commits import blob, git_commit, tree_entry
from bot.sandbox.state.merges import signature_of
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.route import CONTENTS, PUSH, Route

_MOST = 100_000  # lines of a tree that come at once
_MODES = ("100644", "100755", "040000", "160000", "120000")


def _blob(call: Call) -> Reply:
    sha = call.words["sha"]
    data = read_blob(call.hub.mirror, sha) if kind_of(call.hub.mirror, sha) == "blob" else None
    if data is None:
        raise not_found()
    if "raw" in call.accept:
        return Reply(data, media="application/vnd.github.raw; charset=utf-8")
    return Reply(blob(call.view, call.repository, sha, data))


def _new_blob(call: Call) -> Reply:
    data = _decoded(call.need("content"), call.text("encoding") or "utf-8")
    sha = write_blob(call.hub.mirror, data)
    address = f"{call.view.at(call.repository)}/git/blobs/{sha}"
    return Reply({"sha": sha, "url": address}, 201, {"Location": address})


def _tree(call: Call) -> Reply:
    name = call.words["sha"]
    sha = name if kind_of(call.hub.mirror, name) == "tree" else ""
    sha = sha or read_commit(call.hub.mirror, commit_at(call, name)).tree
    entries = read_tree(call.hub.mirror, sha, deep="recursive" in call.query)
    return _answer(call, sha, [tree_entry(call.view, call.repository, each) for each in entries])


def _answer(call: Call, sha: str, entries: list[Json], status: int = 200) -> Reply:
    address = f"{call.view.at(call.repository)}/git/trees/{sha}"
    cut = len(entries) > _MOST
    return Reply({"sha": sha, "url": address, "tree": entries[:_MOST], "truncated": cut}, status)


def _new_tree(call: Call) -> Reply:
    mirror, base = call.hub.mirror, call.text("base_tree")
    kind = None if base is None else kind_of(mirror, base)
    if base is not None and kind == "commit":
        base, kind = read_commit(mirror, base).tree, "tree"
    if base is not None and kind != "tree":
        raise unprocessable("base_tree is not a valid tree oid")
    edits = [_edit(call, base, each) for each in call.items("tree")]
    if not edits:
        raise unprocessable("Invalid tree info")
    sha = write_tree(mirror, base, edits)
    found = [tree_entry(call.view, call.repository, each) for each in read_tree(mirror, sha)]
    return _answer(call, sha, found, 201)


def _edit(call: Call, base: str | None, given: Json) -> Edit:
    path, mode = given.get("path"), given.get("mode") or "100644"
    sha, content = given.get("sha"), given.get("content")
    if not isinstance(path, str) or not path or path.startswith("/"):
        raise unprocessable("tree.path is malformed")
    if mode not in _MODES:
        raise unprocessable("tree.mode is invalid")
    if isinstance(content, str):
        return Edit(path, content.encode("utf-8", "surrogatepass"), mode=str(mode))
    if isinstance(sha, str):
        if mode != "160000" and kind_of(call.hub.mirror, sha) is None:
            raise unprocessable("tree.sha does not exist in this repository")
        return Edit(path, sha=sha, mode=str(mode))
    if "sha" not in given:
        raise unprocessable("Must supply either tree.sha or tree.content")
    if base is None or find_entry(call.hub.mirror, base, path) is None:
        raise unprocessable("GitRPC::BadObjectState")
    return Edit(path)


def _commit(call: Call) -> Reply:
    sha = call.words["sha"]
    if kind_of(call.hub.mirror, sha) != "commit":
        raise not_found()
    return Reply(git_commit(call.view, call.repository, read_commit(call.hub.mirror, sha)))


def _new_commit(call: Call) -> Reply:
    mirror, tree = call.hub.mirror, call.need("tree")
    if kind_of(mirror, tree) != "tree":
        raise unprocessable("Tree SHA does not exist")
    parents = call.texts("parents") or []
    if any(kind_of(mirror, each) != "commit" for each in parents):
        raise unprocessable("Parent SHA does not exist or is not a commit object")
    usual = signature_of(call.hub, call.hub.store.get(User, call.actor.id))
    author = signed(call.part("author"), usual)
    committer = signed(call.part("committer") or call.part("author"), usual)
    sha = write_commit(mirror, tree, parents, call.need("message"), author, committer)
    said = git_commit(call.view, call.repository, read_commit(mirror, sha))
    return Reply(said, 201, {"Location": str(said["url"])})


def signed(given: Json, usual: Signature) -> Signature:
    """Read who signs a commit, the account itself where that is not said."""
    name, email, date = given.get("name"), given.get("email"), given.get("date")
    when = usual.date
    if isinstance(date, str):
        try:
            when = datetime.fromisoformat(date)
        except ValueError as error:
            raise invalid("Commit", "date") from error
    return Signature(
        name if isinstance(name, str) else usual.name,
        email if isinstance(email, str) else usual.email,
        when,
    )


def _decoded(content: str, encoding: str) -> bytes:
    if encoding == "utf-8":
        return content.encode("utf-8", "surrogatepass")
    try:
        return b64decode(content)
    except binascii.Error as error:
        raise unprocessable("content is not valid Base64") from error


ROUTES = (
    Route("GET", "/git/blobs/{sha}", _blob, CONTENTS),
    Route("POST", "/git/blobs", _new_blob, PUSH),
    Route("GET", "/git/trees/{sha:path}", _tree, CONTENTS),
    Route("POST", "/git/trees", _new_tree, PUSH),
    Route("GET", "/git/commits/{sha}", _commit, CONTENTS),
    Route("POST", "/git/commits", _new_commit, PUSH),
)
