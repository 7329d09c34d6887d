"""What a run of a rehearsal says of itself, beside what it leaves on GitHub."""

import json
from typing import Any

import pytest

from tests.app.conftest import Repository
from tests.app.rehearse.test_named import SPEC, TEMPLATE, spec_text

pytestmark = pytest.mark.wire  # each plays a whole run over a socket
TASKS = "\n## Implementation plan\n\n### Phase 1: Ink\n\n- [ ] Print them\n- [ ] Post them\n"


def _ready(repository: Repository, config: str) -> Repository:
    """Stand on a branch that approves a spec, under a configuration that is merged."""
    repository.write("docs/specs/TEMPLATE.md", TEMPLATE)
    repository.write(".github/spec-steward.yml", f"version: 1\n{config}\n")
    repository.write(SPEC, spec_text(tasks=TASKS))
    repository.commit("Configure")
    repository.git("checkout", "-q", "-b", "approve")
    repository.write(SPEC, spec_text("Accepted", TASKS))
    repository.commit("Accept the labels")
    return repository


def _json(repository: Repository) -> Any:  # noqa: ANN401 - JSON
    _, out, _ = repository.steward("rehearse", "--merge", "--format", "json")
    return json.loads(out)


def test_a_dry_run_shows_what_it_would_open(repository: Repository) -> None:
    branch = _ready(repository, "issues: {dry-run: true, milestone: phase}")
    _, out, _ = branch.steward("rehearse", "--merge")
    assert out.partition("\nIssues ")[2].splitlines()[:6] == [
        "  would open 4 issues (issues.dry-run is true)",
        "         under 1 milestone: “002: Phase 1: Ink”",
        "  002: Parcel labels",
        "    002: Phase 1: Ink",
        "      002: Print them",
        "      002: Post them",
    ]
    merged = _json(branch)["merged"]
    assert (merged["issues"], merged["write_back"]) == ([], None)


def test_what_is_left_to_later_runs_is_said(repository: Repository) -> None:
    branch = _ready(repository, "issues: {max-new: 3}")
    found = _json(branch)
    left = "1 issue is left for the next run (issues.max-new is 3)."
    assert (found["notes"], found["merged"]["notes"]) == ([], [left])
    assert f"\nNote     {left}\n" in branch.steward("rehearse", "--merge")[1]


def test_what_was_asked_for_and_not_taken_is_said(repository: Repository) -> None:
    branch = _ready(repository, "issues: {assignees: [bob], type: Task, milestone: phase}")
    merged = _json(branch)["merged"]
    bob, kind, why = merged["notes"]
    assert bob.startswith("issues cannot be assigned to “bob”, and are opened without; ")
    assert kind.startswith("there is no issue type “Task”, and issues are opened without; ")
    assert why.startswith("A rehearsal knows neither the people of your repository nor ")
    stones = [issue["milestone"] for issue in merged["issues"]]
    assert stones == ["", *["002: Phase 1: Ink"] * 3]


def test_a_branch_that_breaks_the_configuration_is_shown_to_its_end(repository: Repository) -> None:
    branch = _ready(repository, "issues: {max-new: 3}")
    branch.write(".github/spec-steward.yml", "version: 1\nrulez: {}\n")
    branch.commit("Break the rules")
    complaint = "rulez: unknown key; did you mean “rules”?"
    broken = f".github/spec-steward.yml:2: {complaint}"
    there = f".github/spec-steward.yml:2 on “main”: {complaint}"
    code, out, err = branch.steward("rehearse", "--merge")
    assert (code, err) == (1, "")
    before, _, after = out.partition("\nOnce it is merged\n")
    assert "\nCheck    ✗ failure: the rules that it brings cannot hold\n" in before
    assert f"By the new rules nothing could be judged: {broken}" in before
    assert after.splitlines()[:2] == [
        f"✗ Each run of the Action fails: {there}",
        "Label, check and comment stay as they are.",
    ]
    merged = _json(branch)["merged"]
    assert (merged["notes"], merged["plan"], merged["report"]) == ([there], None, None)
    assert merged["check"]["conclusion"] == "failure"
