"""The event ``push``, as a workflow gets it: without the names of the files of each commit."""

from datetime import datetime
from typing import NamedTuple

from bot.sandbox.events.happening import Happening
from bot.sandbox.git.history import is_ancestor, list_commits
from bot.sandbox.git.objects import Commit, Signature, read_commit, read_commits
from bot.sandbox.git.refs import read_ref
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import user
from bot.sandbox.shapes.repository import plain
from bot.sandbox.state.people import find_user

NOTHING = "0" * 40
_MOST = 2048  # commits that an event tells of


class _Move(NamedTuple):
    """What a branch was moved from and to; without either it was made or deleted."""

    ref: str
    before: str
    after: str


def push(happening: Happening) -> Json:
    """Tell what was pushed: a merge of the pull request of a number, or what is on a branch."""
    move = _move(happening)
    page, mirror = happening.view.page(happening.repository), happening.hub.mirror
    made, gone = move.before == NOTHING, move.after == NOTHING
    known = f"{happening.repository.prefix}heads/{happening.repository.default_branch}"
    hidden = [known] if made and not known.endswith(move.ref.removeprefix("refs/")) else []
    hidden = hidden if made else [move.before]
    ids = [] if gone else list_commits(mirror, move.after, *hidden)[:_MOST]
    top = None if gone else read_commit(mirror, move.after)
    who = happening.sender_account(_doer(happening))
    span = f"{move.before[:12]}...{move.after[:12]}"
    return {
        "ref": move.ref,
        "before": move.before,
        "after": move.after,
        "repository": _repository(happening),
        "pusher": {"name": who.login, "email": _address(who.id, who.login)},
        "sender": user(happening.view, who),
        "created": made,
        "deleted": gone,
        "forced": not (made or gone) and not is_ancestor(mirror, move.before, move.after),
        "base_ref": None,
        "compare": f"{page}/compare/{span}",
        "commits": [_commit(happening, each) for each in read_commits(mirror, ids[::-1])],
        "head_commit": None if top is None else _commit(happening, top),
    }


def simple_commit(happening: Happening, each: Commit) -> Json:
    """Write a commit as events have it."""
    return {
        "id": each.sha,
        "tree_id": each.tree,
        "message": each.message.rstrip("\n"),
        "timestamp": each.committer.date.isoformat(timespec="seconds"),
        "author": _signature(happening, each.author),
        "committer": _signature(happening, each.committer),
    }


def _commit(happening: Happening, each: Commit) -> Json:
    page = f"{happening.view.page(happening.repository)}/commit/{each.sha}"
    return {**simple_commit(happening, each), "distinct": True, "url": page}


def _move(happening: Happening) -> _Move:
    place, mirror = happening.repository, happening.hub.mirror
    branch, before, after = place.default_branch, "", ""
    if happening.number and happening.pull.merge_commit_sha is not None:
        pull = happening.pull
        branch, before, after = pull.base_ref, pull.base_sha, pull.merge_commit_sha or ""
    elif happening.number:
        pull = happening.pull
        if pull.head_repository_id != place.id:
            mend = "give a pull request from a branch of the repository"
            raise happening.wrong("a push to a fork starts no run here", mend)
        branch, before, after = pull.head_ref, pull.was_sha or NOTHING, pull.head_sha
    ref = happening.word("ref", f"refs/heads/{branch}")
    ref = ref if ref.startswith("refs/") else f"refs/heads/{ref}"
    tip = read_ref(mirror, place.prefix + ref.removeprefix("refs/"))
    after = happening.word("after", after or tip or NOTHING)
    parents = () if after == NOTHING else read_commit(mirror, after).parents
    before = happening.word("before", before or (parents[0] if parents else NOTHING))
    return _Move(ref, before, after)


def _doer(happening: Happening) -> int:
    if not happening.number:
        return happening.repository.owner_id
    return happening.pull.merged_by_id or happening.issue.author_id


def _repository(happening: Happening) -> Json:
    """Write the repository as this event alone does: two of its times are numbers."""
    place = happening.repository
    said = plain(happening.view, place)
    owner = happening.view.user(place.owner_id)
    named = {"name": owner.login, "email": _address(owner.id, owner.login)}
    return {
        **said,
        "owner": {**named, **user(happening.view, owner)},
        "url": happening.view.page(place),
        "created_at": _seconds(place.created_at),
        "pushed_at": _seconds(place.pushed_at),
        "stargazers": 0,
        "master_branch": place.default_branch,
        "custom_properties": {},
    }


def _signature(happening: Happening, who: Signature) -> Json:
    said: Json = {"name": who.name, "email": who.email}
    known = find_user(happening.hub, who.name)
    return said if known is None else {**said, "username": known.login}


def _address(key: int, login: str) -> str:
    return f"{key}+{login}@users.noreply.github.com"


def _seconds(time: str) -> int:
    return int(datetime.fromisoformat(time).timestamp())
