"""What an issue is given when it is opened: whose it is, of what type, under which milestone."""

import json

import pytest

from bot.plan import actions as a
from bot.plan.converge import Known, Outcome
from bot.plan.desired import Desired
from bot.sandbox.state.issue_types import define_type
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import Told, issue

HEAD = "0" * 40


def _run(served: Served, *keys: str, **values: object) -> Outcome:
    told = Told(served.gateway(), 1, HEAD, HEAD)
    outcome = told.run(Desired(issues=tuple(issue(key, **values) for key in keys)))
    served.desk.faults.clear()
    return outcome


def _posted(served: Served, path: str) -> list[int]:
    writes = [each for each in served.desk.journal.writes() if each.path.endswith(path)]
    return [each.status for each in writes]


def test_a_milestone_is_made_once_and_found_by_its_title(served: Served) -> None:
    for milestone in ("Phase 1", "phase  1", "Phase 2"):
        _run(served, "a", "b", milestone=milestone)
        found = served.gateway().issues()
        assert {each.milestone.casefold() for each in found} == {
            " ".join(milestone.casefold().split())
        }
    assert _posted(served, "/milestones") == [201, 201]
    _run(served, "a", "b")  # where none is wanted, that which people have set stays
    assert {each.milestone for each in served.gateway().issues()} == {"Phase 2"}
    assert _run(served, "a", "b", milestone="Phase 2") == Outcome()


def test_milestones_are_asked_for_only_where_one_is_wanted_and_once(served: Served) -> None:
    _run(served, "a")
    _run(served, "b", "c", milestone="M")
    asked = [e for e in served.desk.journal.entries if e.path.endswith("/milestones")]
    assert [(e.method, e.status) for e in asked] == [("GET", 200), ("POST", 201)]


def test_of_two_milestones_the_open_one_counts(served: Served) -> None:
    known = Known()
    body = json.dumps([
        {"title": "m", "number": 8, "state": "closed"},
        {"title": "M", "number": 9, "state": "open"},
    ])  # fmt: skip
    served.desk.faults.add(Fault("GET", "/milestones$", status=200, body=body))
    gateway = served.gateway()
    served.desk.faults.add(Fault("POST", "/issues$", status=422, body="{}"))
    with pytest.raises(Exception, match="422"):
        gateway.perform(a.CreateIssue(issue("a", milestone="M")), known)
    assert gateway._hand.milestones == {"m": 9}


def test_a_milestone_that_somebody_else_has_just_made_is_found(served: Served) -> None:
    gateway = served.gateway()
    _run(served, "a", milestone="M")
    served.desk.faults.add(Fault("GET", "/milestones$", status=200, body="[]"))
    gateway.perform(a.CreateIssue(issue("b", milestone="M")), Known())
    assert [each.milestone for each in served.gateway().issues()] == ["M", "M"]
    assert _posted(served, "/milestones") == [201, 422]


@pytest.mark.parametrize("status", [422, 403])
def test_a_milestone_that_cannot_be_made_is_said(served: Served, status: int) -> None:
    served.desk.faults.add(Fault("POST", "/milestones$", status=status, body="{}", times=9))
    outcome = _run(served, "a", milestone="M")
    assert [each.deed.kind for each in outcome.refused] == ["create-issue"]
    assert outcome.closed == ({"issues"} if status == 403 else set())
    assert served.gateway().issues() == ()


def test_an_issue_is_given_to_those_who_can_have_it(served: Served) -> None:
    outcome = _run(served, "a", "b", "c", assignees=("Bob", "nobody", "eve"))
    assert len(outcome.done) == 3
    (warning,) = outcome.warned
    assert warning.startswith("issues cannot be assigned to “nobody”, and are opened without; ")
    assert {each.assignees for each in served.gateway().issues()} == {("bob", "eve")}
    asked = [e.path for e in served.desk.journal.entries if "/assignees/" in e.path]
    assert len(asked) == 3  # each of them once
    # whoever takes it from them, or gives it to somebody else, has the last word
    assert _run(served, "a", "b", "c", assignees=("ann",)) == Outcome()


def test_whom_github_refuses_in_the_end_is_left_out(served: Served) -> None:
    """An account that was suspended is a collaborator still."""
    said = {"errors": [{"resource": "Issue", "field": "assignees", "code": "invalid"}]}
    served.desk.faults.add(Fault("POST", "/issues$", status=422, body=json.dumps(said)))
    outcome = _run(served, "a", "b", assignees=("bob",))
    assert ([action.kind for action in outcome.done], outcome.refused) == (["create-issue"] * 2, ())
    assert ["“bob”" in each for each in outcome.warned] == [True]
    assert {each.assignees for each in served.gateway().issues()} == {()}
    assert _posted(served, "/issues") == [422, 201, 201]


def test_what_is_refused_of_an_issue_is_refused_with_assignees_too(served: Served) -> None:
    served.desk.faults.add(Fault("POST", "/issues$", status=422, body="{}", times=9))
    outcome = _run(served, "a", assignees=("bob",))
    assert [each.status for each in outcome.refused] == [422]
    served.desk.faults.add(Fault("GET", "/assignees/eve$", status=403, body="{}"))
    assert [each.status for each in _run(served, "a", assignees=("eve",)).refused] == [403]


def test_an_issue_has_a_type_that_there_is(served: Served) -> None:
    define_type(served.desk.hub, "Task")
    assert [action.kind for action in _run(served, "a", type="Task").done] == ["create-issue"]
    outcome = _run(served, "b", "c", type="Tusk")
    assert ([action.kind for action in outcome.done], outcome.refused) == (["create-issue"] * 2, ())
    (warning,) = outcome.warned
    assert warning.startswith("there is no issue type “Tusk”, and issues are opened without; ")
    assert _posted(served, "/issues") == [201, 422, 201, 201]
