import httpx
import pytest

from bot.sandbox.scene import READ_ONLY
from bot.sandbox.state.people import add_team, add_token, add_user
from tests.sandbox.conftest import World


def test_roles_are_told_in_old_words_and_by_name(world: World, ann: httpx.Client) -> None:
    found = {
        login: ann.get(f"/collaborators/{login}/permission").json()
        for login in ("ann", "bob", "tri", "eve")
    }
    assert {login: (each["permission"], each["role_name"]) for login, each in found.items()} == {
        "ann": ("admin", "admin"),
        "bob": ("write", "write"),
        "tri": ("read", "triage"),
        "eve": ("read", "read"),
    }
    assert {each["login"] for each in ann.get("/collaborators").json()} == {
        *("acme", "ann", "bob", "tri")
    }
    assert ann.get("/collaborators/bob").status_code == 204
    assert ann.get("/collaborators/eve").status_code == 404
    assert ann.get("/assignees/bob").status_code == 204
    assert ann.get("/collaborators/nobody/permission").status_code == 404
    with world.client("token-eve", "/repos/acme/specs") as eve:
        assert eve.get("/collaborators/bob/permission").status_code == 403


def test_labels_are_dropped_silently_without_the_right_to(world: World) -> None:
    body = {"title": "x", "labels": ["spec"], "assignees": ["ann"], "milestone": 1}
    with world.client("token-eve", "/repos/acme/specs") as eve:
        made = eve.post("/issues", json=body).json()
        assert (made["labels"], made["assignees"], made["milestone"]) == ([], [], None)
        assert (
            eve.patch("/issues/1", json={"labels": ["spec"], "title": "y"}).json()["title"] == "y"
        )
        assert eve.get("/issues/1/labels").json() == []
        assert eve.post("/issues/1/labels", json={"labels": ["spec"]}).status_code == 403
        assert eve.post("/labels", json={"name": "x"}).status_code == 403
    with world.client("token-tri", "/repos/acme/specs") as tri:
        assert tri.post("/issues/1/labels", json={"labels": ["spec"]}).is_success
        events = tri.get("/issues/1/events").json()
        assert [each["actor"]["login"] for each in events] == ["eve", "tri"]


def test_a_workflow_is_a_bot_that_is_nobody(robot: httpx.Client, world: World) -> None:
    with world.client("workflow") as client:
        refused = client.get("/user")
        assert refused.json()["message"] == "Resource not accessible by integration"
    made = robot.post("/issues", json={"title": "x", "labels": ["a"]}).json()
    assert (made["user"]["login"], made["user"]["type"]) == ("github-actions[bot]", "Bot")
    assert made["performed_via_github_app"]["slug"] == "github-actions"
    assert len(made["labels"]) == 1
    assert robot.get("/collaborators/bob/permission").json()["permission"] == "write"
    world.scene.app("spec-steward", "installed", "issues:write")
    with world.client("installed", "/repos/acme/specs") as app:
        said = app.post("/issues/1/comments", json={"body": "b"}).json()
        assert said["user"]["login"] == "spec-steward[bot]"
        assert app.put("/contents/x", json={"message": "m", "content": ""}).status_code == 403


@pytest.mark.parametrize(
    ("verb", "path", "accepted"),
    [
        ("POST", "/issues/1/comments", "issues=write; pull_requests=write"),
        ("POST", "/check-runs", "checks=write"),
        ("POST", f"/statuses/{'0' * 40}", "statuses=write"),
        ("POST", "/git/refs", "contents=write"),
        ("POST", "/issues/1/labels", "issues=write; pull_requests=write"),
    ],
)
def test_a_read_only_token_is_told_what_is_missing(
    world: World, verb: str, path: str, accepted: str
) -> None:
    world.scene.issue("ann", "One")
    world.scene.workflow("weak", READ_ONLY)
    with world.client("weak", "/repos/acme/specs") as client:
        assert client.get("/issues/1").is_success
        refused = client.request(verb, path, json={})
    assert refused.status_code == 403
    assert refused.json()["message"] == "Resource not accessible by integration"
    assert refused.headers["x-accepted-github-permissions"] == accepted


def test_a_fine_grained_token_has_its_own_limits(world: World) -> None:
    bob = add_user(world.hub, "bob")
    add_token(world.hub, bob, "fine", "fine", "issues:read")
    with world.client("fine", "/repos/acme/specs") as client:
        said = client.post("/issues", json={"title": "x"}).json()["message"]
    assert said == "Resource not accessible by personal access token"


def test_a_private_repository_is_hidden(world: World, ann: httpx.Client) -> None:
    world.hub.store.change(world.hub.repository, private=True)
    assert ann.get(world.home).json()["visibility"] == "private"
    for token in (None, "token-eve"):
        with world.client(token, "/repos/acme/specs") as client:
            assert client.get(world.home).status_code == 404
            assert client.get("/issues").status_code == 404
    world.scene.workflow("weak", "contents:read")
    with world.client("weak", "/repos/acme/specs") as client:
        assert client.get("/contents").is_success
        assert client.get("/issues").status_code == 403


def test_people_change_what_is_theirs(world: World, ann: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    own = world.scene.comment("ann", 1, "hello")
    with world.client("token-eve", "/repos/acme/specs") as eve:
        assert eve.patch("/issues/1", json={"title": "x"}).status_code == 403
        assert eve.patch(f"/issues/comments/{own.id}", json={"body": "x"}).status_code == 403
        assert eve.put("/contents/x", json={"message": "m", "content": ""}).status_code == 404
    assert ann.patch(f"/issues/comments/{own.id}", json={"body": "x"}).is_success


def test_teams_are_seen_by_members_of_the_house(world: World) -> None:
    house = add_user(world.hub, "house", "Organization")
    add_team(world.hub, house, "reviewers", add_user(world.hub, "bob"))
    with world.client(prefix="/orgs/house/teams") as client:
        assert [each["login"] for each in client.get("/reviewers/members").json()] == ["bob"]
        assert client.get("/reviewers/memberships/bob").json()["state"] == "active"
        assert client.get("/reviewers/memberships/eve").status_code == 404
        assert client.get("/nothing/members").status_code == 404
    with world.client("workflow", "/orgs/house/teams") as client:
        assert client.get("/reviewers/members").status_code == 404
