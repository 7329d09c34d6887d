"""What goes wrong with GitHub now and then: each kind as a client meets it."""

import httpx
import pytest

from bot.forge import queries
from bot.sandbox.wire import fault_kinds as kinds
from bot.sandbox.wire.faults import Fault
from tests.sandbox.conftest import World
from tests.sandbox.test_graphql import ask, pick

REVIEWS = "repository.pullRequest.reviews"


@pytest.fixture
def pull(world: World) -> None:
    world.scene.push("topic", {"docs/new.md": "# New\n"})
    world.scene.pull("bob", "topic")


@pytest.mark.usefixtures("pull")
def test_parts_fail_beside_data(world: World) -> None:
    world.desk.faults.add(kinds.refused_parts("repository.pullRequest.headRepository", times=1))
    found = ask(world, queries.PULL, number=1)
    assert pick(found, "errors", 0, "type") == "FORBIDDEN"
    assert pick(found, "errors", 0, "path") == ["repository", "pullRequest", "headRepository"]
    assert pick(found, "data", "repository", "pullRequest", "headRepository") is None
    assert pick(found, "data", "repository", "pullRequest", "number") == 1
    world.desk.faults.add(kinds.broken_parts(f"{REVIEWS}"))
    broken = ask(world, queries.PULL, number=1)
    assert "type" not in str(pick(broken, "errors", 0).keys())  # type: ignore[attr-defined]
    assert str(pick(broken, "errors", 0, "message")).startswith("Something went wrong while")
    assert "errors" not in ask(world, queries.PULL, number=1)


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (kinds.no_graphql(), 403, "Resource not accessible"),
        (kinds.limited_graphql(), 200, "RATE_LIMITED"),
        (kinds.overtaxed_graphql(), 502, "Something went wrong"),
    ],
)
def test_graphql_fails_altogether_and_rest_does_not(
    world: World, ann: httpx.Client, fault: Fault, status: int, said: str
) -> None:
    world.desk.faults.add(fault)
    with world.client("workflow") as client:
        answer = client.post("/graphql", json={"query": "{ viewer { login } }"})
    assert (answer.status_code, said in answer.text) == (status, True)
    assert ann.get(world.home).is_success


def test_a_read_lags_behind_the_last_write(world: World, ann: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    world.desk.faults.add(kinds.stale_reads("/comments$", times=2))
    assert ann.get("/issues/1/comments").json() == []
    for body in ("first", "second"):
        assert ann.post("/issues/1/comments", json={"body": body}).status_code == 201
    assert [each["body"] for each in ann.get("/issues/1/comments").json()] == ["first"]
    assert [each["body"] for each in ann.get("/issues/1/comments").json()] == ["first", "second"]


@pytest.mark.usefixtures("pull")
def test_graphql_lags_too(world: World, ann: httpx.Client) -> None:
    world.desk.faults.add(kinds.stale_reads("/graphql$"))
    assert ann.post("/issues/1/comments", json={"body": "new"}).status_code == 201
    path = ("data", "repository", "pullRequest", "comments", "totalCount")
    query = """query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
      pullRequest(number: 1) { comments(first: 1) { totalCount } } } }"""
    assert pick(ask(world, query), *path) == 0
    assert pick(ask(world, query), *path) == 1


def test_a_script_asks_for_them_too(world: World, ann: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    with world.client(None) as script:
        stale = {"method": "GET", "path": "/comments$", "stale": True}
        assert script.post("/_sandbox/faults", json=stale).status_code == 204
        part = {"path": "/graphql$", "parts": ["viewer"], "body": "no", "status": 404}
        assert script.post("/_sandbox/faults", json=part).status_code == 204
    assert ann.post("/issues/1/comments", json={"body": "new"}).status_code == 201
    assert ann.get("/issues/1/comments").json() == []
    refused = ask(world, "{ viewer { login } }")
    assert pick(refused, "errors", 0, "type") == "NOT_FOUND"


def test_who_asks_for_a_former_name_is_sent_on(world: World, ann: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    renamed = ann.patch(world.home, json={"name": "papers"}).json()
    assert renamed["full_name"] == "acme/papers"
    here = f"{world.url}/repositories/{renamed['id']}/issues"
    moved = ann.get("/issues?state=all")
    assert (moved.status_code, moved.headers["location"]) == (301, f"{here}?state=all")
    assert moved.json()["message"] == "Moved Permanently"
    kept = ann.post("/issues", json={"title": "Two"})
    assert (kept.status_code, kept.headers["location"]) == (307, here)
    followed = ann.post("/issues", json={"title": "Two"}, follow_redirects=True)
    assert (followed.status_code, followed.json()["number"]) == (201, 2)
    assert ann.get(world.home, follow_redirects=True).json()["name"] == "papers"
    query = '{ repository(owner: "acme", name: "specs") { nameWithOwner } }'
    assert pick(ask(world, query), "data", "repository", "nameWithOwner") == "acme/papers"
    there = f"{world.url}/repos/acme/papers"
    assert ann.patch(there, json={"name": "a/b"}).status_code == 422
    assert ann.patch(there, json={"name": "papers"}).is_success
    with world.client("token-bob") as bob:
        assert bob.patch("/repos/acme/papers", json={"name": "x"}).status_code == 403
        assert bob.get("/repos/acme/nothing").status_code == 404
        assert bob.get("/repos/nobody/specs").status_code == 404
