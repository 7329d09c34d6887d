"""Where an event says to look. It never says what happened: that is read from GitHub's own state.

So an event that is repeated, late, or out of order does no harm, and one that is lost is made good
by the next.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StewardError
from bot.forge.answer import Answer

_ON_PULLS = (
    "pull_request",
    "pull_request_target",
    "pull_request_review",
    "pull_request_review_comment",
)
_NAMES = ("pull-request", "pull_request", "pr", "number")  # of an input of workflow_dispatch


@dataclass(frozen=True, slots=True)
class Queued:
    """A merge queue's commit: what becomes of the base branch if all goes well."""

    head: str
    base: str
    base_branch: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where to look: at some pull requests, at every open one, at a merge queue's commit."""

    pulls: tuple[int, ...] = ()
    every: bool = False
    queued: Queued | None = None


def read_event(path: str) -> Answer:
    """Read the event that the runner left in a file."""
    if not path:
        raise StewardError(
            "there is no event", where="GITHUB_EVENT_PATH", mend="run it in a workflow"
        )
    try:
        found = json.loads(Path(path).read_bytes())
    except OSError as error:
        what = f"the event cannot be read: {path}: {error.strerror}"
        mend = "name a file that this process can see"
        raise StewardError(what, where="GITHUB_EVENT_PATH", mend=mend) from None
    except (ValueError, RecursionError):
        what = "the event is not JSON"
        raise StewardError(what, where="GITHUB_EVENT_PATH", mend="run it in a workflow") from None
    return Answer(found)


def places(name: str, event: Answer) -> Places:
    """Tell where an event says to look."""
    if name in _ON_PULLS:
        number = event.number("pull_request", "number") or event.number("number")
        if number <= 0:
            raise _lacks(name, "pull_request.number")
        return Places((number,))
    if name == "merge_group":
        return Places(queued=_queued(name, event.at("merge_group")))
    if name == "workflow_dispatch":
        return _asked(event.at("inputs"))
    if name == "schedule":
        return Places(every=True)
    known = ", ".join((*_ON_PULLS[:2], "merge_group", "schedule", "workflow_dispatch"))
    raise StewardError(
        f"the Steward does not act on “{name}”",
        where="GITHUB_EVENT_NAME",
        mend=f"let the workflow run on {known}",
    )


def _queued(name: str, group: Answer) -> Queued:
    head, base = group.text("head_sha"), group.text("base_sha")
    if not head or not base:
        raise _lacks(name, "merge_group.head_sha")
    return Queued(head, base, group.text("base_ref").removeprefix("refs/heads/"))


def _asked(inputs: Answer) -> Places:
    """Read the number of a pull request from the inputs of a run on request; none means all."""
    for name in _NAMES:
        given = inputs.text(name).strip().removeprefix("#")
        if given:
            if not (given.isascii() and given.isdecimal() and int(given) > 0):
                what = f"“{given}” is no number of a pull request"
                raise StewardError(what, where=f"inputs.{name}", mend="give a number, or nothing")
            return Places((int(given),))
        if number := inputs.number(name):
            return Places((number,))
    return Places(every=True)


def _lacks(name: str, what: str) -> StewardError:
    return StewardError(
        f"the event “{name}” has no {what}", where="GITHUB_EVENT_PATH", mend="run it in a workflow"
    )
