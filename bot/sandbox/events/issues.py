"""The event ``issues``."""

from bot.sandbox.events.happening import Happening
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.issues import issue
from bot.sandbox.shapes.labels import label
from bot.sandbox.state.labels import find_label

ACTIONS = ("opened", "closed", "reopened", "edited", "labeled", "unlabeled")


def issues(happening: Happening) -> Json:
    """Tell what happened to an issue."""
    thread, record = happening.issue, happening.record
    if thread.is_pull:
        mend = "ask for the event pull_request"
        raise happening.wrong(f"#{thread.number} is a pull request", mend)
    doer = thread.author_id if record is None else record.actor_id
    more: Json = {"issue": issue(happening.view, thread)}
    if happening.action == "edited":
        more["changes"] = {} if record is None else {"title": {"from": record.was or ""}}
    if happening.action in {"labeled", "unlabeled"}:
        name = happening.word("label", (record.name if record else None) or "")
        found = find_label(happening.hub, happening.repository, name)
        if found is not None:
            more["label"] = label(happening.view, found)
    return happening.told(doer, **more)
