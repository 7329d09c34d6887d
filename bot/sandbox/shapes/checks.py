"""Check runs, their annotations, and statuses in JSON."""

from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import app_by_id, person
from bot.sandbox.shapes.pulls import minimal
from bot.sandbox.shapes.repository import brief
from bot.sandbox.state.checks import combined
from bot.sandbox.verdicts import Annotation, CheckRun, Pull, Status
from bot.sandbox.view import View


def check_run(view: View, each: CheckRun) -> Json:
    """Write a check run."""
    repository = view.hub.store.get(Repository, each.repository_id)
    here = f"{view.at(repository)}/check-runs/{each.id}"
    page = f"{view.page(repository)}/runs/{each.id}"
    where = "repository_id = ? AND head_sha = ? AND head_repository_id = repository_id"
    pulls = view.hub.store.find(Pull, where, repository.id, each.head_sha)
    return {
        "id": each.id,
        "name": each.name,
        "node_id": node_id("CheckRun", each.id),
        "head_sha": each.head_sha,
        "external_id": each.external_id,
        "url": here,
        "html_url": page,
        "details_url": each.details_url or page,
        "status": each.status,
        "conclusion": each.conclusion,
        "started_at": each.started_at,
        "completed_at": each.completed_at,
        "output": {
            "title": each.title,
            "summary": each.summary,
            "text": each.text,
            "annotations_count": view.hub.store.count(Annotation, "run_id = ?", each.id),
            "annotations_url": f"{here}/annotations",
        },
        "check_suite": {"id": each.suite_id},
        "app": app_by_id(view, each.app_id),
        "pull_requests": [minimal(view, pull) for pull in pulls],
    }


def annotation(view: View, run: CheckRun, each: Annotation) -> Json:
    """Write an annotation."""
    repository = view.hub.store.get(Repository, run.repository_id)
    return {
        "path": each.path,
        "blob_href": f"{view.page(repository)}/blob/{run.head_sha}/{each.path}",
        "start_line": each.start_line,
        "start_column": each.start_column,
        "end_line": each.end_line,
        "end_column": each.end_column,
        "annotation_level": each.annotation_level,
        "title": each.title,
        "message": each.message,
        "raw_details": each.raw_details,
    }


def status(view: View, each: Status) -> Json:
    """Write a status as lists have it."""
    creator = person(view, each.creator_id)
    return {**_bare(view, each), "creator": creator}


def combined_status(view: View, repository: Repository, sha: str, statuses: list[Status]) -> Json:
    """Write what all statuses of a commit amount to."""
    at = view.at(repository)
    return {
        "state": combined(statuses),
        "statuses": [_bare(view, each) for each in statuses],
        "sha": sha,
        "total_count": len(statuses),
        "repository": brief(view, repository),
        "commit_url": f"{at}/commits/{sha}",
        "url": f"{at}/commits/{sha}/status",
    }


def _bare(view: View, each: Status) -> Json:
    repository = view.hub.store.get(Repository, each.repository_id)
    return {
        "url": f"{view.at(repository)}/statuses/{each.sha}",
        "avatar_url": f"{view.html}/_sandbox/avatars/{each.creator_id}",
        "id": each.id,
        "node_id": node_id("Status", each.id),
        "state": each.state,
        "description": each.description,
        "target_url": each.target_url,
        "context": each.context,
        "created_at": each.created_at,
        "updated_at": each.created_at,
    }
