"""Events that name no pull request: the run finds it, or ends well without one."""

import json
from pathlib import Path

import pytest

from bot.app.action.run import act, plan
from bot.settings import Runner
from tests.app.action.town import SPEC, WHOLE, Town

RUN = {"event": "pull_request_review", "head_branch": "spec", "pull_requests": []}


def _runner(folder: Path, name: str, event: object) -> Runner:
    (folder / "event.json").write_text(json.dumps(event))
    return Runner(
        event_name=name,
        event_path=str(folder / "event.json"),
        repository="acme/widgets",
        token="t",  # noqa: S106 - no secret
        server_url="https://github.test",
        output=str(folder / "output"),
    )


def _followed(folder: Path, head: str, branch: str = "spec") -> Runner:
    run = {**RUN, "head_sha": head, "head_branch": branch}
    return _runner(folder, "workflow_run", {"workflow_run": run, "repository": {"id": 1}})


def test_a_review_on_a_fork_reaches_its_pull_request(tmp_path: Path) -> None:
    town, lines = Town({SPEC: WHOLE}), list[str]()
    runner = _followed(tmp_path, town.state.pull.head)
    assert act(runner, lines.append, lambda *_: town.door) == 0
    assert lines[0].startswith("#1 at ")
    assert town.conclusion == "success"
    assert json.loads(plan(runner, lambda *_: town.door))["actions"] == []


@pytest.mark.parametrize(
    ("name", "event", "said"),
    [
        ("issue_comment", {"issue": {"number": 8}}, "#8 is an issue"),
        ("workflow_run", {"workflow_run": {"event": "push"}}, "about no pull request"),
        ("workflow_run", {"workflow_run": {**RUN, "head_sha": "a", "head_branch": "x"}}, "no open"),
    ],
)
def test_what_leads_nowhere_ends_well_and_says_so(
    tmp_path: Path, name: str, event: object, said: str
) -> None:
    town, lines = Town({SPEC: WHOLE}), list[str]()
    assert act(_runner(tmp_path, name, event), lines.append, lambda *_: town.door) == 0
    (line,) = lines
    assert said in line
    assert town.door.looks == 0
    assert "skipped" in (tmp_path / "output").read_text()
