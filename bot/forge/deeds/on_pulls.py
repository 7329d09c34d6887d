"""Deeds on a pull request: its branch, its comment, its label, its check, its status."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge import queries
from bot.forge.deeds.base import Hand, number_of, unless_gone
from bot.forge.reading.plainly import comment_of
from bot.forge.wire import Words
from bot.plan import actions as a
from bot.plan.desired import Annotation, CheckWish
from bot.plan.known import Known, last_head
from bot.plan.outcome import UnclearError

_AT_ONCE = 50  # annotations in one request


def edit_file(hand: Hand, action: a.EditFile, known: Known) -> None:
    """Put a commit on the branch; GitHub itself sees to it that the file is as it was judged."""
    body = {
        "message": action.message,
        "content": base64.b64encode(action.data).decode(),
        "sha": action.blob,
        "branch": action.branch,
    }
    made = hand.line.send("PUT", f"/contents/{quote(action.path)}", action.way, body)
    commit = made.text("commit", "sha")
    if not commit:
        raise UnclearError("its answer makes no sense")
    known.heads[last_head(action.head, known.heads)] = commit


def create_comment(hand: Hand, action: a.CreateComment, known: Known) -> None:
    """Write the one comment."""
    path = f"/issues/{action.pull}/comments"
    made = hand.line.send("POST", path, action.way, {"body": action.body})
    known.comments[number_of(made, "id")] = replace(comment_of(made, hand.me), mine=True)
    hand.learn(made)


def update_comment(hand: Hand, action: a.UpdateComment, _: Known) -> None:
    """Change it."""
    path = f"/issues/comments/{action.id}"
    hand.line.send("PATCH", path, action.way, {"body": action.body})


def delete_comment(hand: Hand, action: a.DeleteComment, _: Known) -> None:
    """Take a twin away."""
    with unless_gone():
        hand.line.send("DELETE", f"/issues/comments/{action.id}", action.way)


def minimise_comment(hand: Hand, action: a.MinimiseComment, _: Known) -> None:
    """Fold it away, which GraphQL alone can do."""
    hand.line.mutate(queries.MINIMISE, action.way, subject=action.node, why="OUTDATED")


def unminimise_comment(hand: Hand, action: a.UnminimiseComment, _: Known) -> None:
    """Unfold it."""
    hand.line.mutate(queries.UNMINIMISE, action.way, subject=action.node)


def react(hand: Hand, action: a.React, _: Known) -> None:
    """Leave a reaction, which GitHub keeps once; on a comment that is gone, nobody misses it."""
    path = f"/issues/comments/{action.comment}/reactions"
    with unless_gone():
        hand.learn(hand.line.send("POST", path, action.way, {"content": action.content}))


def create_label(hand: Hand, action: a.CreateLabel, _: Known) -> None:
    """Make a label; another run may have been quicker."""
    label = action.label
    said = {"name": label.name, "description": label.description}
    if label.colour:
        said["color"] = label.colour.removeprefix("#")
    try:
        hand.line.send("POST", "/labels", action.way, said)
    except ForgeError as error:
        if "already_exists" not in error.what:
            raise


def add_label(hand: Hand, action: a.AddLabel, _: Known) -> None:
    """Set one label beside the others."""
    path = f"/issues/{action.number}/labels"
    hand.line.send("POST", path, action.way, {"labels": [action.name]})


def remove_label(hand: Hand, action: a.RemoveLabel, _: Known) -> None:
    """Take one label off."""
    with unless_gone():
        path = f"/issues/{action.number}/labels/{quote(action.name, safe='')}"
        hand.line.send("DELETE", path, action.way)


def write_check(hand: Hand, action: a.WriteCheck, _: Known) -> None:
    """Write the check run; only its last request gives it a conclusion, when all is told."""
    wish = action.wish
    said = {"name": wish.name, "head_sha": wish.head, "external_id": wish.digest}
    method, path = "POST", "/check-runs"
    parts = _parts(wish.annotations)
    for at, part in enumerate(parts, start=1):
        end = {"status": "in_progress"}
        if at == len(parts):
            end = {"status": "completed", "conclusion": wish.conclusion}
        body = {**said, **end, "output": _output(wish, part)}
        run = hand.line.send(method, path, action.way, body).number("id")
        method, path, said = "PATCH", f"/check-runs/{run}", {}


def set_status(hand: Hand, action: a.SetStatus, _: Known) -> None:
    """Set the commit status."""
    wish = action.wish
    body = {"context": wish.context, "state": wish.state, "description": wish.shown}
    if wish.url:
        body["target_url"] = wish.url
    hand.line.send("POST", f"/statuses/{wish.head}", action.way, body)


def _parts(annotations: Sequence[Annotation]) -> list[Sequence[Annotation]]:
    starts = range(0, max(1, len(annotations)), _AT_ONCE)
    return [annotations[at : at + _AT_ONCE] for at in starts]


def _output(wish: CheckWish, annotations: Sequence[Annotation]) -> Words:
    return {
        "title": wish.title,
        "summary": wish.summary,
        "annotations": [
            {
                "path": each.path,
                "start_line": max(1, each.line),
                "end_line": max(1, each.line),
                "annotation_level": each.level,
                "title": each.title,
                "message": each.message,
            }
            for each in annotations
        ],
    }
