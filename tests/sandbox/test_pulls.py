import httpx
import pytest

from bot.sandbox.state.forks import delete_fork
from tests.sandbox.conftest import World

SECOND = "# A\n\none\nTWO\nthree\nfour\nfive\nsix\nseven\neight\n"


@pytest.fixture
def head(world: World) -> str:
    sha = world.scene.push("topic", {"docs/a.md": SECOND, "docs/new.md": "# New\n"})
    world.scene.pull("bob", "topic")
    return sha


def test_a_pull_request_follows_its_branch(world: World, ann: httpx.Client, head: str) -> None:
    pull = ann.get("/pulls/1").json()
    assert (pull["head"]["sha"], pull["mergeable"], pull["changed_files"]) == (head, True, 2)
    assert pull["id"] != ann.get("/issues/1").json()["id"]
    newer = world.scene.push("topic", {"docs/new.md": None})
    assert ann.get("/pulls/1").json()["head"]["sha"] == newer
    assert [each["filename"] for each in ann.get("/pulls/1/files").json()] == ["docs/a.md"]
    assert [each["sha"] for each in ann.get("/pulls/1/commits").json()] == [head, newer]
    assert [each["number"] for each in ann.get("/pulls", params={"head": "acme:topic"}).json()] == [
        1
    ]


def test_opening_needs_branches_that_differ(ann: httpx.Client, head: str) -> None:
    del head
    body = {"title": "x", "head": "topic", "base": "main"}
    assert ann.post("/pulls", json=body).status_code == 422
    assert ann.post("/pulls", json={**body, "head": "main"}).status_code == 422
    assert ann.post("/pulls", json={**body, "head": "nothing"}).status_code == 422
    assert ann.patch("/pulls/1", json={"state": "closed"}).json()["state"] == "closed"
    assert ann.post("/pulls", json=body).status_code == 201


@pytest.mark.parametrize(("method", "parents"), [("merge", 2), ("squash", 1), ("rebase", 1)])
def test_merging_moves_the_base(
    world: World, ann: httpx.Client, head: str, method: str, parents: int
) -> None:
    world.scene.push("main", {"other.md": "x"})
    assert ann.get("/pulls/1/merge").status_code == 404
    stale = ann.put("/pulls/1/merge", json={"sha": "0" * 40, "merge_method": method})
    assert stale.status_code == 409
    done = ann.put("/pulls/1/merge", json={"sha": head, "merge_method": method}).json()
    assert done["merged"]
    assert ann.get("/git/ref/heads/main").json()["object"]["sha"] == done["sha"]
    assert len(ann.get(f"/git/commits/{done['sha']}").json()["parents"]) == parents
    assert ann.get("/contents/docs/new.md").is_success
    assert ann.get("/contents/other.md").is_success
    pull = ann.get("/pulls/1").json()
    assert (pull["merged"], pull["state"], pull["changed_files"]) == (True, "closed", 2)
    assert ann.get("/pulls/1/merge").status_code == 204
    assert ann.put("/pulls/1/merge").status_code == 405


def test_a_conflict_is_not_merged(world: World, ann: httpx.Client, head: str) -> None:
    del head
    world.scene.push("main", {"docs/a.md": SECOND.replace("TWO", "zwei")})
    assert ann.get("/pulls/1").json()["mergeable_state"] == "dirty"
    assert ann.put("/pulls/1/merge").status_code == 405


def test_reviews_and_comments_at_lines(world: World, ann: httpx.Client, head: str) -> None:
    made = ann.post("/pulls/1/reviews", json={"event": "APPROVE"}).json()
    assert (made["state"], made["commit_id"]) == ("APPROVED", head)
    asked = {"body": "```suggestion\n2\n```", "commit_id": head, "path": "docs/a.md", "line": 4}
    placed = ann.post("/pulls/1/comments", json=asked)
    assert placed.status_code == 201
    assert placed.json()["diff_hunk"].endswith("+TWO")
    outside = ann.post("/pulls/1/comments", json={**asked, "line": 10})
    assert outside.status_code == 422
    assert outside.json()["errors"][0]["message"] == "could not be resolved"
    assert ann.post("/pulls/1/comments", json={**asked, "path": "x"}).status_code == 422
    assert len(ann.get("/pulls/1/comments").json()) == 1
    assert [each["state"] for each in ann.get("/pulls/1/reviews").json()] == [
        *("APPROVED", "COMMENTED")
    ]
    gone = ann.put(f"/pulls/1/reviews/{made['id']}/dismissals", json={"message": "stale"})
    assert gone.json()["state"] == "DISMISSED"
    with world.client("token-bob", "/repos/acme/specs") as author:
        assert author.post("/pulls/1/reviews", json={"event": "APPROVE"}).status_code == 422
    told = [each["event"] for each in ann.get("/issues/1/timeline").json()]
    assert told == ["committed", "reviewed", "reviewed", "review_dismissed"]


def test_a_pull_request_from_a_fork_outlives_it(world: World, ann: httpx.Client) -> None:
    fork = world.scene.fork("eve")
    world.scene.push("topic", {"docs/new.md": "# New\n"}, repository=fork)
    world.scene.pull("eve", "topic", repository=fork)
    pull = ann.get("/pulls/1").json()
    assert pull["head"]["repo"]["full_name"] == "eve/specs"
    assert pull["head"]["label"] == "eve:topic"
    assert len(ann.get("/forks").json()) == 1
    with world.client() as client:
        assert client.get("/repos/eve/specs/contents/docs/new.md?ref=topic").is_success
    delete_fork(world.hub, fork)
    assert ann.get("/pulls/1").json()["head"]["repo"] is None
    assert ann.put("/pulls/1/merge").json()["merged"]


def test_checks_take_annotations_in_parts(
    robot: httpx.Client, ann: httpx.Client, head: str
) -> None:
    output = {"title": "T", "summary": "S", "annotations": _remarks(50)}
    start = {"name": "spec-steward", "head_sha": head, "output": output}
    made = robot.post("/check-runs", json=start)
    assert made.status_code == 201
    here = f"/check-runs/{made.json()['id']}"
    more = {"conclusion": "failure", "output": {**output, "annotations": _remarks(20)}}
    done = robot.patch(here, json=more).json()
    assert (done["status"], done["output"]["annotations_count"]) == ("completed", 70)
    assert done["pull_requests"][0]["number"] == 1
    assert len(robot.get(f"{here}/annotations", params={"per_page": 100}).json()) == 70
    assert robot.patch(here, json={"output": {**output, "annotations": _remarks(51)}}).is_error
    assert robot.patch(here, json={"output": {**output, "text": "x" * 65536}}).is_error
    robot.post("/check-runs", json={**start, "conclusion": "success"})
    latest = ann.get("/commits/topic/check-runs").json()
    assert (latest["total_count"], latest["check_runs"][0]["conclusion"]) == (1, "success")
    assert ann.get("/commits/topic/check-runs", params={"filter": "all"}).json()["total_count"] == 2
    assert ann.post("/check-runs", json=start).status_code == 403


def test_statuses_amount_to_one(ann: httpx.Client, head: str) -> None:
    assert ann.get(f"/commits/{head}/status").json()["state"] == "pending"
    for state, context in (("failure", "a"), ("success", "a"), ("success", "b")):
        made = ann.post(f"/statuses/{head}", json={"state": state, "context": context})
        assert made.status_code == 201
    found = ann.get("/commits/topic/status").json()
    assert (found["state"], found["total_count"]) == ("success", 2)
    assert len(ann.get("/commits/topic/statuses").json()) == 3
    assert ann.post(f"/statuses/{head}", json={"state": "fine"}).status_code == 422


def _remarks(count: int) -> list[dict[str, object]]:
    line = {"annotation_level": "warning", "message": "m", "path": "docs/a.md"}
    return [{**line, "start_line": at, "end_line": at} for at in range(1, count + 1)]
