"""The whole run over a real socket: how many requests it takes, and what it leaves."""

import json
from collections.abc import Callable

import pytest
import requests

from bot.app.action.attend import Attended, attend
from bot.app.action.setup import Setup
from bot.app.action.telling import notes_of
from bot.forge.door import FileName
from bot.sandbox.wire.fault_kinds import no_graphql, refused_parts
from bot.sandbox.wire.faults import Fault
from tests.app.action.test_attend import BARE
from tests.app.action.test_suggesting import DATE, STATUS, WRONG
from tests.app.action.test_suggesting import RULES as SUGGESTING
from tests.app.action.town import RULES, SPEC, WHOLE
from tests.forge.conftest import NAME, Served

EVE = {"Authorization": "Bearer token-eve"}
pytestmark = pytest.mark.wire


def _specs(count: int, text: str) -> dict[str, str]:
    return {f"docs/specs/{at:03}-x.md": text.replace("Parcel", f"No. {at}") for at in range(count)}


def _opened(served: Served, count: int, text: str = BARE) -> int:
    served.scene.push("main", {**RULES, **_specs(500, WHOLE)})
    served.scene.push("more", _specs(count, text))
    return served.scene.pull("ann", "more").number


def _attend(served: Served, number: int) -> tuple[Attended, list[str]]:
    served.desk.journal.clear()
    attended = attend(served.gateway(), number, Setup(NAME, served.url))
    return attended, [entry.method for entry in served.desk.journal.entries]


@pytest.mark.parametrize(("count", "looking"), [(3, 4), (100, 6)])
def test_the_budget_of_requests_is_kept(served: Served, count: int, looking: int) -> None:
    served.scene.define_label("spec: draft")
    number = _opened(served, count)
    attended, first = _attend(served, number)
    assert len(attended.hearing.specs) == count
    writes = [action.kind for action in attended.plan]
    assert writes == ["add-label", "create-comment", "write-check"]
    pages_of_annotations = -(-min(count, 100) // 50) - 1
    assert len(first) == looking + len(writes) + pages_of_annotations + 1
    again, second = _attend(served, number)
    assert again.plan == ()
    assert len(second) == looking


def _without_specs(served: Served) -> int:
    served.scene.push("more", {"src/app.py": "print()\n"})
    return served.scene.pull("ann", "more").number


def test_a_pull_request_without_specs_costs_three_requests(served: Served) -> None:
    number = _without_specs(served)
    for _ in range(2):
        attended, requests = _attend(served, number)
        assert attended.plan == ()
        assert requests == ["POST", "GET", "GET"]  # itself, its files, the rules of its base


@pytest.mark.parametrize(("kind", "looking"), [("ruleset", 3), ("protection", 2)])
def test_a_required_check_is_skipped_where_no_spec_changes(
    served: Served, kind: str, looking: int
) -> None:
    served.scene.require("main", "build", "spec-steward", kind=kind)
    number = _without_specs(served)
    attended, first = _attend(served, number)
    assert [action.kind for action in attended.plan] == ["write-check"]
    assert len(first) == looking + 2  # the check, and the last look
    state = served.gateway().pull(number)
    assert [(each.name, each.conclusion) for each in state.checks] == [("spec-steward", "skipped")]
    assert (state.comments, state.labels) == ((), ())
    again, second = _attend(served, number)
    assert (again.plan, second) == ((), ["POST", "GET"])
    served.scene.push("more", {"src/app.py": "print(1)\n"})
    pushed, third = _attend(served, number)
    assert [action.kind for action in pushed.plan] == ["write-check"]
    assert len(third) == looking + 2


@pytest.mark.parametrize("kind", ["ruleset", "protection"])
def test_a_required_check_is_known_also_without_graphql(served: Served, kind: str) -> None:
    served.scene.require("main", "spec-steward", kind=kind)
    served.desk.faults.add(no_graphql())
    attended, _ = _attend(served, _without_specs(served))
    assert [action.kind for action in attended.plan] == ["write-check"]


@pytest.mark.parametrize("status", [403, 404])
def test_whoever_may_not_see_the_rules_is_asked_for_nothing(served: Served, status: int) -> None:
    """GitHub refuses where the plan has no rulesets; an older server does not know of any."""
    served.scene.require("main", "spec-steward")
    said = json.dumps({"message": "Upgrade to GitHub Pro or make this repository public"})
    served.desk.faults.add(Fault(path="/rules/branches/", status=status, body=said))
    attended, requests = _attend(served, _without_specs(served))
    assert (attended.plan, attended.refused, attended.warnings) == ((), (), ())
    assert list(notes_of(attended, is_dry=False)) == []
    assert len(requests) == 3


def test_protection_that_is_not_shown_requires_nothing(served: Served) -> None:
    served.scene.require("main", "spec-steward", kind="protection")
    rule = "repository.pullRequest.baseRef.refUpdateRule"
    served.desk.faults.add(refused_parts(rule))
    attended, requests = _attend(served, _without_specs(served))
    assert (attended.plan, len(requests)) == ((), 3)


@pytest.mark.parametrize("asks_plainly", [False, True])
def test_what_is_merged_keeps_what_it_changed(served: Served, asks_plainly: bool) -> None:
    number = _opened(served, 1)
    _attend(served, number)
    served.scene.merge("ann", number)
    if asks_plainly:
        served.desk.faults.add(no_graphql())
    attended, _ = _attend(served, number)
    assert len(attended.hearing.specs) == 1
    assert [action.kind for action in attended.plan] == ["update-comment", "write-check"]


def test_a_life_of_a_pull_request(served: Served) -> None:
    number = _opened(served, 1)
    attended, _ = _attend(served, number)
    assert attended.comment_url
    served.scene.push("more", _specs(1, WHOLE.replace("Support", "The support")))
    attended, _ = _attend(served, number)
    assert [a.kind for a in attended.plan] == ["update-comment", "write-check"]
    served.scene.label("bob", number, "spec: done")
    attended, _ = _attend(served, number)
    kinds = ["remove-label", "update-comment", "write-check"]  # it is told why
    assert [a.kind for a in attended.plan] == kinds
    served.scene.merge("ann", number)
    _attend(served, number)
    attended, _ = _attend(served, number)
    assert attended.plan == ()
    assert len(attended.hearing.specs) == 1
    served.scene.label("bob", number, "spec: done")
    attended, requests = _attend(served, number)
    assert "remove-label" in [a.kind for a in attended.plan]
    attended, requests = _attend(served, number)
    assert (attended.plan, len(requests)) == ((), 4)


def test_a_slip_is_offered_to_be_mended_once(served: Served) -> None:
    """Two lines get a suggestion each; accepted, answered, moved or left, they get no other."""
    served.scene.push("main", SUGGESTING)
    served.scene.define_label("spec: draft")
    served.scene.push("more", {SPEC: WRONG})
    number = served.scene.pull("ann", "more").number
    attended, first = _attend(served, number)
    kinds = ["create-comment", "write-check", "suggest", "suggest"]
    assert [action.kind for action in attended.plan] == kinds
    assert len(first) == 4 + len(kinds) + 1
    assert _offered(served, number) == [(3, STATUS), (4, DATE)]
    again, second = _attend(served, number)
    assert (again.plan, len(second)) == ((), 4)
    # somebody takes the first one over, and says no to the other
    served.scene.push("more", {SPEC: WRONG.replace("- **Status:** Drfat", STATUS)})
    _answer(served, number, "No.")
    attended, _ = _attend(served, number)
    assert "suggest" not in [action.kind for action in attended.plan]
    assert _offered(served, number) == [(None, STATUS), (4, DATE)]
    moved = WRONG.replace("- **Status:** Drfat", f"\n{STATUS}")
    served.scene.push("more", {SPEC: moved})
    attended, _ = _attend(served, number)
    assert attended.hearing.has_errors
    assert "suggest" not in [action.kind for action in attended.plan]
    # what was accepted and then broken in the same way was answered once
    served.scene.push("more", {SPEC: WRONG})
    attended, _ = _attend(served, number)
    assert "suggest" not in [action.kind for action in attended.plan]
    served.scene.push("more", {SPEC: WRONG.replace("Drfat", "Reveiw")})
    attended, _ = _attend(served, number)
    assert [action.kind for action in attended.plan].count("suggest") == 1


def test_what_github_does_not_take_at_its_line_is_passed_over(served: Served) -> None:
    """It is one thing less to click, and no reason to alarm anybody."""
    served.scene.push("main", SUGGESTING)
    served.scene.push("more", {SPEC: WRONG})
    number = served.scene.pull("ann", "more").number
    refusal = {"message": "Validation Failed", "errors": [{"code": "custom", "message": "no"}]}
    body = json.dumps(refusal)
    served.desk.faults.add(Fault(path="/pulls/.*/comments$", status=422, body=body))
    attended, _ = _attend(served, number)
    assert [action.kind for action in attended.plan][-2:] == ["write-check", "suggest"]
    assert [(refusal.deed.kind, refusal.way) for refusal in attended.refused] == [("suggest", "")]
    assert list(notes_of(attended, is_dry=False)) == []
    assert _offered(served, number) == [(4, DATE)]


def test_where_nobody_may_review_the_way_is_told(served: Served) -> None:
    served.scene.push("main", SUGGESTING)
    served.scene.push("more", {SPEC: WRONG})
    number = served.scene.pull("ann", "more").number
    said = json.dumps({"message": "Resource not accessible by integration"})
    served.desk.faults.add(Fault(path="/pulls/.*/comments$", status=403, body=said, times=9))
    attended, requests = _attend(served, number)
    assert "suggest" not in [action.kind for action in attended.plan]
    assert "create-comment" in [action.kind for action in attended.plan]
    (note,) = notes_of(attended, is_dry=False)
    assert note.startswith("GitHub refused the suggestions: ")
    assert "`permissions: {pull-requests: write}`" in note
    assert requests.count("POST") == 6  # one of them in vain; three ask in GraphQL


COMMITTING = {**RULES, ".github/spec-steward.yml": "status: {commit: true}\n"}
RIGHTS = "contents:{} pull_requests:write checks:write"


def _granted(served: Served, contents: str) -> tuple[Callable[[], Attended], int]:
    """Let bob ask for a status, of a Steward that acts as an app with such a right."""
    served.scene.push("main", COMMITTING)
    served.scene.push("more", {SPEC: WHOLE})
    number = served.scene.pull("ann", "more").number
    served.scene.app("steward", "of-an-app", RIGHTS.format(contents))
    setup = Setup(NAME, served.url)
    served.scene.label("bob", number, "spec: accepted")
    return lambda: attend(served.gateway("of-an-app"), number, setup), number


def test_a_granted_status_is_committed(served: Served) -> None:
    run, number = _granted(served, "write")
    before = served.gateway().pull(number).pull.head
    kinds = [action.kind for action in run().plan]
    assert kinds == ["edit-file", "create-comment", "write-check"]
    state = served.gateway().pull(number)
    assert state.labels == ("spec: accepted",)
    assert state.pull.head != before
    name = FileName(state.pull.head, SPEC)
    text = served.gateway().read([name], 10_000)[name].data
    assert text == WHOLE.replace("Draft", "Accepted").encode()
    commit = requests.get(f"{served.home}/commits/{state.pull.head}", headers=EVE, timeout=30)
    assert commit.json()["commit"]["message"] == ("Set the status to accepted\n\nAsked for by bob.")
    assert [each["sha"] for each in commit.json()["parents"]] == [before]
    served.desk.journal.clear()
    assert run().plan == ()
    assert not [entry for entry in served.desk.journal.writes() if entry.path != "/graphql"]


def test_a_token_that_may_not_commit_leaves_the_editor(served: Served) -> None:
    run, number = _granted(served, "read")
    attended = run()
    assert attended.plan[0].kind == "create-label"
    (note,) = notes_of(attended, is_dry=False)
    assert note.startswith("GitHub refused the commit that sets the status: ")
    assert "`permissions: {contents: write}`" in note
    assert "/edit/more/" in attended.comment
    assert served.gateway().pull(number).labels == ("spec: draft",)
    assert run().plan == ()


@pytest.mark.parametrize("is_done", [False, True])
def test_a_commit_whose_answer_is_lost_is_made_once(served: Served, is_done: bool) -> None:
    run, number = _granted(served, "write")
    served.desk.faults.add(Fault("PUT", "/contents/", drop=True, after_deed=is_done))
    run()
    assert served.gateway().pull(number).labels == ("spec: accepted",)
    commits = requests.get(f"{served.home}/pulls/{number}/commits", headers=EVE, timeout=30).json()
    assert len(commits) == 2
    assert run().plan == ()


def _remarks(served: Served, number: int) -> list[dict[str, object]]:
    url = f"{served.home}/pulls/{number}/comments"
    found = requests.get(url, headers=EVE, timeout=30).json()
    assert isinstance(found, list)
    return found


def _offered(served: Served, number: int) -> list[tuple[object, str]]:
    return [
        (each["line"], str(each["body"]).split("\n")[4])
        for each in _remarks(served, number)
        if "in_reply_to_id" not in each
    ]


def _answer(served: Served, number: int, words: str) -> None:
    """Let somebody answer to the last suggestion."""
    last = _remarks(served, number)[-1]["id"]
    url = f"{served.home}/pulls/{number}/comments/{last}/replies"
    answer = requests.post(url, headers=EVE, json={"body": words}, timeout=30)
    assert answer.status_code == 201


def test_a_fork_that_is_gone_is_judged_all_the_same(served: Served) -> None:
    served.scene.push("main", RULES)
    fork = served.scene.fork("eve")
    served.scene.push("more", _specs(1, BARE), repository=fork)
    number = served.scene.pull("eve", "more", repository=fork).number
    attended, _ = _attend(served, number)
    assert attended.hearing.has_errors
    assert attended.hearing.pull.is_fork
