"""A pull request from its opening to its end, told by what the Action leaves behind."""

import json

import pytest

from tests.e2e.runner import Workflow
from tests.e2e.stand_in import READER, StandIn
from tests.e2e.story import BRANCH, MISSING, PATH, check, comments, propose, spec

pytestmark = pytest.mark.container


def test_from_opening_to_merge(github: StandIn, workflow: Workflow) -> None:
    number = propose(github)
    opened = workflow.on("pull_request_target", action="opened", number=number)
    assert opened.verdict == "fail", opened.log
    assert opened.result == "failure"
    assert MISSING in opened.summary
    (comment,) = comments(github, number)
    assert MISSING in comment["body"]
    assert opened.outputs["comment-url"] == comment["html_url"]
    assert check(github, number)["conclusion"] == "failure"
    assert github.labels(number) == ["spec: draft"]
    (judged,) = opened.report["specs"]
    assert judged["path"] == PATH
    assert [each["rule"] for each in judged["findings"]] == ["missing-section"]

    github.push(BRANCH, {PATH: spec()})
    pushed = workflow.on("pull_request_target", action="synchronize", number=number)
    assert pushed.verdict == "pass", pushed.log
    assert pushed.result == "success"
    (edited,) = comments(github, number)
    assert edited["id"] == comment["id"]
    assert edited["body"] != comment["body"]
    assert check(github, number)["conclusion"] == "success"

    github.ask("POST", f"issues/{number}/labels", {"labels": ["spec: accepted"]})
    github.push(BRANCH, {PATH: spec("Accepted")})
    labelled = workflow.on("pull_request_target", action="labeled", number=number)
    assert labelled.verdict == "pass", labelled.log
    assert github.labels(number) == ["spec: accepted"]

    mark = github.mark()
    again = workflow.on("pull_request_target", action="synchronize", number=number)
    assert again.verdict == "pass", again.log
    assert github.writes(mark) == []

    github.ask("PUT", f"pulls/{number}/merge", {})
    merged = workflow.on("pull_request_target", action="closed", number=number)
    assert merged.result == "success", merged.log
    assert sorted(json.loads(merged.outputs["issues"])) == github.issues()
    assert github.labels(number) == ["spec: accepted"]


def test_without_specs_the_job_passes_and_leaves_nothing(
    github: StandIn, workflow: Workflow
) -> None:
    github.push("readme", {"README.md": "# Parcels\n"}, base="main")
    given = {"title": "Say what this is", "head": "readme", "base": "main"}
    number = github.ask("POST", "pulls", given)["number"]
    mark = github.mark()
    run = workflow.on("pull_request_target", action="opened", number=number)
    assert run.verdict == "skipped", run.log
    assert run.result == "success"
    assert github.writes(mark) == []


def test_a_dry_run_writes_nothing(github: StandIn, workflow: Workflow) -> None:
    number = propose(github, "dry")
    mark = github.mark()
    run = workflow.on("pull_request_target", {"dry-run": "true"}, action="opened", number=number)
    assert run.verdict == "fail", run.log
    assert MISSING in run.summary
    assert github.writes(mark) == []


def test_advice_fails_nothing(github: StandIn, workflow: Workflow) -> None:
    number = propose(github, "advice")
    run = workflow.on("pull_request_target", {"mode": "advise"}, action="opened", number=number)
    assert run.result == "success", run.log
    assert check(github, number)["conclusion"] == "neutral"


def test_a_fork_is_told_where_its_token_may_only_read(github: StandIn, workflow: Workflow) -> None:
    github.ask("POST", "/_sandbox/people", {"login": "eve", "role": "none"})
    github.ask("POST", "/_sandbox/forks", {"login": "eve"})
    number = propose(github, "from-outside", fork="eve")
    run = workflow.on("pull_request", token=READER, action="opened", number=number)
    assert run.verdict == "fail", run.log
    assert run.result == "failure"
    assert MISSING in run.summary
    assert "pull_request_target" in run.summary
    assert [(kind, at["file"]) for kind, at, _ in run.annotations] == [("error", PATH)]
    assert comments(github, number) == []

    safely = workflow.on("pull_request_target", action="opened", number=number)
    assert safely.verdict == "fail", safely.log
    assert len(comments(github, number)) == 1
    assert github.labels(number) == ["spec: draft"]
