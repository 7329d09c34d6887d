"""Pull requests: listed, read, opened, changed, merged."""

from bot.sandbox.git.differences import FileChange, diff_text
from bot.sandbox.git.objects import Commit
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json, Refusal, invalid
from bot.sandbox.rest.finding import pull_of
from bot.sandbox.shapes.commits import commit, file_change
from bot.sandbox.shapes.pulls import full, simple
from bot.sandbox.state.forks import find_fork
from bot.sandbox.state.issues import Words, reword, set_state
from bot.sandbox.state.people import find_user, may
from bot.sandbox.state.pulls import (
    Branches,
    commits_of,
    files_of,
    find_pull,
    fork_point,
    open_pull,
    retarget,
)
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull
from bot.sandbox.view import View
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import OPEN_PULL, PULLS, Route

_FILES = 3000
_COMMITS = 250


def _list(call: Call) -> Reply:
    way = "ASC" if call.query.get("direction") == "asc" else "DESC"
    sort = "updated_at" if call.query.get("sort") == "updated" else "created_at"
    where, values = "repository_id = ? AND is_pull", list[object]([call.repository.id])
    state = call.query.get("state", "open")
    if state != "all":
        where, values = f"{where} AND state = ?", [*values, state]
    query = f"{where} ORDER BY {sort} {way}, number {way}"
    issues = call.hub.store.find(Issue, query, *values)
    pulls = [pull for each in issues if (pull := find_pull(call.hub, each)) is not None]
    return paged(call, [pull for pull in pulls if _wanted(call, pull)], simple)


def _wanted(call: Call, pull: Pull) -> bool:
    head, base = call.query.get("head", ""), call.query.get("base", "")
    owner = call.view.user(pull.head_owner_id).login.lower()
    user, _, branch = head.partition(":")
    fits = not branch or (user.lower(), branch) == (owner, pull.head_ref)
    return fits and base in {"", pull.base_ref}


def _read(call: Call) -> Reply:
    _, pull = pull_of(call)
    if "diff" in call.accept:
        text = diff_text(call.hub.mirror, fork_point(call.hub, pull), pull.head_sha)
        return Reply(text.encode(), media="application/vnd.github.diff; charset=utf-8")
    return Reply(full(call.view, pull))


def _open(call: Call) -> Reply:
    source, head = _source(call, call.need("head"))
    branches = Branches(source, head, call.need("base"), call.flag("draft"))
    if not call.has("title"):
        raise invalid("PullRequest", "title", "missing_field")
    words = Words(call.need("title"), call.text("body"), is_pull=True)
    if not call.viewer.is_app and not may(call.hub, source, call.viewer, "write"):
        raise Refusal(403, "Must have push access to the head repository.")
    _, pull = open_pull(call.hub, call.repository, words, branches, call.actor)
    said = full(call.view, pull)
    return Reply(said, 201, {"Location": str(said["url"])})


def _source(call: Call, head: str) -> tuple[Repository, str]:
    """Return the repository and the branch of ``branch`` or ``owner:branch``."""
    owner, colon, branch = head.partition(":")
    if not colon:
        return call.repository, head
    user = find_user(call.hub, owner)
    if user is not None and user.id == call.repository.owner_id:
        return call.repository, branch
    fork = user and find_fork(call.hub, call.repository, user)
    if not fork:
        raise invalid("PullRequest", "head")
    return fork, branch


def _change(call: Call) -> Reply:
    issue, pull = pull_of(call)
    if call.actor.id != issue.author_id and not may(
        call.hub, call.repository, call.viewer, "triage"
    ):
        raise Refusal(403, "Must have admin rights to Repository.")
    title = call.text("title") if call.has("title") else issue.title
    body = call.text("body") if call.has("body") else issue.body
    issue = reword(call.hub, issue, title or "", body, call.actor)
    if call.has("base") and call.need("base") != pull.base_ref:
        pull = retarget(call.hub, pull, call.need("base"), call.actor)
    if call.has("state"):
        if pull.merged_at is not None and call.text("state") == "open":
            raise invalid("PullRequest", "state", "custom", "state cannot be changed.")
        set_state(call.hub, issue, call.text("state") or "", None, call.actor)
    return Reply(full(call.view, pull))


def _files(call: Call) -> Reply:
    _, pull = pull_of(call)

    def shape(view: View, each: FileChange) -> Json:
        return file_change(view, call.repository, pull.head_sha, each)

    return paged(call, files_of(call.hub, pull)[:_FILES], shape)


def _commits(call: Call) -> Reply:
    _, pull = pull_of(call)

    def shape(view: View, each: Commit) -> Json:
        return commit(view, call.repository, each)

    return paged(call, commits_of(call.hub, pull)[:_COMMITS], shape)


ROUTES = (
    Route("GET", "/pulls", _list, PULLS),
    Route("POST", "/pulls", _open, OPEN_PULL),
    Route("GET", "/pulls/{number:int}", _read, PULLS),
    Route("PATCH", "/pulls/{number:int}", _change, OPEN_PULL),
    Route("GET", "/pulls/{number:int}/files", _files, PULLS),
    Route("GET", "/pulls/{number:int}/commits", _commits, PULLS),
)
