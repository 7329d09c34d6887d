"""Check runs with their annotations, and commit statuses."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json, invalid, unprocessable
from bot.sandbox.verdicts import Annotation, CheckRun, CheckSuite, Status

TEXT = 65535
_AT_ONCE = 50
_LEVELS = ("notice", "warning", "failure")
_STATES = ("error", "failure", "pending", "success")
_DESCRIPTION = 140


def suite_for(hub: Hub, repository: Repository, app_id: int, sha: str) -> CheckSuite:
    """Return the suite of an app on a commit; it is made with the first run."""
    where = "repository_id = ? AND app_id = ? AND head_sha = ?"
    known = hub.store.first(CheckSuite, where, repository.id, app_id, sha)
    if known is not None:
        return known
    key = hub.store.next_id()
    return hub.store.add(CheckSuite(key, repository.id, app_id, sha, hub.now()))


def annotations_of(hub: Hub, run: CheckRun) -> list[Annotation]:
    """Return the annotations of a run, in the order in which they were sent."""
    return hub.store.find(Annotation, "run_id = ?", run.id)


def annotate(hub: Hub, run: CheckRun, remarks: list[Json]) -> None:
    """Add annotations to those that the run has."""
    if len(remarks) > _AT_ONCE:
        raise unprocessable(
            f"Invalid request.\n\nNo more than {_AT_ONCE} items are allowed; "
            f"{len(remarks)} were supplied."
        )
    for remark in remarks:
        hub.store.add(_annotation(hub.store.next_id(), run, remark))


def latest_runs(hub: Hub, repository: Repository, sha: str) -> list[CheckRun]:
    """Return the newest run of each name and app on a commit."""
    newest: dict[tuple[int, str], CheckRun] = {}
    for run in all_runs(hub, repository, sha):
        newest[run.app_id, run.name] = run
    return sorted(newest.values(), key=lambda run: -run.id)


def all_runs(hub: Hub, repository: Repository, sha: str) -> list[CheckRun]:
    """Return all runs on a commit."""
    return hub.store.find(CheckRun, "repository_id = ? AND head_sha = ?", repository.id, sha)


def statuses_of(hub: Hub, repository: Repository, sha: str) -> list[Status]:
    """Return all statuses of a commit, newest first."""
    where = "repository_id = ? AND sha = ? ORDER BY id DESC"
    return hub.store.find(Status, where, repository.id, sha)


def latest_statuses(hub: Hub, repository: Repository, sha: str) -> list[Status]:
    """Return the newest status of each context."""
    newest: dict[str, Status] = {}
    for status in statuses_of(hub, repository, sha):
        newest.setdefault(status.context, status)
    return list(newest.values())


def combined(statuses: list[Status]) -> str:
    """Return what the statuses amount to."""
    states = {status.state for status in statuses}
    if states & {"error", "failure"}:
        return "failure"
    return "success" if states == {"success"} else "pending"


def check_status(state: str, description: str | None) -> None:
    """Refuse a status that GitHub would refuse."""
    if state not in _STATES:
        raise invalid("Status", "state", "custom", "state is not included in the list")
    if description is not None and len(description) > _DESCRIPTION:
        said = f"description is too long (maximum is {_DESCRIPTION} characters)"
        raise invalid("Status", "description", "custom", said)


def _annotation(key: int, run: CheckRun, remark: Json) -> Annotation:
    path, message = remark.get("path"), remark.get("message")
    start, end = remark.get("start_line"), remark.get("end_line")
    if not isinstance(path, str) or not isinstance(message, str):
        raise unprocessable('Invalid request.\n\n"path" or "message" wasn\'t supplied.')
    if not isinstance(start, int) or not isinstance(end, int):
        raise unprocessable('Invalid request.\n\n"start_line" or "end_line" wasn\'t supplied.')
    level = remark.get("annotation_level")
    if level not in _LEVELS:
        raise unprocessable(f"Invalid request.\n\n{level} is not a member of {list(_LEVELS)}.")
    first, last = _column(remark, "start_column"), _column(remark, "end_column")
    if start != end and (first or last):
        raise unprocessable("Columns are only for annotations of one line.")
    title, details = _text(remark, "title"), _text(remark, "raw_details")
    return Annotation(
        key, run.id, path, start, end, first, last, str(level), message, title, details
    )


def _column(remark: Json, name: str) -> int | None:
    value = remark.get(name)
    return value if isinstance(value, int) else None


def _text(remark: Json, name: str) -> str | None:
    value = remark.get(name)
    return value if isinstance(value, str) else None
