"""Deeds on the write-back branch and its pull request."""

import base64
from urllib.parse import quote

from bot.forge.deeds.base import Hand, unless_gone, unless_there
from bot.forge.reading.branches import tip_of
from bot.plan import actions as a
from bot.plan.converge import Known, UnclearError

_FILE = "100644"


def commit_files(hand: Hand, action: a.CommitFiles, _: Known) -> None:
    """Put one commit on top of the base, and then the branch on it."""
    wish, line = action.wish, hand.line
    tree = line.send("POST", "/git/trees", "contents", {"base_tree": wish.base, "tree": [
        {"path": path, "mode": _FILE, "type": "blob", "sha": _blob(hand, data)}
        for path, data in wish.files
    ]})  # fmt: skip
    said = {"message": wish.title, "tree": tree.text("sha"), "parents": [wish.base]}
    commit = line.send("POST", "/git/commits", "contents", said).text("sha")
    ref = f"heads/{wish.branch}"
    _is_as_seen(hand, wish.branch, action.before)
    if action.before is None:
        with unless_there():
            body = {"ref": f"refs/{ref}", "sha": commit}
            line.send("POST", "/git/refs", "contents", body)
    else:
        line.send("PATCH", f"/git/refs/{quote(ref)}", "contents", {"sha": commit, "force": True})


def open_pull_request(hand: Hand, action: a.OpenPullRequest, _: Known) -> None:
    """Open it; one is enough, and GitHub says so."""
    wish = action.wish
    body = {
        "title": wish.title,
        "body": wish.body,
        "head": wish.branch,
        "base": wish.base_branch,
    }
    with unless_there():
        hand.line.send("POST", "/pulls", "pulls", body)


def update_pull_request(hand: Hand, action: a.UpdatePullRequest, _: Known) -> None:
    """Change what it says."""
    body = {"title": action.title, "body": action.body}
    hand.line.send("PATCH", f"/pulls/{action.number}", "pulls", body)


def close_pull_request(hand: Hand, action: a.ClosePullRequest, _: Known) -> None:
    """Close it without merging."""
    hand.line.send("PATCH", f"/pulls/{action.number}", "pulls", {"state": "closed"})


def delete_branch(hand: Hand, action: a.DeleteBranch, _: Known) -> None:
    """Delete the branch; GitHub calls one that is gone invalid."""
    _is_as_seen(hand, action.branch, action.before)
    with unless_gone(), unless_there():
        path = f"/git/refs/{quote(f'heads/{action.branch}')}"
        hand.line.send("DELETE", path, "contents")


def _is_as_seen(hand: Hand, branch: str, seen: str | None) -> None:
    """Look whether somebody has pushed since: what they did is not overwritten."""
    if tip_of(hand.line, branch) not in {seen, None}:
        raise UnclearError("somebody has pushed to the branch")


def _blob(hand: Hand, data: bytes) -> str:
    body = {"content": base64.b64encode(data).decode(), "encoding": "base64"}
    return hand.line.send("POST", "/git/blobs", "contents", body).text("sha")
