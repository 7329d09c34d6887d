"""Where a comment at lines may stand: where the difference of its pull request shows them."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.git.hunks import Place, find_place
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Refusal, invalid
from bot.sandbox.state.pulls import files_of
from bot.sandbox.verdicts import Pull

_WHAT = "PullRequestReviewComment"
_THREAD = "pull_request_review_thread"
_ORDER, _HUNK = "must precede the end line.", "must be part of the same hunk as the line."
_UNRESOLVED = "could not be resolved"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment at lines of a file; without a line it is about the file."""

    path: str
    body: str
    line: int | None
    side: str = "RIGHT"
    start_line: int | None = None
    start_side: str | None = None


Refuse = Callable[[str, str], Refusal]


def refuse_one(name: str, why: str) -> Refusal:
    """Refuse a comment, as its own route does."""
    said = why if why == _UNRESOLVED else f"{_THREAD}.{name} {why}"
    return invalid(_WHAT, f"{_THREAD}.{name}", "custom", said)


def refuse_review(name: str, why: str) -> Refusal:
    """Refuse a comment that comes with a review, in the words of that route."""
    words = name.replace("_", " ")
    said = words.capitalize() if why == _UNRESOLVED else f"Pull request review thread {words}"
    return Refusal(422, "Unprocessable Entity", (f"{said} {why}",))


def find_spot(hub: Hub, pull: Pull, remark: Remark, refuse: Refuse) -> Place:
    """Return the place in the difference, or refuse."""
    change = next((each for each in files_of(hub, pull) if each.path == remark.path), None)
    if change is None:
        raise refuse("path", _UNRESOLVED)
    if remark.line is None:
        return Place(1, "")
    place = find_place(change.patch or "", remark.line, remark.side)
    if place is None:
        raise refuse("line", _UNRESOLVED)
    if remark.start_line is None:
        return place
    side = remark.start_side or remark.side
    if side == remark.side and remark.start_line >= remark.line:
        raise refuse("start_line", _ORDER)
    start = find_place(change.patch or "", remark.start_line, side)
    if start is None or not place.hunk.startswith(start.hunk):
        raise refuse("start_line", _HUNK)
    return place
