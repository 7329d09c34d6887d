"""A run of the Action: its outputs, its summary, its log, its exit code."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest

from bot.app.action.run import act, plan
from bot.errors import ForgeError, RefusedError, StewardError
from bot.forge.door import Changes, Door
from bot.model.pull import Pull, PullState
from bot.plan.actions import Action
from bot.plan.converge import UnclearError
from bot.plan.known import Known
from bot.settings import Runner
from tests.app.action.test_attend import BARE
from tests.app.action.town import SPEC, WHOLE, Gate, Town


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    event = tmp_path / "event.json"
    event.write_text('{"number": 1, "pull_request": {"number": 1}}')
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    return Runner(
        event_name="pull_request_target",
        event_path=str(event),
        repository="acme/widgets",
        token="t",  # noqa: S106 - no secret
        server_url="https://github.test",
        workspace=str(workspace),
        output=str(tmp_path / "output"),
        summary=str(tmp_path / "summary"),
    )


def _act(runner: Runner, door: Door) -> tuple[int, list[str]]:
    lines: list[str] = []
    door.can.refused.clear()  # each run opens a door of its own
    return act(runner, lines.append, lambda *_: door), lines


def _outputs(runner: Runner) -> dict[str, str]:
    lines = iter(Path(runner.output).read_text().splitlines())
    found = {}
    for line in lines:
        name, _, end = line.partition("<<")
        found[name] = "\n".join(iter(lambda: next(lines), end))
    return found


def test_a_run_leaves_what_later_steps_need(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    code, lines = _act(runner, town.door)
    assert code == 1
    assert lines[0] == f"#1 at {town.state.pull.head[:12]}: 1 error in 1 spec: fail"
    outputs = _outputs(runner)
    assert outputs == {
        "verdict": "fail",
        "report": ".spec-steward/report.json",
        "plan": ".spec-steward/plan.json",
        "comment-url": town.comment.url,
        "issues": "[]",
    }
    kept = Path(runner.workspace)
    report = json.loads((kept / outputs["report"]).read_text())
    assert [f["rule"] for f in report["specs"][0]["findings"]] == ["missing-section"]
    actions = json.loads((kept / outputs["plan"]).read_text())["actions"]
    assert [action["kind"] for action in actions] == town.kinds
    assert (kept / ".spec-steward" / ".gitignore").read_text() == "*\n"
    assert "Design" in Path(runner.summary).read_text()


@pytest.mark.parametrize(
    ("text", "verdict", "code"), [(WHOLE, "pass", 0), (BARE, "fail", 1), (None, "skipped", 0)]
)
def test_the_exit_code_is_the_verdict(
    runner: Runner, text: str | None, verdict: str, code: int
) -> None:
    assert _act(runner, Town({SPEC: text}).door)[0] == code
    assert _outputs(runner)["verdict"] == verdict


def test_a_dry_run_writes_nothing(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    code, lines = _act(replace(runner, is_dry=True), town.door)
    assert (code, town.kinds) == (1, [])
    assert any(line.startswith("  would write the comment “") for line in lines)
    assert any(line.startswith("::error file=docs/specs/001-search.md") for line in lines)
    assert "dry run" in Path(runner.summary).read_text().casefold()


def test_the_plan_is_printed_and_nothing_is_left(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    printed = json.loads(plan(runner, lambda *_: town.door))
    kinds = [action["kind"] for action in printed["actions"]]
    assert kinds == ["create-label", "add-label", "create-comment", "write-check"]
    assert town.kinds == []
    assert not list(Path(runner.workspace).iterdir())
    town.run()
    assert json.loads(plan(runner, lambda *_: town.door)) == {"version": 1, "actions": []}


def test_a_sweep_heals_and_does_not_fail(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    code, _ = _act(replace(runner, event_name="schedule"), town.door)
    assert code == 0
    assert _outputs(runner)["verdict"] == "fail"
    assert town.conclusion == "failure"


def test_a_token_that_may_only_read_leaves_the_verdict_in_log_and_summary(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    town.door.refusing = {"comments", "labels", "checks", "statuses"}
    town.change(is_fork=True)
    code, lines = _act(runner, town.door)
    assert (code, town.kinds) == (1, [])
    assert any(line.startswith("::error file=docs/specs/001-search.md") for line in lines)
    text = Path(runner.summary).read_text()
    assert "pull_request_target" in text
    assert "Design" in text


def test_without_checks_a_status_says_it(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    town.door.refusing = {"checks"}
    _, lines = _act(runner, town.door)
    (status,) = town.state.statuses
    assert (status.context, status.state) == ("spec-steward", "failure")
    assert status.url == town.comment.url
    assert not any(line.startswith("::error") for line in lines)
    assert "checks: write" in Path(runner.summary).read_text()


def test_a_configuration_that_makes_no_sense_is_told_everywhere(runner: Runner) -> None:
    town = Town({SPEC: BARE}, base={".github/spec-steward.yml": "rulez: {}\n"})
    lines: list[str] = []
    with pytest.raises(StewardError, match="rulez") as caught:
        act(runner, lines.append, lambda *_: town.door)
    assert caught.value.exit_code == 2
    assert lines[-1].startswith("::error title=Spec Steward::")
    assert "rulez" in Path(runner.summary).read_text()
    assert town.kinds == []


def test_github_being_away_is_told(runner: Runner) -> None:
    class Away(Gate):
        def pull(self, number: int) -> PullState:  # noqa: ARG002 - a door's
            raise ForgeError("GitHub could not be reached", where="acme/widgets")

    with pytest.raises(ForgeError) as caught:
        _act(runner, Away())
    assert caught.value.exit_code == 3
    assert "could not be reached" in Path(runner.summary).read_text()


def test_a_sweep_goes_on_past_what_cannot_be_judged(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    state = town.state
    second = replace(state, pull=replace(state.pull, number=2, title="@bob [x](y)"))
    town.door.pulls = {1: state, 2: second, 3: replace(state, pull=replace(state.pull, number=3))}
    town.door.changed |= {2: town.door.changed[1], 3: town.door.changed[1]}

    class Gone(Gate):
        def changes(self, pull: Pull) -> Changes:
            if pull.number == 1:
                raise ForgeError("there is no such thing", status=404)
            return super().changes(pull)

    town.door = Gone(**{each.name: getattr(town.door, each.name) for each in fields(Gate)})
    code, lines = _act(replace(runner, event_name="schedule"), town.door)
    assert code == 3
    assert any(line.startswith("::error title=Spec Steward::#1: ") for line in lines)
    assert [len(town.door.pulls[n].comments) for n in (1, 2, 3)] == [0, 1, 1]
    assert _outputs(runner)["verdict"] == "fail"
    text = Path(runner.summary).read_text()
    assert "3 open pull requests" in text
    assert "#1: could not be judged" in text
    assert "@bob" not in text


@pytest.mark.parametrize("name", ["workspace", "output", "summary"])
def test_a_file_that_cannot_be_written_is_a_warning(
    runner: Runner, name: str, tmp_path: Path
) -> None:
    place = tmp_path / "nowhere" / "file"
    changed = {name: str(place)}
    code, lines = _act(replace(runner, **changed), Town({SPEC: BARE}).door)  # type: ignore[arg-type]  # by name
    assert code == 1
    assert any(line.startswith("::warning title=Spec Steward::GITHUB_") for line in lines)


def test_why_nothing_was_judged_is_told_though_the_summary_cannot_be(
    runner: Runner, tmp_path: Path
) -> None:
    runner = replace(runner, summary=str(tmp_path / "nowhere" / "file"))
    town = Town({SPEC: BARE}, base={".github/spec-steward.yml": "rulez: {}\n"})
    with pytest.raises(StewardError, match="rulez"):
        _act(runner, town.door)


def test_what_is_merged_fails_nobody(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    town.run()
    town.merge()
    assert _act(runner, town.door)[0] == 0


def test_a_status_that_stands_stays_true(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    town.door.refusing = {"checks"}
    _act(runner, town.door)
    town.door.refusing = set()
    town.change(is_draft=True)
    _act(runner, town.door)
    assert town.conclusion == "neutral"
    (status,) = town.state.statuses
    assert status.state == "success"
    _act(runner, town.door)
    assert [c.name for c in town.state.checks] == ["spec-steward"]


def test_a_check_that_github_finds_invalid_becomes_a_status(runner: Runner) -> None:
    class Strict(Gate):
        def perform(self, action: Action, known: Known) -> None:
            if action.kind == "write-check":
                raise RefusedError("Validation Failed", status=422)
            super().perform(action, known)

    town = Town({SPEC: BARE})
    town.door = Strict(**{each.name: getattr(town.door, each.name) for each in fields(Gate)})
    _act(runner, town.door)
    assert [status.state for status in town.state.statuses] == ["failure"]


def test_an_unclear_answer_doubles_no_check_of_a_merge_queue(runner: Runner) -> None:
    class Unclear(Gate):
        lost = 1

        def perform(self, action: Action, known: Known) -> None:
            super().perform(action, known)
            if self.lost:
                self.lost -= 1
                raise UnclearError

    town = Town({SPEC: BARE})
    town.door = Unclear(**{each.name: getattr(town.door, each.name) for each in fields(Gate)})
    town.door.changed[0] = town.door.changed[1]
    group = {"head_sha": town.state.pull.head, "base_sha": town.state.pull.base}
    Path(runner.event_path).write_text(json.dumps({"merge_group": group}))
    _act(replace(runner, event_name="merge_group"), town.door)
    assert len(town.state.checks) == 1


def test_a_merge_queue_gets_a_check_and_nothing_else(runner: Runner) -> None:
    town = Town({SPEC: BARE})
    town.door.changed[0] = town.door.changed[1]
    head, base = town.state.pull.head, town.state.pull.base
    group = {"head_sha": head, "base_sha": base, "base_ref": "refs/heads/main"}
    Path(runner.event_path).write_text(json.dumps({"merge_group": group}))
    code, _ = _act(replace(runner, event_name="merge_group"), town.door)
    assert (code, town.kinds) == (1, ["write-check"])
    _act(replace(runner, event_name="merge_group"), town.door)
    assert town.kinds == ["write-check"]


def test_a_merge_queue_without_specs_is_not_kept_waiting(runner: Runner) -> None:
    town = Town({"src/app.py": "print()\n"})
    town.door.changed[0] = town.door.changed[1]
    group = {"head_sha": town.state.pull.head, "base_sha": town.state.pull.base}
    Path(runner.event_path).write_text(json.dumps({"merge_group": group}))
    assert _act(replace(runner, event_name="merge_group"), town.door)[0] == 0
    assert town.conclusion == "skipped"


def test_an_output_folder_that_is_a_link_leads_nowhere(runner: Runner, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (Path(runner.workspace) / ".spec-steward").symlink_to(elsewhere)
    _act(runner, Town({SPEC: WHOLE}).door)
    assert not list(elsewhere.iterdir())
    assert (Path(runner.workspace) / ".spec-steward" / "plan.json").is_file()
