"""Commits, and what differs between two of them."""

from collections.abc import Callable

from bot.sandbox.git.differences import FileChange, diff_text, list_changes
from bot.sandbox.git.history import list_commits, merge_base
from bot.sandbox.git.objects import Commit, read_commit, read_commits
from bot.sandbox.git.refs import resolve
from bot.sandbox.records import User
from bot.sandbox.refusal import Json, not_found
from bot.sandbox.rest.finding import commit_at
from bot.sandbox.shapes.commits import commit, file_change
from bot.sandbox.state.forks import find_fork
from bot.sandbox.view import View
from bot.sandbox.wire.access import find_repository
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import links, paged, span
from bot.sandbox.wire.route import CONTENTS, Route

_FILES = 300  # of a comparison, all on its first page
_EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def _commits(call: Call) -> Reply:
    head = commit_at(call, call.query.get("sha", ""))
    ids = list_commits(call.hub.mirror, head, path=call.query.get("path", ""))

    def shape(view: View, sha: str) -> Json:
        return commit(view, call.repository, read_commit(view.hub.mirror, sha))

    return paged(call, ids, shape)


def _commit(call: Call) -> Reply:
    sha = commit_at(call, call.words["ref"], missing=422)
    mirror = call.hub.mirror
    found = read_commit(mirror, sha)
    parent = found.parents[0] if found.parents else _EMPTY
    if "sha" in call.accept:
        return Reply(sha.encode(), media="application/vnd.github.sha; charset=utf-8")
    if "diff" in call.accept:
        return Reply(diff_text(mirror, parent, sha).encode(), media="text/plain; charset=utf-8")
    files = list_changes(mirror, parent, sha)
    added = sum(each.additions for each in files)
    gone = sum(each.deletions for each in files)
    said = commit(call.view, call.repository, found)
    said["stats"] = {"total": added + gone, "additions": added, "deletions": gone}
    said["files"] = [_changed(call, sha)(call.view, each) for each in files[:_FILES]]
    return Reply(said)


def _compare(call: Call) -> Reply:
    left, dots, right = call.words["range"].partition("...")
    base, head = _end(call, left), _end(call, right)
    mirror = call.hub.mirror
    start = merge_base(mirror, base, head) if dots else None
    if start is None:
        raise not_found()
    if "diff" in call.accept:
        return Reply(diff_text(mirror, start, head).encode(), media="text/plain; charset=utf-8")
    ahead = list_commits(mirror, head, base)[::-1]
    behind = len(list_commits(mirror, base, head))
    size, page = span(call)
    shown = read_commits(mirror, ahead[(page - 1) * size : page * size])
    at, web = call.view.at(call.repository), call.view.page(call.repository)
    name = call.words["range"]
    body: Json = {
        "url": f"{at}/compare/{name}",
        "html_url": f"{web}/compare/{name}",
        "permalink_url": f"{web}/compare/{base[:12]}...{head[:12]}",
        "diff_url": f"{web}/compare/{name}.diff",
        "patch_url": f"{web}/compare/{name}.patch",
        "base_commit": _shape(call, read_commit(mirror, base)),
        "merge_base_commit": _shape(call, read_commit(mirror, start)),
        "status": _status(bool(ahead), bool(behind)),
        "ahead_by": len(ahead),
        "behind_by": behind,
        "total_commits": len(ahead),
        "commits": [_shape(call, each) for each in shown],
    }
    if page == 1:
        files = list_changes(mirror, start, head)[:_FILES]
        body["files"] = [_changed(call, head)(call.view, each) for each in files]
    return Reply(body, headers=links(call, page, max(1, -(-len(ahead) // size))))


def _status(ahead: bool, behind: bool) -> str:
    if ahead and behind:
        return "diverged"
    return "ahead" if ahead else "behind" if behind else "identical"


def _end(call: Call, text: str) -> str:
    """Return the commit of ``branch``, or of ``owner:branch`` in somebody's fork."""
    owner, colon, branch = text.partition(":")
    if not colon:
        return commit_at(call, text)
    user = call.hub.store.first(User, "login = ? COLLATE NOCASE", owner)
    origin = call.hub.repository
    place = user and (
        find_fork(call.hub, origin, user) or find_repository(call.hub, owner, origin.name)
    )
    sha = place and resolve(call.hub.mirror, place.prefix, branch)
    if not sha:
        raise not_found()
    return sha


def _shape(call: Call, each: Commit) -> Json:
    return commit(call.view, call.repository, each)


def _changed(call: Call, head: str) -> Callable[[View, FileChange], Json]:
    return lambda view, each: file_change(view, call.repository, head, each)


ROUTES = (
    Route("GET", "/commits", _commits, CONTENTS),
    Route("GET", "/compare/{range:path}", _compare, CONTENTS),
    Route("GET", "/commits/{ref:path}", _commit, CONTENTS),
)
