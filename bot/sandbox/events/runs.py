"""The event ``workflow_run``: another workflow has run, and one that follows it may do more."""

from bot.sandbox.events.happening import Happening
from bot.sandbox.events.pushes import simple_commit
from bot.sandbox.git.objects import read_commit
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import user
from bot.sandbox.shapes.pulls import minimal
from bot.sandbox.shapes.repository import brief
from bot.sandbox.state.pulls import branch_tip
from bot.sandbox.verdicts import Pull, Review

_WORKFLOW = ".github/workflows/reviews.yml"
_STATES = {"requested": "queued", "in_progress": "in_progress", "completed": "completed"}
ACTIONS = tuple(_STATES)


def workflow_run(happening: Happening) -> Json:
    """Tell of a run for an event on a pull request, or without one for a push."""
    pull = happening.pull if happening.number else None
    doer = _doer(happening, pull)
    run = {**_run(happening, pull), **_links(happening), **_ran(happening, pull)}
    account = user(happening.view, happening.sender_account(doer))
    run |= {"actor": account, "triggering_actor": account}
    return happening.told(doer, workflow=_workflow(happening), workflow_run=run)


def _run(happening: Happening, pull: Pull | None) -> Json:
    """Write what it ran on; pull requests are named only where they come from no fork."""
    view, place = happening.view, happening.repository
    source = view.hub.store.get(Repository, pull.head_repository_id) if pull else place
    branch = pull.head_ref if pull else place.default_branch
    head = pull.head_sha if pull else branch_tip(view.hub, place, branch) or ""
    return {
        "event": happening.word("of", "pull_request_review" if pull else "push"),
        "head_branch": branch,
        "head_sha": head,
        "head_commit": simple_commit(happening, read_commit(view.hub.mirror, head)),
        "head_repository": brief(view, source),
        "repository": brief(view, place),
        "pull_requests": [minimal(view, pull)] if pull and source.id == place.id else [],
    }


def _ran(happening: Happening, pull: Pull | None) -> Json:
    now, path = happening.hub.now(), happening.word("workflow", _WORKFLOW)
    return {
        "id": 1,
        "node_id": node_id("WorkflowRun", 1),
        "name": _name(path),
        "display_title": happening.issue.title if pull else "Push",
        "path": path,
        "workflow_id": 1,
        "check_suite_id": 1,
        "check_suite_node_id": node_id("CheckSuite", 1),
        "run_number": 1,
        "run_attempt": 1,
        "status": _STATES[happening.action],
        "conclusion": "success" if happening.action == "completed" else None,
        "referenced_workflows": [],
        "previous_attempt_url": None,
        "created_at": now,
        "updated_at": now,
        "run_started_at": now,
    }


def _links(happening: Happening) -> Json:
    at = happening.view.at(happening.repository)
    here = f"{at}/actions/runs/1"
    parts = ("artifacts", "cancel", "jobs", "logs", "rerun")
    return {
        "url": here,
        "html_url": f"{happening.view.page(happening.repository)}/actions/runs/1",
        "workflow_url": f"{at}/actions/workflows/1",
        "check_suite_url": f"{at}/check-suites/1",
        **{f"{part}_url": f"{here}/{part}" for part in parts},
    }


def _workflow(happening: Happening) -> Json:
    place, path = happening.repository, happening.word("workflow", _WORKFLOW)
    page = happening.view.page(place)
    return {
        "id": 1,
        "node_id": node_id("Workflow", 1),
        "name": _name(path),
        "path": path,
        "state": "active",
        "created_at": place.created_at,
        "updated_at": place.created_at,
        "url": f"{happening.view.at(place)}/actions/workflows/1",
        "html_url": f"{page}/blob/{place.default_branch}/{path}",
        "badge_url": f"{page}/workflows/{_name(path)}/badge.svg",
    }


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _doer(happening: Happening, pull: Pull | None) -> int:
    if pull is None:
        return happening.repository.owner_id
    last = happening.hub.store.first(Review, "issue_id = ? ORDER BY id DESC", pull.issue_id)
    return last.author_id if last else happening.issue.author_id
