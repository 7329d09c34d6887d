"""The workflow that people copy, held to the one that this repository uses."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from bot.forge.pace import Pace
from bot.forge.refusals import PERMISSIONS
from bot.model.policy import Policy
from bot.plan.actions import Action, AddSubIssue, CreateIssue, Ref
from bot.plan.desired import IssueWish
from tests.forge.test_pace import Clock

ROOT = Path(__file__).parents[3]


def _documented() -> dict[str, Any]:
    text = (ROOT / "docs" / "action.md").read_text("utf-8")
    found = re.search(r"```yaml\n(# \.github/workflows/specs\.yml\n.*?)```", text, re.S)
    assert found
    return dict(yaml.safe_load(found[1]))


def _own() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / ".github" / "workflows" / "steward.yml").read_text("utf-8")))


def test_both_keep_runs_on_one_thing_apart_from_all_others() -> None:
    groups = []
    for workflow in (_documented(), _own()):
        (job,) = workflow["jobs"].values()
        assert "concurrency" not in workflow  # there, a run that is skipped takes a place too
        groups.append(job["concurrency"]["group"])
    assert groups[0] == groups[1]
    assert "merge_group" in groups[0]


def test_a_writer_is_never_stopped_midway() -> None:
    for workflow in (_documented(), _own(), _at_the_top()):
        (job,) = workflow["jobs"].values()
        assert job["concurrency"]["cancel-in-progress"] is False
        # the push of a merge, its closed pull request and what is done to issues: one at a time
        group = job["concurrency"]["group"]
        assert "github.event_name != 'issues' && !github.event.pull_request.merged" in group


def test_a_run_has_the_time_that_its_pace_takes_and_not_hours() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep)
    before = clock.now
    for _ in range(Policy().issues.max_new):
        pace.admit(CreateIssue(IssueWish("k", "t", "b")))
    for _ in range(2 * Policy().issues.max_new):  # each hangs below another, and some are changed
        pace.admit(AddSubIssue(Ref("k"), Ref("l")))
    for workflow in (_documented(), _own()):
        (job,) = workflow["jobs"].values()
        assert clock.now - before < job["timeout-minutes"] * 60 <= 3600


def _events(workflow: dict[Any, Any]) -> dict[str, Any]:
    return dict(workflow[True])  # what YAML makes of `on`


def _at_the_top() -> dict[str, Any]:
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"```yaml\n(on:\n.*?)```", text, re.S)
    assert found
    return dict(yaml.safe_load(found[1]))


@pytest.mark.parametrize("read", [_documented, _own, _at_the_top])
def test_all_that_leads_to_issues_starts_a_run(read: Callable[[], dict[str, Any]]) -> None:
    events = _events(read())
    assert {"push", "issues", "schedule", "workflow_dispatch", "pull_request_target"} <= {*events}
    kinds = ["closed", "reopened", "edited", "deleted", "transferred"]
    assert events["issues"] == {"types": kinds}
    assert events["push"] == {"branches": ["main"]}
    assert "closed" in events["pull_request_target"]["types"]


@pytest.mark.parametrize("read", [_documented, _own, _at_the_top])
def test_each_way_of_a_deed_is_granted(read: Callable[[], dict[str, Any]]) -> None:
    """All but the commit status, which stands in where no check can be written."""
    flow = read()
    (job,) = flow["jobs"].values()
    granted = dict(job.get("permissions") or flow["permissions"])
    ways = {deed.way for deed in get_args(Action) if isinstance(deed.way, str)}
    needed = {PERMISSIONS[way] for way in ways} - {PERMISSIONS["statuses"]}
    assert needed == {f"{name}: {level}" for name, level in granted.items()}


def test_the_setting_for_pull_requests_is_told() -> None:
    text = (ROOT / "docs" / "action.md").read_text("utf-8")
    assert "Allow GitHub Actions to create and approve pull requests" in text
