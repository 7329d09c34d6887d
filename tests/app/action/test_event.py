"""Where an event says to look."""

import json
from pathlib import Path

import pytest

from bot.app.action.event import Places, Queued, places, read_event
from bot.errors import StewardError
from bot.forge.answer import Answer

PULL = {"number": 7, "pull_request": {"number": 7}}


@pytest.mark.parametrize(
    ("name", "event", "expected"),
    [
        ("pull_request", PULL, Places((7,))),
        ("pull_request_target", {"number": 7}, Places((7,))),
        ("pull_request_review", {"pull_request": {"number": 9}}, Places((9,))),
        ("schedule", {"schedule": "0 3 * * *"}, Places(every=True)),
        ("workflow_dispatch", {"inputs": None}, Places(every=True)),
        ("workflow_dispatch", {"inputs": {"pull-request": ""}}, Places(every=True)),
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
        ("release", {}, "does not act on “release”"),
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
