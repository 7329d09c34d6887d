"""Check runs and statuses as pages show them."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.dates import Moment, lasting, moment
from bot.sandbox.pages.notes import Note, notes_of
from bot.sandbox.pages.text.gfm import render_comment
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.records import App, Repository
from bot.sandbox.state.checks import latest_runs, latest_statuses
from bot.sandbox.verdicts import CheckRun, Status

_ICONS = {
    "success": "pass",
    "neutral": "neutral",
    "skipped": "neutral",
    "cancelled": "neutral",
    "stale": "neutral",
    "pending": "pending",
}
_GROUPS = {"fail": "failing", "pending": "pending", "neutral": "neutral", "pass": "successful"}


@dataclass(frozen=True, slots=True)
class Run:
    """A check run."""

    id: int
    name: str
    app: str
    icon: str
    word: str
    title: str
    date: Moment
    took: str
    summary: Markup
    text: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line in the box of all checks: a check run, or a status from elsewhere."""

    name: str
    icon: str
    about: str
    run_id: int | None = None


def runs_of(hub: Hub, repository: Repository, sha: str) -> tuple[Run, ...]:
    """Return the newest check run of each name; those that failed first."""
    found = [show_run(hub, each) for each in latest_runs(hub, repository, sha)]
    return tuple(sorted(found, key=lambda run: (list(_GROUPS).index(run.icon), run.name)))


def show_run(hub: Hub, each: CheckRun) -> Run:
    """Return a check run."""
    setting = Setting(hub, hub.store.get(Repository, each.repository_id))
    outcome = each.conclusion or "pending"
    return Run(
        id=each.id,
        name=each.name,
        app=hub.store.get(App, each.app_id).name,
        icon=_ICONS.get(outcome, "fail"),
        word=each.conclusion or each.status,
        title=each.title or "",
        date=moment(each.completed_at or each.started_at),
        took=lasting(each.started_at, each.completed_at),
        summary=render_comment(setting, each.summary),
        text=render_comment(setting, each.text),
        notes=notes_of(hub, each),
    )


def marks_of(hub: Hub, repository: Repository, sha: str) -> tuple[Mark, ...]:
    """Return all that was judged of a commit, in one list."""
    runs = (
        Mark(each.name, _ICONS.get(each.conclusion or "pending", "fail"), _about(each), each.id)
        for each in latest_runs(hub, repository, sha)
    )
    statuses = (_status(each) for each in latest_statuses(hub, repository, sha))
    order = list(_GROUPS)
    return tuple(sorted((*runs, *statuses), key=lambda each: (order.index(each.icon), each.name)))


def counted(marks: tuple[Mark, ...]) -> str:
    """Count them, in words."""
    icons = [each.icon for each in marks]
    return ", ".join(
        f"{icons.count(icon)} {word}" for icon, word in _GROUPS.items() if icon in icons
    )


def _about(run: CheckRun) -> str:
    took = lasting(run.started_at, run.completed_at)
    outcome = (run.conclusion or run.status).replace("_", " ")
    return run.title or (f"{outcome} after {took}" if took else outcome)


def _status(each: Status) -> Mark:
    icon = "fail" if each.state == "error" else _ICONS.get(each.state, "fail")
    return Mark(each.context, icon, each.description or each.state)
