"""Deeds on the write-back branch and its pull request."""

import base64
from urllib.parse import quote

from bot.forge.deeds.base import Hand, number_of, unless_gone, unless_there
from bot.forge.reading.branches import tip_of
from bot.model.sync import SyncPull
from bot.plan import actions as a
from bot.plan.known import Known
from bot.plan.outcome import UnclearError
from bot.plan.sync_marker import message_of

_FILE = "100644"
_FILES = (_FILE, "100755")


def commit_files(hand: Hand, action: a.CommitFiles, _: Known) -> None:
    """Put one commit on top of the base, and then the branch on it."""
    wish, line = action.wish, hand.line
    modes = _modes(hand, wish.base)
    entries = [_entry(hand, path, data, modes.get(path, _FILE)) for path, data in wish.files]
    body = {"base_tree": wish.base, "tree": entries}
    tree = line.send("POST", "/git/trees", action.way, body)
    message = message_of(wish.title, wish.body)
    said = {"message": message, "tree": tree.text("sha"), "parents": [wish.base]}
    commit = line.send("POST", "/git/commits", action.way, said).text("sha")
    ref = f"heads/{wish.branch}"
    _is_as_seen(hand, wish.branch, action.before)
    if action.before is None:
        with unless_there():
            body = {"ref": f"refs/{ref}", "sha": commit}
            line.send("POST", "/git/refs", action.way, body)
    else:
        line.send("PATCH", f"/git/refs/{quote(ref)}", action.way, {"sha": commit, "force": True})


def open_pull_request(hand: Hand, action: a.OpenPullRequest, known: Known) -> None:
    """Open it; one is enough, and GitHub says so."""
    wish = action.wish
    body = {
        "title": wish.title,
        "body": wish.body,
        "head": wish.branch,
        "base": wish.base_branch,
    }
    with unless_there():
        made = hand.line.send("POST", "/pulls", action.way, body)
    number = number_of(made)
    known.pulls[number] = SyncPull(number, wish.title, wish.body, mine=True)
    hand.learn(made)


def update_pull_request(hand: Hand, action: a.UpdatePullRequest, _: Known) -> None:
    """Change what it says."""
    body = {"title": action.title, "body": action.body}
    hand.line.send("PATCH", f"/pulls/{action.number}", action.way, body)


def close_pull_request(hand: Hand, action: a.ClosePullRequest, _: Known) -> None:
    """Close it without merging, and say in the same breath that it was us."""
    body = {"state": "closed", "body": action.body}
    hand.line.send("PATCH", f"/pulls/{action.number}", action.way, body)


def delete_branch(hand: Hand, action: a.DeleteBranch, _: Known) -> None:
    """Delete the branch; GitHub calls one that is gone invalid."""
    _is_as_seen(hand, action.branch, action.before)
    with unless_gone(), unless_there():
        path = f"/git/refs/{quote(f'heads/{action.branch}')}"
        hand.line.send("DELETE", path, action.way)


def _is_as_seen(hand: Hand, branch: str, seen: str | None) -> None:
    """Look whether somebody has pushed since: what they did is not overwritten."""
    if tip_of(hand.line, branch) not in {seen, None}:
        raise UnclearError("somebody has pushed to the branch")


def _modes(hand: Hand, commit: str) -> dict[str, str]:
    """Give the modes of a commit's files, which a change of their text keeps."""
    answer = hand.line.get(f"/git/trees/{commit}", recursive="1")
    files = (each for each in answer.parts("tree") if each.text("mode") in _FILES)
    return {each.text("path"): each.text("mode") for each in files}


def _entry(hand: Hand, path: str, data: bytes, mode: str) -> dict[str, str]:
    """Write a file of a tree: a text goes along with it, anything else before it."""
    entry = {"path": path, "mode": mode, "type": "blob"}
    try:
        return {**entry, "content": data.decode()}
    except UnicodeDecodeError:
        body = {"content": base64.b64encode(data).decode(), "encoding": "base64"}
        return {
            **entry,
            "sha": hand.line.send("POST", "/git/blobs", a.CommitFiles.way, body).text("sha"),
        }
