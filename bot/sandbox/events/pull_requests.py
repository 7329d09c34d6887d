"""The event ``pull_request``, and ``pull_request_target``, which tells the same."""

from bot.sandbox.events.happening import Happening
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.labels import label
from bot.sandbox.shapes.people import person
from bot.sandbox.shapes.pulls import full
from bot.sandbox.state.labels import find_label
from bot.sandbox.threads import Event

ACTIONS = (
    *("opened", "synchronize", "closed", "reopened", "edited", "labeled", "unlabeled"),
    *("assigned", "unassigned", "ready_for_review", "converted_to_draft"),
)
_UNCOMPUTED = ("opened", "synchronize", "reopened")


def pull_request(happening: Happening) -> Json:
    """Tell what happened to a pull request."""
    if happening.action == "closed" and happening.issue.state == "open":
        raise happening.wrong(f"#{happening.number} is open", "close it or merge it first")
    said = full(happening.view, happening.pull)
    if happening.action in _UNCOMPUTED:  # GitHub finds out only after it has sent the event
        said |= {"mergeable": None, "rebaseable": None, "mergeable_state": "unknown"}
    more = _more(happening)
    return happening.told(_doer(happening), number=happening.number, pull_request=said, **more)


def _doer(happening: Happening) -> int:
    issue, record = happening.issue, happening.record
    if happening.action == "closed" and issue.closed_by_id is not None:
        return issue.closed_by_id
    if happening.action in {"opened", "synchronize"} or record is None:
        return issue.author_id
    return record.actor_id


def _more(happening: Happening) -> Json:
    record = happening.record
    match happening.action:
        case "synchronize":
            pull = happening.pull
            before = happening.word("before", pull.was_sha or pull.base_sha)
            return {"before": before, "after": happening.word("after", pull.head_sha)}
        case "labeled" | "unlabeled":
            return {"label": _label(happening, record)}
        case "assigned" | "unassigned":
            if record is None or record.other_id is None:
                raise happening.wrong("nobody was", "assign somebody first")
            return {"assignee": person(happening.view, record.other_id)}
        case "edited":
            return {"changes": _changes(happening, record)}
    return {}


def _label(happening: Happening, record: Event | None) -> Json:
    name = happening.word("label", (record.name if record else None) or "")
    found = find_label(happening.hub, happening.repository, name)
    if found is None:
        raise happening.wrong(f"there is no label {name!r}", "name one with the detail label")
    return label(happening.view, found)


def _changes(happening: Happening, record: Event | None) -> Json:
    """Tell what a title, a text or a base was before; the records know that of titles."""
    given = happening.details.get("changes")
    if isinstance(given, dict):
        return {str(name): value for name, value in given.items()}
    return {} if record is None else {"title": {"from": record.was or ""}}
