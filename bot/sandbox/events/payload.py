"""Which event is told how, and with which actions."""

from dataclasses import dataclass

from bot.errors import StewardError
from bot.sandbox.events import issues, pull_requests, pushes, remarks, runs, wholes
from bot.sandbox.events.happening import Happening, Telling
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Json
from bot.sandbox.view import View
from bot.sandbox.viewer import Viewer

_URL = "http://127.0.0.1"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How an event is told, and the actions that it may have; none where it has none."""

    tell: Telling
    actions: tuple[str, ...] = ()


EVENTS: dict[str, _Kind] = {
    "pull_request": _Kind(pull_requests.pull_request, pull_requests.ACTIONS),
    "pull_request_target": _Kind(pull_requests.pull_request, pull_requests.ACTIONS),
    "pull_request_review": _Kind(remarks.pull_request_review, ("submitted", "dismissed")),
    "pull_request_review_comment": _Kind(remarks.pull_request_review_comment, ("created",)),
    "issue_comment": _Kind(remarks.issue_comment, ("created", "edited", "deleted")),
    "issues": _Kind(issues.issues, issues.ACTIONS),
    "merge_group": _Kind(wholes.merge_group, ("checks_requested",)),
    "push": _Kind(pushes.push),
    "workflow_run": _Kind(runs.workflow_run, runs.ACTIONS),
    "workflow_dispatch": _Kind(wholes.workflow_dispatch),
    "schedule": _Kind(wholes.schedule),
}


def event_payload(
    hub: Hub, name: str, action: str = "", number: int = 0, **details: object
) -> Json:
    """Return what GitHub would put into the file at GITHUB_EVENT_PATH.

    ``number`` is that of the pull request or issue that it is about. The other details are taken
    from what is remembered, unless given: ``sender``, ``label``, ``comment`` and ``review`` (ids),
    ``before``, ``after``, ``ref``, ``changes``, ``inputs``, ``workflow``, ``schedule``,
    ``of`` (the event of an earlier run), and ``url``, where the API and the pages are.
    """
    kind = EVENTS.get(name)
    if kind is None:
        mend = f"choose among {', '.join(EVENTS)}"
        raise StewardError("the embedded GitHub does not know this event", where=name, mend=mend)
    if action not in (kind.actions or ("",)):
        known = ", ".join(kind.actions) or "none"
        what = f"this event has no action {action!r}" if action else "this event needs an action"
        raise StewardError(what, where=name, mend=f"its actions: {known}")
    url = str(details.get("url") or _URL).rstrip("/")
    happening = Happening(View(hub, url, url, Viewer()), name, action, number, details)
    with hub.lock, hub.store.transaction():
        return kind.tell(happening)
