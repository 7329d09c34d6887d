"""What a run on the default branch does, event by event, and how many requests it takes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from bot.app.landing.look import BRANCH
from bot.sandbox.refusal import Json
from bot.sandbox.state.departing import delete_issue
from bot.sandbox.wire.fault_kinds import broken_parts, no_graphql, refused_parts
from bot.sandbox.wire.faults import Fault
from tests.app.landing.farm import SPEC, WHOLE
from tests.app.landing.wired import Wired, grown, specs
from tests.forge.conftest import Served

ANN = {"Authorization": "Bearer token-ann"}
SWEEPS = ("schedule", "workflow_dispatch")
pytestmark = pytest.mark.wire


@pytest.fixture
def wired(served: Served, tmp_path: Path) -> Wired:
    """Give a repository with one approved spec, for which nothing was done yet."""
    served.scene.close("ann", 1)
    return grown(served, tmp_path / "runs", {SPEC: WHOLE})


@pytest.fixture
def settled(wired: Wired) -> Wired:
    """Give it when everything stands, the links in the document among it."""
    wired.pushed()
    _merge_sync(wired)
    assert wired.pushed().writes == []
    return wired


def _merge_sync(wired: Wired) -> None:
    """Let somebody merge the write-back."""
    (pull,) = wired.served.gateway().sync(BRANCH, "main").pulls
    wired.served.scene.merge("ann", pull.number)


def _change(wired: Wired, words: str, **change: str) -> int:
    """Let somebody change an issue."""
    number = wired.issue(words).number
    url = f"{wired.served.home}/issues/{number}"
    requests.patch(url, headers=ANN, json=change, timeout=30).raise_for_status()
    return number


def _on_issue(wired: Wired, action: str, number: int) -> Json:
    return wired.happen("issues", action, number)


@pytest.mark.parametrize("event", ["push", *SWEEPS])
def test_work_is_found_by_whatever_looks(wired: Wired, event: str) -> None:
    ran = wired.run(event, wired.happen(event))
    assert ran.code == 0
    assert (ran.outputs["verdict"], json.loads(ran.outputs["issues"])) == ("pass", [*range(2, 9)])
    assert len(wired.issues()) == 7
    assert ran.plan.count("create-issue") == 7
    assert {"commit-file", "open-pull-request"} <= set(ran.plan)
    assert "7 issues opened" in ran.summary
    again = wired.run(event, wired.happen(event))
    assert (again.writes, again.plan, again.outputs["issues"]) == ([], (), "[]")


def test_a_push_elsewhere_is_nobodys_business(wired: Wired) -> None:
    wired.served.scene.push("more", {SPEC: WHOLE.replace("Write", "Draft")})
    ran = wired.run("push", wired.happen("push", ref="refs/heads/more"))
    assert (ran.code, ran.entries, ran.outputs["verdict"]) == (0, (), "skipped")


@pytest.mark.parametrize("is_pushed_first", [False, True])
def test_a_merge_is_seen_to_once(wired: Wired, is_pushed_first: bool) -> None:
    scene = wired.served.scene
    scene.push("more", {"docs/specs/002-labels.md": WHOLE.replace("Parcel search", "Labels")})
    number = scene.pull("ann", "more").number
    wired.run("pull_request_target", wired.happen("pull_request_target", "opened", number))
    scene.merge("ann", number)
    merged = "pull_request_target", wired.happen("pull_request_target", "closed", number)
    events = [merged, ("push", wired.happen("push"))]
    first, second = reversed(events) if is_pushed_first else events
    ran = wired.run(*first)
    assert ran.plan.count("create-issue") == 14
    again = wired.run(*second)
    # the comment then says where its work is tracked
    assert [w for w in again.writes if "/issues/comments/" not in w and "check-runs" not in w] == []
    assert len(wired.issues()) == 14
    assert [wired.run(*each).writes for each in events] == [[], []]


def test_a_closed_issue_ticks_its_box(settled: Wired) -> None:
    number = _change(settled, "Write the query", state="closed")
    ran = settled.run("issues", _on_issue(settled, "closed", number))
    assert {"commit-file", "open-pull-request"} <= set(ran.plan)
    assert number in json.loads(ran.outputs["issues"])
    _change(settled, "Write the query", state="open")
    ran = settled.run("issues", _on_issue(settled, "reopened", number))
    assert {"close-pull-request", "delete-branch"} <= set(ran.plan)
    assert settled.pushed().writes == []


def test_an_edited_issue_stays_as_it_was_edited(settled: Wired) -> None:
    number = _change(settled, "Write the query", title="Write the query, and test it")
    ran = settled.run("issues", _on_issue(settled, "edited", number))
    assert (ran.code, "create-issue" in ran.plan) == (0, False)
    assert settled.issue("and test it").number == number


def test_an_issue_that_is_deleted_is_not_made_again(settled: Wired) -> None:
    number = settled.issue("Write the query").number
    told = _on_issue(settled, "closed", number) | {"action": "deleted"}
    hub = settled.served.desk.hub
    with hub.lock, hub.store.transaction():
        delete_issue(hub, settled.served.scene.thread(number))
    ran = settled.run("issues", told)
    assert (ran.code, "create-issue" in ran.plan) == (0, False)
    assert f"#{number}" in settled.issue("Parcel search").body


def test_an_issue_of_somebody_else_costs_nothing(settled: Wired) -> None:
    number = settled.served.scene.issue("eve", "Where is my parcel?").number
    ran = settled.run("issues", settled.happen("issues", "opened", number))
    assert (ran.code, ran.entries, ran.outputs["verdict"]) == (0, (), "skipped")


@pytest.mark.parametrize("config", ["", "issues: {dry-run: true}\n"])
def test_a_dry_run_says_what_it_would_do(wired: Wired, config: str) -> None:
    wired.served.scene.push("main", {".github/spec-steward.yml": config or None})
    more = {} if config else {"INPUT_DRY-RUN": "true"}
    ran = wired.run("push", wired.happen("push"), more)
    assert (ran.code, ran.writes, ran.outputs["issues"]) == (0, [], "[]")
    assert ran.plan.count("create-issue") == 7
    assert "7 issues would be opened" in ran.summary
    assert sum(line.startswith("  would open “") for line in ran.lines) == 7
    assert wired.issues() == ()


def test_the_plan_is_printed_and_nothing_is_done(wired: Wired) -> None:
    printed = wired.printed("push", wired.happen("push"))
    actions = printed["actions"]
    assert isinstance(actions, list)
    assert [each["kind"] for each in actions].count("create-issue") == 7
    assert wired.served.desk.journal.writes() == []
    wired.pushed()
    again = wired.printed("push", wired.happen("push"))
    assert again == {"version": 1, "actions": []}


def test_issues_that_are_not_wanted_are_not_looked_for(wired: Wired) -> None:
    wired.served.scene.push("main", {".github/spec-steward.yml": "issues: {enabled: false}\n"})
    ran = wired.pushed()
    assert (ran.code, ran.writes, len(ran.entries)) == (0, [], 5)
    assert "the configuration wants no issues" in ran.lines[0]


THREE = specs(3, 7)


@pytest.fixture
def three(served: Served, tmp_path: Path) -> Wired:
    """Give a repository with three approved specs, and all that stands for them."""
    served.scene.define_label("spec: accepted")
    found = grown(served, tmp_path / "runs", THREE)
    found.pushed()
    return found


def test_a_settled_repository_takes_eight_requests(three: Wired) -> None:
    assert len(three.issues()) == 30
    ran = three.pushed()
    assert (ran.writes, len(ran.entries)) == ([], 8)
    _merge_sync(three)
    ran = three.pushed()
    assert (ran.writes, len(ran.entries)) == ([], 8)


def test_without_graphql_a_settled_repository_is_seen_the_same(three: Wired) -> None:
    three.served.desk.faults.add(no_graphql())
    assert three.pushed().writes == ["POST /graphql"]  # which was refused


def _proposed(three: Wired, files: dict[str, str]) -> int:
    three.served.scene.push("more", files)
    return three.served.scene.pull("ann", "more").number


def _reworded() -> dict[str, str]:
    return {path: text.replace("Mend part", "Mend the part") for path, text in THREE.items()}


@pytest.mark.parametrize("is_new", [False, True])
def test_the_preview_takes_no_request_of_its_own(three: Wired, is_new: bool) -> None:
    new = {f"docs/specs/9{p[-12:]}": t.replace("no.", "nr.") for p, t in THREE.items()}
    number = _proposed(three, new if is_new else _reworded())
    told = three.happen("pull_request_target", "opened", number)
    ran = three.run("pull_request_target", told)
    assert ran.plan == ("add-label", "create-comment", "write-check")
    assert len(ran.entries) == 8
    said = "merging opens 30 issues" if is_new else "merging renames 9 issues"
    assert f"  {said}" in ran.lines
    again = three.run("pull_request_target", told)
    assert (again.writes, len(again.entries)) == ([], 4)
    more = {path: text.replace("by hand", "by eye") for path, text in _reworded().items()}
    three.served.scene.push("more", new | more if is_new else more)
    pushed = three.run("pull_request_target", told)
    assert len(pushed.entries) <= 8


@pytest.mark.parametrize("is_refused", [False, True])
def test_what_does_not_come_along_is_asked_for_alone(three: Wired, is_refused: bool) -> None:
    number = _proposed(three, _reworded())
    told = three.happen("pull_request_target", "opened", number)
    kind = refused_parts if is_refused else broken_parts
    three.served.desk.faults.add(replace(kind("repository.issues", times=1), nth=2))
    ran = three.run("pull_request_target", told)
    assert "  merging renames 9 issues" in ran.lines
    assert len(ran.entries) == 8 + 2  # the texts alone, and the issues


def test_a_question_that_is_too_much_at_once_is_asked_in_two(three: Wired) -> None:
    number = _proposed(three, _reworded())
    told = three.happen("pull_request_target", "opened", number)
    # the first one is about the pull request; the second is asked three times
    three.served.desk.faults.add(Fault("POST", "/graphql$", nth=2, times=3, status=502, body="{}"))
    ran = three.run("pull_request_target", told)
    assert "  merging renames 9 issues" in ran.lines


def test_the_preview_finds_what_has_lost_its_label(three: Wired) -> None:
    for issue in three.issues():
        if issue.title == "Mend part 1 of 2":
            three.served.scene.unlabel("ann", issue.number, "spec-steward")
    number = _proposed(three, _reworded())
    ran = three.run("pull_request_target", three.happen("pull_request_target", "opened", number))
    assert "  merging renames 9 issues" in ran.lines


def test_a_box_that_waits_for_the_write_back_is_no_conflict(three: Wired) -> None:
    (pull,) = three.served.gateway().sync(BRANCH, "main").pulls
    _change(three, "Mend part 1 of 2", state="closed")
    three.pushed()
    number = _proposed(three, _reworded())
    ran = three.run("pull_request_target", three.happen("pull_request_target", "opened", number))
    assert "  merging renames 9 issues" in ran.lines  # and opens none again
    assert len(ran.entries) == 8 + 3
    assert three.served.gateway().sync(BRANCH, "main").pulls[0].number == pull.number


def test_an_app_takes_over_what_the_workflow_has_made(wired: Wired) -> None:
    wired.pushed()
    before = {issue.number: issue.title for issue in wired.issues()}
    wired.served.scene.app("my-app", "of-the-app")
    wired.secret = "of-the-app"  # noqa: S105 - no secret
    assert wired.pushed().plan == ("update-pull-request",)  # checks start on what an App pushes
    assert wired.pushed().writes == []
    _change(wired, "Write the query", state="closed")
    ran = wired.pushed()
    assert "create-issue" not in ran.plan
    assert {issue.number: issue.title for issue in wired.issues()} == before
    (pull,) = wired.served.gateway("of-the-app").sync(BRANCH, "main").pulls
    assert pull.title == "Link 4 tasks to their issues and tick 1 box"
    wired.served.scene.merge("ann", pull.number)
    assert wired.pushed().writes == []


def test_what_an_app_has_made_is_no_other_apps(wired: Wired) -> None:
    for app in ("one", "two"):
        wired.served.scene.app(app, f"of-{app}")
    wired.secret = "of-one"  # noqa: S105 - no secret
    wired.pushed()
    assert all(issue.mine for issue in wired.served.gateway("of-one").issues())
    assert not any(issue.mine for issue in wired.served.gateway("of-two").issues())
    assert not any(issue.mine for issue in wired.served.gateway().issues())


def test_a_close_outlives_another_description_and_a_push(settled: Wired) -> None:
    number = _change(settled, "Write the query", state="closed")
    settled.run("issues", _on_issue(settled, "closed", number))
    (pull,) = settled.served.gateway().sync(BRANCH, "main").pulls
    url = f"{settled.served.home}/pulls/{pull.number}"
    requests.patch(url, headers=ANN, json={"body": "Hi."}, timeout=30).raise_for_status()
    scene = settled.served.scene
    text = WHOLE.replace("Write the query", f"Write the query for parcels (#{number})")
    scene.push("main", {SPEC: None, "docs/specs/007-lookup.md": text})
    settled.pushed()
    assert not settled.issue("Write the query").is_open
    assert settled.pushed().writes == []
    _merge_sync(settled)
    settled.pushed()
    assert not settled.issue("Write the query").is_open
