"""Events of the repository as a whole: a run on request, by time, for the merge queue."""

from bot.sandbox.events.happening import Happening
from bot.sandbox.events.pushes import simple_commit
from bot.sandbox.git.objects import read_commit
from bot.sandbox.hub import ACTIONS
from bot.sandbox.refusal import Json
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import base_tip
from bot.sandbox.state.trials import queue

_WORKFLOW = ".github/workflows/spec-steward.yml"
_EACH_HOUR = "0 * * * *"


def workflow_dispatch(happening: Happening) -> Json:
    """Tell that somebody asked for a run."""
    given = happening.details.get("inputs")
    ref = happening.word("ref", happening.repository.default_branch)
    return happening.told(
        happening.repository.owner_id,
        inputs=given if isinstance(given, dict) else None,
        ref=ref if ref.startswith("refs/") else f"refs/heads/{ref}",
        workflow=happening.word("workflow", _WORKFLOW),
    )


def schedule(happening: Happening) -> Json:
    """Tell that it is time. Nobody sends this event."""
    said = happening.told(happening.repository.owner_id)
    del said["sender"]
    words = {"schedule": _EACH_HOUR, "workflow": _WORKFLOW}
    return {**said, **{name: happening.word(name, usual) for name, usual in words.items()}}


def merge_group(happening: Happening) -> Json:
    """Tell that the merge queue wants checks on what a pull request would leave."""
    pull = happening.pull
    queued = queue(happening.hub, pull)
    if queued is None:
        raise happening.wrong(f"#{pull.number} conflicts with its base", "give one that merges")
    ref, sha = queued
    group = {
        "head_sha": sha,
        "head_ref": ref,
        "base_sha": base_tip(happening.hub, pull),
        "base_ref": f"refs/heads/{pull.base_ref}",
        "head_commit": simple_commit(happening, read_commit(happening.hub.mirror, sha)),
    }
    robot = find_user(happening.hub, f"{ACTIONS}[bot]")
    doer = robot.id if robot else happening.repository.owner_id
    return happening.told(doer, merge_group=group)
