import threading

import httpx
import pytest

from bot.sandbox.wire.faults import Fault
from tests.sandbox.conftest import World


def test_lists_come_in_pages_of_thirty_with_links(world: World, ann: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    for number in range(250):
        world.scene.comment("bob", 1, f"c{number}")
    first = ann.get("/issues/1/comments")
    assert len(first.json()) == 30
    here = f"{world.url}/repositories/{world.hub.repository.id}/issues/1/comments"
    assert first.links["next"]["url"] == f"{here}?page=2"
    assert first.links["last"]["url"] == f"{here}?page=9"
    large = ann.get("/issues/1/comments", params={"per_page": "500", "page": "3"})
    assert [each["body"] for each in large.json()] == [f"c{at}" for at in range(200, 250)]
    assert set(large.links) == {"prev", "first"}
    followed = ann.get(first.links["next"]["url"])
    assert followed.json()[0]["body"] == "c30"


def test_the_same_answers_under_an_enterprise_prefix(world: World) -> None:
    with world.client(prefix="/api/v3") as client:
        repository = client.get("/repos/ACME/Specs").json()
        assert repository["url"] == f"{world.url}/api/v3/repos/acme/specs"
        assert repository["html_url"] == f"{world.url}/acme/specs"
        assert client.get("/user").json()["login"] == "ann"
        assert client.get("/meta").is_success
        assert client.get("/users/eve").json()["type"] == "User"
        assert client.get("/nothing/of/the/kind").status_code == 404
        assert client.post("/repos/acme/specs/nothing").json()["message"] == "Not Found"


def test_what_has_not_changed_costs_nothing(world: World, ann: httpx.Client) -> None:
    first = ann.get(world.home)
    left = first.headers["x-ratelimit-remaining"]
    again = ann.get(world.home, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["x-ratelimit-remaining"] == left
    world.scene.issue("ann", "One")
    assert ann.get(world.home, headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_requests_run_out_and_come_back(world: World, ann: httpx.Client) -> None:
    world.desk.limits.clear(limit=2)
    assert ann.get(world.home).is_success
    assert ann.get(world.home).is_success
    refused = ann.get(world.home)
    assert (refused.status_code, refused.headers["x-ratelimit-remaining"]) == (403, "0")
    assert "rate limit exceeded" in refused.json()["message"]
    with world.client() as client:
        assert client.get("/rate_limit").json()["rate"]["remaining"] == 0
    world.clock.advance(3601)
    assert ann.get(world.home).is_success


def test_a_wrong_token_is_told_so(world: World) -> None:
    with world.client("wrong") as client:
        assert client.get("/user").json()["message"] == "Bad credentials"
        assert client.get("/rate_limit").status_code == 401
    with world.client(None) as client:
        assert client.get("/repos/acme/specs").headers["x-ratelimit-limit"] == "60"
        assert client.get("/user").status_code == 401
        assert client.post("/repos/acme/specs/issues", json={"title": "x"}).status_code == 401
    assert httpx.get(f"{world.url}/user", auth=("x", "token-bob")).json()["login"] == "bob"


def test_a_body_has_to_be_json(ann: httpx.Client) -> None:
    assert ann.post("/issues", content="{").json()["message"] == "Problems parsing JSON"
    assert ann.post("/issues", content="1").status_code == 400
    assert ann.post("/issues", json={"title": 5}).status_code == 422


def test_a_fault_answers_instead_of_the_deed(world: World, ann: httpx.Client) -> None:
    retry = (("Retry-After", "7"),)
    world.desk.faults.add(Fault("POST", "/issues$", nth=2, status=429, headers=retry))
    assert ann.post("/issues", json={"title": "1"}).status_code == 201
    failed = ann.post("/issues", json={"title": "2"})
    assert (failed.status_code, failed.headers["retry-after"]) == (429, "7")
    assert ann.post("/issues", json={"title": "3"}).json()["number"] == 2


@pytest.mark.parametrize("after", [False, True])
def test_a_connection_is_dropped_before_or_after_the_deed(
    world: World, ann: httpx.Client, *, after: bool
) -> None:
    world.desk.faults.add(Fault("POST", "/issues", drop=True, after_deed=after))
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        ann.post("/issues", json={"title": "1"})
    assert len(ann.get("/issues").json()) == after
    assert [each.status for each in world.desk.journal.writes()] == [0]


def test_faults_and_journal_are_reached_by_requests_too(world: World, ann: httpx.Client) -> None:
    fault = {
        "method": "GET",
        "status": 502,
        "after_deed": True,
        "delay": 0.01,
        "headers": {"A": "b"},
    }
    with world.client() as client:
        assert client.post("/_sandbox/faults", json=fault).status_code == 204
        assert client.post("/_sandbox/faults", json={"nonsense": 1}).status_code == 422
        assert ann.get(world.home).status_code == 502
        assert ann.get(world.home).status_code == 200
        told = client.get("/_sandbox/requests").json()
        assert [each["status"] for each in told] == [502, 200]
        assert told[1]["login"] == "ann"
        assert told[1]["path"] == "/repos/acme/specs"
        assert client.request("DELETE", "/_sandbox/faults").status_code == 204
        assert client.post("/_sandbox/reset").status_code == 204
        assert client.get("/_sandbox/requests").json() == []


def test_many_at_once_do_no_harm(world: World) -> None:
    def open_some() -> None:
        with world.client(prefix="/repos/acme/specs") as client:
            for _ in range(5):
                assert client.post("/issues", json={"title": "x"}).status_code == 201

    threads = [threading.Thread(target=open_some) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with world.client(prefix="/repos/acme/specs") as client:
        numbers = [each["number"] for each in client.get("/issues").json()]
    assert sorted(numbers) == list(range(1, 21))


def test_the_journal_is_written_before_the_answer_is_there(world: World, ann: httpx.Client) -> None:
    for _ in range(20):
        world.desk.journal.clear()
        assert ann.get(world.home).is_success
        assert [each.status for each in world.desk.journal.entries] == [200]
