"""Files and folders by path: read, written, deleted."""

import binascii
from base64 import b64decode
from urllib.parse import quote

from bot.sandbox.git.objects import Entry, find_entry, read_blob, read_commit, read_tree
from bot.sandbox.git.refs import create_ref, move_ref
from bot.sandbox.git.writing import Edit, write_commit, write_tree
from bot.sandbox.records import User
from bot.sandbox.refusal import Json, Refusal, not_found, unprocessable
from bot.sandbox.rest.finding import commit_at
from bot.sandbox.rest.git_data import signed
from bot.sandbox.shapes.commits import blob, git_commit
from bot.sandbox.state.merges import signature_of
from bot.sandbox.state.pulls import branch_tip
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.route import CONTENTS, PUSH, Route

_LARGE = 1 << 20  # bytes of a file whose content only the raw media type hands out
_KINDS = {"blob": "file", "tree": "dir", "commit": "submodule"}


def _read(call: Call) -> Reply:
    path = call.words.get("path", "").strip("/")
    ref = call.query.get("ref", "")
    commit, mirror = commit_at(call, ref), call.hub.mirror
    if not path:
        root = read_tree(mirror, read_commit(mirror, commit).tree)
        return Reply([_entry(call, ref, "", each) for each in root])
    entry = find_entry(mirror, commit, path)
    if entry is None:
        raise not_found()
    if entry.type == "tree":
        inside = read_tree(mirror, entry.sha)
        return Reply([_entry(call, ref, f"{path}/", each) for each in inside])
    data = read_blob(mirror, entry.sha) or b""
    if "raw" in call.accept:
        return Reply(data, media="application/vnd.github.raw; charset=utf-8")
    said = _entry(call, ref, "", entry)
    large = len(data) > _LARGE
    said["content"] = "" if large else blob(call.view, call.repository, entry.sha, data)["content"]
    said["encoding"] = "none" if large else "base64"
    return Reply(said)


def _entry(call: Call, ref: str, folder: str, entry: Entry) -> Json:
    path, at = folder + entry.path, call.view.at(call.repository)
    page, name = call.view.page(call.repository), quote(folder + entry.path)
    branch = ref or call.repository.default_branch
    kind = _KINDS[entry.type]
    here = f"{at}/contents/{name}?ref={branch}"
    git = f"{at}/git/{entry.type}s/{entry.sha}"
    html = f"{page}/{entry.type}/{branch}/{name}"
    return {
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": entry.sha,
        "size": entry.size or 0,
        "url": here,
        "html_url": html,
        "git_url": git,
        "download_url": f"{page}/raw/{branch}/{name}" if kind == "file" else None,
        "type": kind,
        "_links": {"self": here, "git": git, "html": html},
    }


def _write(call: Call) -> Reply:
    path = call.words["path"].strip("/")
    try:
        data = b64decode(call.need("content"))
    except binascii.Error as error:
        raise unprocessable("content is not valid Base64") from error
    branch, tip = _branch(call)
    old = tip and find_entry(call.hub.mirror, tip, path)
    if old and call.text("sha") is None:
        raise unprocessable('Invalid request.\n\n"sha" wasn\'t supplied.')
    if old and call.text("sha") != old.sha:
        raise Refusal(409, f"{path} does not match {call.text('sha')}")
    commit = _commit(call, branch, tip, Edit(path, data))
    entry = find_entry(call.hub.mirror, commit, path)
    if entry is None:
        raise unprocessable("path cannot be written")
    body: Json = {"content": _entry(call, branch, "", entry), "commit": _said(call, commit)}
    return Reply(body, 200 if old else 201)


def _delete(call: Call) -> Reply:
    path, (branch, tip) = call.words["path"].strip("/"), _branch(call)
    old = tip and find_entry(call.hub.mirror, tip, path)
    if not old:
        raise not_found()
    if (call.text("sha") or call.query.get("sha")) != old.sha:
        raise Refusal(409, f"{path} does not match {call.text('sha')}")
    return Reply({"content": None, "commit": _said(call, _commit(call, branch, tip, Edit(path)))})


def _branch(call: Call) -> tuple[str, str | None]:
    wanted = call.text("branch") or call.query.get("branch") or call.repository.default_branch
    branch = wanted.removeprefix("refs/heads/")
    tip = branch_tip(call.hub, call.repository, branch)
    if tip is None and branch != call.repository.default_branch:
        raise Refusal(404, f"Branch {branch} not found")
    return branch, tip


def _commit(call: Call, branch: str, tip: str | None, edit: Edit) -> str:
    """Put a commit with one edit on a branch."""
    mirror = call.hub.mirror
    tree = write_tree(mirror, read_commit(mirror, tip).tree if tip else None, [edit])
    usual = signature_of(call.hub, call.hub.store.get(User, call.actor.id))
    committer = signed(call.part("committer"), usual)
    author = signed(call.part("author") or call.part("committer"), usual)
    message = call.text("message") or call.query.get("message") or call.need("message")
    sha = write_commit(mirror, tree, [tip] if tip else [], message, author, committer)
    name = f"{call.repository.prefix}heads/{branch}"
    moved = move_ref(mirror, name, sha, tip) if tip else create_ref(mirror, name, sha)
    if not moved:
        raise Refusal(409, f"{name} is at another commit but expected {tip}")
    return sha


def _said(call: Call, sha: str) -> Json:
    return git_commit(call.view, call.repository, read_commit(call.hub.mirror, sha))


ROUTES = (
    Route("GET", "/contents", _read, CONTENTS),
    Route("GET", "/contents/{path:path}", _read, CONTENTS),
    Route("PUT", "/contents/{path:path}", _write, PUSH),
    Route("DELETE", "/contents/{path:path}", _delete, PUSH),
)
