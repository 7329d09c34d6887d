"""Tokens that may little, hosts of one's own, answers that make no sense."""

import json
from collections import Counter
from dataclasses import replace

import pytest
import requests

from bot.errors import ForgeError
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.forge.patience import Patience
from bot.model.pull import Label
from bot.plan import actions as a
from bot.plan.actions import Action
from bot.plan.converge import Known, converge
from bot.plan.desired import (
    Annotation,
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    StatusWish,
    SyncWish,
)
from bot.plan.sync_marker import mark_sync
from bot.sandbox.scene import READ_ONLY
from bot.sandbox.state.families import add_child
from bot.sandbox.state.issues import Words, open_issue
from bot.sandbox.state.people import find_user
from bot.sandbox.viewer import Actor
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import NAME, Served
from tests.forge.stories import BODY, Told, family, issue

HEAD = "0" * 40
EDIT = a.EditFile(1, HEAD, "spec", "docs/specs/001-new.md", "1" * 40, b"x", "Write it anew")
DEEDS: list[tuple[Action, str, str]] = [
    (a.CreateComment(1, "Words"), "comments", "pull-requests: write"),
    (a.AddLabel(1, "spec: draft"), "labels", "pull-requests: write"),
    (a.CreateLabel(Label("spec: draft")), "labels", "pull-requests: write"),
    (a.React(1, 5, "eyes"), "reactions", "pull-requests: write"),
    (a.WriteCheck(CheckWish("c", HEAD, "success", "t", "s")), "checks", "checks: write"),
    (a.SetStatus(StatusWish("c", HEAD, "success", "d")), "statuses", "statuses: write"),
    (a.CreateIssue(IssueWish("k", "t", "b")), "issues", "issues: write"),
    (EDIT, "contents", "contents: write"),
    (
        a.CommitFiles(SyncWish("b", "main", HEAD, (("a", b"a"),), "t", "b")),
        "contents",
        "contents: write",
    ),
]


@pytest.mark.parametrize(("action", "way", "grant"), DEEDS, ids=[d[0].kind for d in DEEDS])
def test_a_refusal_closes_a_way_and_says_what_opens_it(
    served: Served, action: Action, way: str, grant: str
) -> None:
    gateway = served.gateway(served.scene.workflow("weak", READ_ONLY))
    assert gateway.can(way)
    if isinstance(action, a.CommitFiles):
        action = replace(action, wish=replace(action.wish, base=gateway.default_branch()[1]))
    with pytest.raises(ForgeError) as refused:
        gateway.perform(action, Known())
    assert refused.value.way == way
    assert f"“permissions: {{{grant}}}”" in str(refused.value)
    assert not gateway.can(way)
    assert gateway.can.refused[way] == str(refused.value)


def test_an_answer_to_a_comment_that_is_gone_is_missed_by_nobody(served: Served) -> None:
    gateway = served.gateway()
    gateway.perform(a.React(1, 5, "eyes"), Known())
    assert gateway.can("reactions")
    assert [entry.status for entry in served.desk.journal.writes()] == [404]


def test_what_is_read_with_a_weak_token_is_read(served: Served) -> None:
    gateway = served.gateway(served.scene.workflow("weak", READ_ONLY))
    assert gateway.pull(1).pull.number == 1
    assert gateway.issues() == ()


def test_a_wrong_token_is_said_and_never_shown(served: Served) -> None:
    gateway = served.gateway("not-a-token-of-ours")
    with pytest.raises(ForgeError, match="does not accept the token") as refused:
        gateway.pull(1)
    assert refused.value.exit_code == 3
    told = (repr(gateway), repr(refused.value), str(refused.value), repr(vars(gateway)))
    assert not any("not-a-token-of-ours" in each for each in told)
    assert refused.value.__cause__ is None  # nothing of what was sent hangs on it


def test_what_is_not_there_is_said(served: Served) -> None:
    with pytest.raises(ForgeError, match="finds nothing there"):
        served.gateway().pull(99)
    gone = Gateway(Line("acme/gone", "workflow", served.url, Patience.usual(pause=0)))
    with pytest.raises(ForgeError, match="acme/gone: GitHub finds nothing there"):
        gone.pull(1)


def test_an_enterprise_server_is_spoken_to(served: Served) -> None:
    line = Line(NAME, "workflow", f"{served.url}/api/v3/", Patience.usual(pause=0))
    assert Gateway(line).pull(1).pull.number == 1
    assert Gateway(line).default_branch()[0] == "main"


def test_nobody_there_is_said() -> None:
    line = Line(NAME, "token", "http://127.0.0.1:9", Patience.usual(pause=0))
    with pytest.raises(ForgeError, match="could not be reached") as unreachable:
        Gateway(line).default_branch()
    assert unreachable.value.exit_code == 3
    with pytest.raises(ForgeError, match="could not be reached"):
        Gateway(line).pull(1)


def test_a_question_is_asked_again(served: Served) -> None:
    served.desk.faults.add(Fault(path="/graphql", status=502, body="{}"))
    served.desk.faults.add(Fault(path="/compare/", drop=True))
    gateway = served.gateway()
    pull = gateway.pull(1).pull
    assert gateway.changes(pull).files
    served.desk.faults.add(Fault(path="/compare/", status=500, times=9, body="{}"))
    with pytest.raises(ForgeError, match="could not be reached"):
        gateway.changes(pull)


def test_a_wait_that_is_too_long_is_given_up(served: Served) -> None:
    limit = (("Retry-After", "4000"),)
    served.desk.faults.add(Fault(path="/compare/", status=429, headers=limit, body="{}"))
    gateway = served.gateway()
    pull = gateway.pull(1).pull
    with pytest.raises(ForgeError, match="rate limit is used up"):
        gateway.changes(pull)


def test_a_run_does_not_wait_for_ever(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    limit = (("Retry-After", "60"),)
    gateway = served.gateway(ceiling=150)
    pull = gateway.pull(1).pull
    for nth in (1, 2, 3):
        served.desk.faults.add(
            Fault(path="/compare/|/labels$", status=429, headers=limit, body="{}", nth=2 * nth - 1)
        )
    gateway.changes(pull)
    gateway.perform(a.CreateLabel(Label("x")), Known())
    with pytest.raises(ForgeError, match="asks to wait 60 seconds; run it again after that"):
        gateway.changes(pull)
    assert [pause for pause in slept if pause] == [60, 60]


def test_what_is_invalid_is_said_at_once_in_githubs_own_words(served: Served) -> None:
    """Also where GitHub calls invalid what is there already: that is looked for, once."""
    told = Told.at(served.gateway(), 1)
    refused = '{"message": "Validation Failed", "errors": [{"message": "no ::commits:: here"}]}'
    served.desk.faults.add(Fault("POST", "/pulls$", status=422, body=refused, times=99))
    served.desk.faults.add(Fault("POST", "/labels$", status=422, body=refused, times=99))
    label = LabelWish("spec: ", Label("spec: draft"))
    desired = replace(told.on_pull(label=label), sync=told.sync(("docs/a.md", b"new\n")))
    outcome = told.run(desired)
    assert [action.kind for action in outcome.done] == ["commit-file"]
    words = "GitHub refused with 422: Validation Failed; no :\u2060:commits:: here"
    assert {refusal.deed.kind: refusal.what for refusal in outcome.refused} == {
        "create-label": words,
        "add-label": words,
        "open-pull-request": words,
    }
    asked = [e.path for e in served.desk.journal.entries if e.status == 422]
    assert Counter(path.rpartition("/")[2] for path in asked) == {"pulls": 2, "labels": 2}


@pytest.mark.parametrize("path", ["/comments$", "/issues$", "/pulls$"])
def test_a_deed_whose_answer_makes_no_sense_is_looked_for(served: Served, path: str) -> None:
    told = Told.at(served.gateway(), 1)
    fault = Fault("POST", path, status=201, body="{}", after_deed=True)
    served.desk.faults.add(fault)
    wishes = told.on_pull(comment=CommentWish(BODY))
    issues = (issue("a"),)
    desired = replace(wishes, issues=issues, sync=told.sync(("docs/a.md", b"new\n")))
    told.run(desired)
    seen = told.look(desired)
    assert seen.pull
    assert seen.sync
    assert (len(seen.pull.comments), len(seen.issues or ()), len(seen.sync.pulls)) == (1, 1, 1)
    assert told.run(desired).done == ()


def test_a_listing_that_is_refused_is_no_empty_one(served: Served) -> None:
    """Twins would be made of all that was not seen."""
    gateway = served.gateway()
    gateway.pull(1)
    served.desk.faults.add(Fault(path="/issues$", status=403, body="{}"))
    with pytest.raises(ForgeError, match="may not read"):
        gateway.issues()


@pytest.mark.parametrize("said", [{"message": "Branch is protected"}, {}])
def test_a_branch_that_takes_no_commit_is_said(served: Served, said: dict[str, str]) -> None:
    """Of other branches that says nothing."""
    told = Told.at(served.gateway(), 1)
    fault = Fault("PUT", "/contents/", status=422, body=json.dumps(said), times=9)
    served.desk.faults.add(fault)
    (refusal,) = told.run(told.on_pull(edits=(told.edit(b"x"),))).refused
    assert refusal.deed.kind == "edit-file"
    assert "GitHub refused with 422" in refusal.what
    assert served.gateway().can("contents")
    assert len([e for e in served.desk.journal.writes() if e.method == "PUT"]) == 1


def test_rules_that_are_told_as_a_conflict_end_it_too(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    body = json.dumps({"message": "Repository rule violations found"})
    served.desk.faults.add(Fault("PUT", "/contents/", status=409, body=body, times=9))
    (refusal,) = told.run(told.on_pull(edits=(told.edit(b"x"),))).refused
    assert "Repository rule violations found" in refusal.what
    assert len([e for e in served.desk.journal.writes() if e.method == "PUT"]) == 2


def test_a_commit_without_a_name_is_looked_for(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    served.desk.faults.add(Fault("PUT", "/contents/", status=200, body="{}"))
    outcome = told.run(told.on_pull(edits=(told.edit(b"x"),)))
    assert [action.kind for action in outcome.done] == ["edit-file"]


def test_a_conflict_is_looked_at_again(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    served.desk.faults.add(Fault("POST", "/sub_issues$", status=409, body="{}"))
    outcome = told.run(Desired(issues=family()))
    assert outcome.refused == ()
    assert [len(each.children) for each in told.door.issues()] == [2, 0, 0]


def test_a_person_with_the_bots_name_is_not_the_bot(served: Served) -> None:
    """GraphQL tells apps without their suffix, so that a person may bear the same login."""
    served.scene.person("github-actions", "write")
    served.scene.comment("github-actions", 1, "<!-- spec-steward:comment v1 -->")
    (comment,) = served.gateway().pull(1).comments
    assert not comment.mine
    assert comment.author is not None
    assert not comment.author.is_bot
    served.desk.faults.add(Fault(path="/graphql", times=9, status=403, body="{}"))
    assert served.gateway().pull(1).comments == (replace(comment, hidden=None),)


def test_where_there_is_no_room_under_a_parent_nothing_else_is_lost(served: Served) -> None:
    """People have put their own there since: GitHub refuses, and the rest is done."""
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=(issue("a"), issue("b"), issue("c"))))
    seen = told.look(Desired(issues=()))
    hub, eve = served.desk.hub, find_user(served.desk.hub, "eve")
    assert eve is not None
    with hub.lock, hub.store.transaction():
        for at in range(100):
            child = open_issue(hub, hub.repository, Words(f"{at}", ""), Actor(eve.id))
            add_child(hub, served.scene.thread(2), child, Actor(eve.id), replace=False)
    desired = Desired(issues=(issue("a"), issue("b", parent="a"), issue("c", title="New")))
    outcome = converge(desired, lambda: told.look(desired), told.door.perform, seen)
    assert [action.kind for action in outcome.done] == ["update-issue"]
    assert (outcome.refused, outcome.left) == ((), ())  # after another look it is not wanted
    (asked,) = (e for e in served.desk.journal.writes() if e.path.endswith("/sub_issues"))
    assert asked.status == 422


def test_a_team_is_listed(served: Served) -> None:
    with pytest.raises(ForgeError, match="finds nothing there"):
        served.gateway().members("@acme/architects")


def test_an_app_knows_itself_whatever_it_looks_at_first(served: Served) -> None:
    served.scene.app("my-app", "secret")
    desired = Desired(issues=(issue("a"),))
    for made in (1, 0):
        told = Told(served.gateway("secret"), 1, HEAD, HEAD)
        assert len(told.run(desired).done) == made
    assert [each.mine for each in served.gateway("secret").issues()] == [True]


def test_an_issue_without_its_label_is_the_last_and_is_found_again(served: Served) -> None:
    served.scene.person("rea", "read")
    desired = Desired(issues=(issue("a"), issue("b")))
    for _ in range(2):
        told = Told(served.gateway("token-rea"), 1, HEAD, HEAD)
        outcome = told.run(desired)
        assert [action.kind for action in outcome.done] == []
        (refusal,) = outcome.refused
        assert (refusal.way, refusal.grant) == ("issues", "issues: write")
        assert not told.door.can("issues")
        assert [(each.number, each.labels) for each in told.door.issues()] == [(2, ())]


@pytest.mark.parametrize("body", ["<html>", "null", '{"data": null}', '{"data":'])
def test_an_answer_that_makes_no_sense_is_not_taken_for_nothing(served: Served, body: str) -> None:
    told = Told(served.gateway(), 1, HEAD, HEAD)
    told.run(Desired(issues=(issue("a"),)))
    for path in ("/graphql", "/issues$"):
        served.desk.faults.clear()
        served.desk.faults.add(Fault(path=path, status=200, body=body, times=9))
        with pytest.raises(ForgeError, match="could not be reached"):
            Told(served.gateway(), 1, HEAD, HEAD).run(Desired(issues=(issue("a"),)))
    served.desk.faults.clear()
    assert len(told.door.issues()) == 1


def test_what_somebody_has_pushed_meanwhile_stays(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    body = f"Words\n{mark_sync('first')}"
    desired = Desired(sync=replace(told.sync(("docs/a.md", b"new\n")), body=body))
    told.run(desired)
    seen = told.look(desired)
    theirs = served.scene.push("spec-steward/sync", {"docs/theirs.md": "theirs"})
    again = Desired(sync=told.sync(("docs/a.md", b"newer\n")))
    assert converge(again, lambda: told.look(again), told.door.perform, seen).done == ()
    assert told.look(again).sync.head == theirs  # type: ignore[union-attr]  # it was asked for


@pytest.mark.parametrize("fault", [Fault(drop=True, after_deed=True), Fault(status=502, body="{}")])
def test_no_annotation_is_told_twice(served: Served, fault: Fault) -> None:
    told = Told.at(served.gateway(), 1)
    notes = tuple(Annotation("docs/a.md", at, "notice", "t", "m") for at in range(120))
    check = CheckWish("spec-steward", told.head, "success", "t", "s", notes)
    desired = told.on_pull(check=check)
    served.desk.faults.add(replace(fault, method="PATCH", path="/check-runs/"))
    told.run(desired)
    (run,) = told.look(desired).pull.checks  # type: ignore[union-attr]  # it was asked for
    url = f"{served.home}/check-runs/{run.id}"
    found = requests.get(url, headers={"Authorization": "Bearer workflow"}, timeout=10).json()
    assert found["output"]["annotations_count"] == 120


def test_a_comment_that_is_gone_is_written_anew(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(told.on_pull(comment=CommentWish(BODY)))
    seen = told.look(told.on_pull(comment=CommentWish(BODY)))
    (own,) = seen.pull.comments  # type: ignore[union-attr]  # it was asked for
    told.before(a.DeleteComment(1, own.id, own.body))
    desired = told.on_pull(comment=CommentWish(f"{BODY}!"))
    outcome = converge(desired, lambda: told.look(desired), told.door.perform, seen)
    assert [action.kind for action in outcome.done] == ["create-comment"]
    assert told.door.can("comments")


def test_a_file_keeps_its_mode(served: Served) -> None:
    mirror = served.desk.hub.mirror
    tip = mirror.line("rev-parse", "refs/heads/main")
    blob = mirror.line("hash-object", "-w", "--stdin", stdin=b"old")
    tree = mirror.line("mktree", stdin=f"100755 blob {blob}\trun.md\n".encode())
    named = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    commit = mirror.line(*named, "commit-tree", tree, "-p", tip, "-m", "mode")
    mirror.line("update-ref", "refs/heads/main", commit)
    told = Told.at(served.gateway(), 1)
    told.run(Desired(sync=told.sync(("run.md", b"new"), ("more.md", b"\xff"))))
    listed = mirror.line("ls-tree", "refs/heads/spec-steward/sync").split("\n")
    assert [line.partition(" ")[0] for line in listed] == ["100644", "100755"]
