"""Where an event says to look."""

import json
from pathlib import Path

import pytest

from bot.app.action.event import places, read_event
from bot.app.action.places import Behind, Places, Queued, resolved
from bot.errors import StewardError
from bot.forge.answer import Answer

HOME = {"id": 1, "full_name": "acme/widgets"}
PULL = {"number": 7, "pull_request": {"number": 7}}
DEFAULT = {"repository": {"default_branch": "main"}}
MERGED = {**DEFAULT, "pull_request": {"number": 7, "merged": True, "base": {"ref": "main"}}}
MARKER = "<!-- spec-steward:issue v1 key=a -->"
BOT, EVE = {"type": "Bot"}, {"type": "User"}
ALL = Places(every=True, lands=True, forgets=True)


@pytest.mark.parametrize(
    ("name", "event", "expected"),
    [
        ("pull_request", PULL, Places((7,))),
        ("pull_request_target", {"number": 7}, Places((7,))),
        ("pull_request_review", {"pull_request": {"number": 9}}, Places((9,))),
        ("pull_request_target", MERGED, Places((7,), lands=True)),
        ("pull_request_target", {**MERGED, "repository": {"default_branch": "dev"}}, Places((7,))),
        ("push", {**DEFAULT, "ref": "refs/heads/main"}, Places(lands=True)),
        ("issues", {"issue": {"labels": [{"name": "spec-steward"}]}}, Places(lands=True)),
        ("issues", {"issue": {"body": f"Hm.\n{MARKER}\n", "user": BOT}}, Places(lands=True)),
        ("schedule", {"schedule": "0 3 * * *"}, Places(every=True, lands=True)),
        ("workflow_dispatch", {"inputs": None}, ALL),
        ("workflow_dispatch", {"inputs": {"pull-request": ""}}, ALL),
        ("workflow_dispatch", {"inputs": {"pull-request": " #12 "}}, Places((12,))),
        ("workflow_dispatch", {"inputs": {"number": 12}}, Places((12,))),
        (
            "merge_group",
            {"merge_group": {"head_sha": "a", "base_sha": "b", "base_ref": "refs/heads/main"}},
            Places(queued=Queued("a", "b", "main")),
        ),
    ],
)
def test_an_event_says_where_to_look(name: str, event: object, expected: Places) -> None:
    assert places(name, Answer(event)) == expected


@pytest.mark.parametrize("action", ["created", "edited", "deleted"])
def test_a_comment_leads_to_its_pull_request_and_to_no_issue(action: str) -> None:
    said = {"action": action, "issue": {"number": 7, "pull_request": {"url": "x"}}}
    assert places("issue_comment", Answer(said)) == Places((7,))
    found = places("issue_comment", Answer({"action": action, "issue": {"number": 8}}))
    assert found == Places(nowhere="#8 is an issue, and no pull request: nothing to do")


@pytest.mark.parametrize(
    ("name", "event", "said"),
    [
        ("push", {**DEFAULT, "ref": "refs/heads/spec"}, "the push was not to the default branch"),
        ("push", {**DEFAULT, "ref": "refs/tags/main"}, "the push was not to the default branch"),
        ("issues", {"issue": {"number": 8, "body": None, "user": BOT}}, "#8 stands for no work"),
        ("issues", {"issue": {"number": 8, "body": MARKER, "user": EVE}}, "#8 stands for no work"),
    ],
)
def test_other_branches_and_other_issues_lead_nowhere(name: str, event: object, said: str) -> None:
    assert places(name, Answer(event)) == Places(nowhere=f"{said}: nothing to do")


def _run(*pulls: tuple[int, int], **words: object) -> Answer:
    listed = [{"number": number, "base": {"repo": {"id": home}}} for number, home in pulls]
    run = {"event": "pull_request_review", "head_sha": "a", "head_branch": "spec", **words}
    return Answer({"workflow_run": {**run, "pull_requests": listed}, "repository": HOME})


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (_run((7, 1)), Places((7,))),
        (_run((7, 1), (7, 1), (3, 2), (9, 1)), Places((7, 9))),
        (_run((7, 1), event="pull_request"), Places((7,))),
        (_run((7, 1), event="pull_request_review_comment"), Places((7,))),
        (_run(), Places(behind=Behind("a", "spec"))),
        (_run((3, 2)), Places(behind=Behind("a", "spec"))),  # a fork's, opened where it is from
    ],
)
def test_a_run_that_follows_another_looks_where_that_did(event: Answer, expected: Places) -> None:
    assert places("workflow_run", event) == expected


@pytest.mark.parametrize("name", ["push", "schedule", "", None])
def test_a_run_that_was_about_no_pull_request_leads_nowhere(name: str | None) -> None:
    assert "no pull request" in places("workflow_run", _run((7, 1), event=name)).nowhere


def test_a_run_from_a_fork_is_resolved_by_its_head() -> None:
    asked: list[tuple[str, str]] = []

    def pulls_at(head: str, branch: str) -> tuple[int, ...]:
        asked.append((head, branch))
        return (4, 5) if branch == "spec" else ()

    assert resolved(Places(behind=Behind("a", "spec")), pulls_at) == Places((4, 5))
    assert "no open pull request" in resolved(Places(behind=Behind("a", "x")), pulls_at).nowhere
    assert resolved(Places((7,)), pulls_at) == Places((7,))
    assert asked == [("a", "spec"), ("a", "x")]


ACTIONS = """
    opened synchronize reopened edited ready_for_review converted_to_draft labeled unlabeled closed
""".split()


@pytest.mark.parametrize("name", ["pull_request", "pull_request_target"])
@pytest.mark.parametrize("action", ACTIONS)
def test_whatever_happened_to_a_pull_request_it_is_looked_at(name: str, action: str) -> None:
    assert places(name, Answer({**PULL, "action": action})) == Places((7,))


@pytest.mark.parametrize(
    ("name", "event", "word"),
    [
        ("pull_request", {}, "pull_request.number"),
        ("pull_request", {"number": -1}, "pull_request.number"),
        ("pull_request", [], "pull_request.number"),
        ("merge_group", {"merge_group": {"head_sha": "a"}}, "merge_group.head_sha"),
        ("workflow_dispatch", {"inputs": {"pull-request": "٣"}}, "inputs.pull-request"),
        ("workflow_dispatch", {"inputs": {"pr": "all"}}, "“all” is no number"),
        ("issue_comment", {}, "issue.number"),
        ("workflow_run", _run(head_branch=None).value, "workflow_run.head_branch"),
        ("workflow_run", _run(head_sha="").value, "workflow_run.head_branch"),
        ("release", {}, "does not act on “release”"),
        (
            "release",
            {},
            "pull_request_review, issue_comment, workflow_run, merge_group, push, issues, schedule",
        ),
    ],
)
def test_what_makes_no_sense_is_told(name: str, event: object, word: str) -> None:
    with pytest.raises(StewardError, match=word):
        places(name, Answer(event))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ud800"])
def test_an_event_that_is_no_json_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "event.json"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")
    with pytest.raises(StewardError, match="not JSON"):
        read_event(str(file))


def test_an_event_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StewardError, match="cannot be read"):
        read_event(str(tmp_path / "none"))
    file = tmp_path / "event.json"
    file.write_text(json.dumps(PULL))
    assert read_event(str(file)).number("number") == 7
