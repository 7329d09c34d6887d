"""The environment that a runner gives to a step, as far as an event decides it."""

from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Json
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.pulls import branch_tip, find_pull
from bot.sandbox.state.trials import try_merge
from bot.sandbox.verdicts import Pull
from bot.sandbox.view import View
from bot.sandbox.viewer import Viewer

_ON_TRIAL = ("pull_request", "pull_request_review", "pull_request_review_comment")
_WITH_BRANCHES = (*_ON_TRIAL, "pull_request_target")


def runner_environment(hub: Hub, url: str, name: str, payload: Json) -> dict[str, str]:
    """Return the variables; those that name files are the runner's own affair."""
    with hub.lock, hub.store.transaction():
        repository = hub.repository
        full_name = View(hub, url, url, Viewer()).full_name(repository)
        ref, sha = _place(hub, name, payload)
        pull = _pull(hub, payload) if name in _WITH_BRANCHES else None
    return {
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTOR": _sender(payload) or full_name.partition("/")[0],
        "GITHUB_API_URL": url,
        "GITHUB_BASE_REF": pull.base_ref if pull else "",
        "GITHUB_EVENT_NAME": name,
        "GITHUB_GRAPHQL_URL": f"{url}/graphql",
        "GITHUB_HEAD_REF": pull.head_ref if pull else "",
        "GITHUB_REF": ref,
        "GITHUB_REF_NAME": ref.removeprefix("refs/heads/").removeprefix("refs/pull/"),
        "GITHUB_REPOSITORY": full_name,
        "GITHUB_REPOSITORY_ID": str(repository.id),
        "GITHUB_REPOSITORY_OWNER": full_name.partition("/")[0],
        "GITHUB_RUN_ATTEMPT": "1",
        "GITHUB_RUN_ID": "1",
        "GITHUB_RUN_NUMBER": "1",
        "GITHUB_SERVER_URL": url,
        "GITHUB_SHA": sha,
    }


def _place(hub: Hub, name: str, payload: Json) -> tuple[str, str]:
    """Return the ref and the commit that a run is about, as GitHub documents them per event."""
    repository = hub.repository
    default = f"refs/heads/{repository.default_branch}"
    tip = branch_tip(hub, repository, repository.default_branch) or ""
    group, pull = payload.get("merge_group"), _pull(hub, payload)
    if name == "push":
        return str(payload["ref"]), str(payload["after"])
    if isinstance(group, dict):
        return str(group["head_ref"]), str(group["head_sha"])
    if name == "workflow_dispatch":
        ref = str(payload["ref"])
        return ref, branch_tip(hub, repository, ref.removeprefix("refs/heads/")) or ""
    if name not in _ON_TRIAL or pull is None:
        return default, tip
    if pull.merge_commit_sha is not None:
        return f"refs/heads/{pull.base_ref}", pull.merge_commit_sha
    return f"refs/pull/{pull.number}/merge", try_merge(hub, pull) or pull.head_sha


def _pull(hub: Hub, payload: Json) -> Pull | None:
    said = payload.get("pull_request")
    if not isinstance(said, dict):
        return None
    issue = find_issue(hub, hub.repository, said["number"])
    return None if issue is None else find_pull(hub, issue)


def _sender(payload: Json) -> str:
    sender = payload.get("sender")
    return str(sender["login"]) if isinstance(sender, dict) else ""
