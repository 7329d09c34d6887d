"""The question that is asked before the client library is loaded."""

import pytest

from bot.app.action.places import Places
from bot.app.action.run import open_door
from bot.forge.early import Early, graphql_address
from bot.sandbox.wire.faults import Fault
from bot.settings import Runner
from tests.forge.conftest import NAME, WORKFLOW, Served

QUESTION = "query Viewer { viewer { login } }"


@pytest.mark.parametrize(
    ("api_url", "address"),
    [
        ("https://api.github.com", "https://api.github.com/graphql"),
        ("https://github.acme.test/api/v3", "https://github.acme.test/api/graphql"),
        ("http://127.0.0.1:80", "http://127.0.0.1:80/graphql"),
    ],
)
def test_where_graphql_is_asked(api_url: str, address: str) -> None:
    assert graphql_address(api_url) == address


def test_an_answer_is_for_its_own_question(served: Served) -> None:
    early = Early(served.url, WORKFLOW, QUESTION, {})
    assert early.answer(QUESTION, {}) == {"data": {"viewer": {"login": "github-actions[bot]"}}}
    assert early.answer(QUESTION, {"number": 1}) is None
    assert WORKFLOW not in repr(early)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "https://127.0.0.1:9", "http://127.0.0.1:99999", "http:///"]
)
def test_what_goes_wrong_was_never_asked(url: str) -> None:
    assert Early(url, WORKFLOW, QUESTION, {}).answer(QUESTION, {}) is None


def _run(served: Served, *, has_proxy: bool = False) -> list[str | None]:
    runner = Runner("", "", NAME, WORKFLOW, served.url, has_proxy=has_proxy)
    served.desk.journal.clear()
    state = open_door(runner, Places((1,))).pull(1)
    assert state.pull.number == 1
    return [entry.operation for entry in served.desk.journal.entries]


def test_the_first_look_costs_one_request_all_the_same(served: Served) -> None:
    assert len(_run(served)) == 1
    assert len(_run(served, has_proxy=True)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(path="/graphql", status=502),
        Fault(path="/graphql", status=200, body="{}"),
        Fault(path="/graphql", status=200, body="[" * 100_000),
        Fault(path="/graphql", status=200, body='{"data": {"repository": null}}'),
    ],
)
def test_after_a_bad_answer_it_is_asked_properly(served: Served, fault: Fault) -> None:
    served.desk.faults.add(fault)
    assert len(_run(served)) == 2


def test_a_second_look_is_a_question_of_its_own(served: Served) -> None:
    runner = Runner("", "", NAME, WORKFLOW, served.url)
    door = open_door(runner, Places((1,)))
    before = door.pull(1)
    served.scene.label("bob", 1, "bug")
    assert (before.labels, door.pull(1).labels) == ((), ("bug",))


def test_nothing_is_asked_where_there_is_no_pull_request(served: Served) -> None:
    served.desk.journal.clear()
    open_door(Runner("", "", NAME, WORKFLOW, served.url), Places(every=True))
    assert not served.desk.journal.entries
