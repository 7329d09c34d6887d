"""A script from outside: it sets a scene by requests alone, and gets the events of it."""

from collections.abc import Iterator

import httpx
import pytest

from tests.sandbox.conftest import World
from tests.sandbox.events_witness import complaints


@pytest.fixture
def stage(world: World) -> Iterator[httpx.Client]:
    with world.client(None, "/_sandbox") as client:
        yield client


def environment(stage: httpx.Client, name: str, **query: str | int) -> dict[str, str]:
    answer = stage.get(f"/environment/{name}", params=query)
    assert answer.status_code == 200, answer.text
    return dict(line.split("=", 1) for line in answer.text.splitlines())


@pytest.mark.wire  # GitHub's models of payloads take long to load
def test_a_script_sets_a_scene_and_gets_its_events(world: World, stage: httpx.Client) -> None:
    made = stage.post("/people", json={"login": "zoe", "role": "maintain"}).json()
    assert made == {"login": "zoe", "role": "maintain", "token": "token-zoe"}
    pushed = stage.post("/pushes", json={"branch": "topic", "files": {"a.md": "1"}}).json()
    words = {"title": "T", "head": "topic", "base": "main"}
    with world.client("token-zoe", "/repos/acme/specs") as zoe:
        assert zoe.post("/pulls", json=words).status_code == 201
    told = stage.get("/events/pull_request", params={"action": "opened", "number": 1}).json()
    assert complaints("pull_request", told) == []
    assert told["pull_request"]["head"]["sha"] == pushed["sha"]
    assert told["repository"]["url"] == world.home
    ran = environment(stage, "pull_request_target", action="opened", number=1)
    main = world.hub.mirror.line("rev-parse", "main")
    assert (ran["GITHUB_REF"], ran["GITHUB_SHA"]) == ("refs/heads/main", main)
    assert (ran["GITHUB_HEAD_REF"], ran["GITHUB_BASE_REF"]) == ("topic", "main")
    assert (ran["GITHUB_ACTOR"], ran["GITHUB_REPOSITORY"]) == ("zoe", "acme/specs")
    assert (ran["GITHUB_API_URL"], ran["GITHUB_SERVER_URL"]) == (world.url, world.url)
    tried = environment(stage, "pull_request", action="opened", number=1)
    parents = world.hub.mirror.line("rev-parse", f"{tried['GITHUB_SHA']}^@").split()
    assert (tried["GITHUB_REF"], parents) == ("refs/pull/1/merge", [main, pushed["sha"]])


@pytest.mark.wire  # GitHub's models of payloads take long to load
def test_each_event_runs_at_its_own_place(world: World, stage: httpx.Client) -> None:
    head = world.scene.push("topic", {"a.md": "1"})
    world.scene.pull("bob", "topic")
    main = world.hub.mirror.line("rev-parse", "main")
    group = environment(stage, "merge_group", action="checks_requested", number=1)
    ref = f"refs/heads/gh-readonly-queue/main/pr-1-{main}"
    assert group["GITHUB_REF"] == ref
    assert group["GITHUB_SHA"] == world.hub.mirror.line("rev-parse", ref)
    asked = environment(stage, "workflow_dispatch", ref="topic")
    assert (asked["GITHUB_REF"], asked["GITHUB_SHA"]) == ("refs/heads/topic", head)
    assert environment(stage, "schedule")["GITHUB_SHA"] == main
    followed = environment(stage, "workflow_run", action="completed", number=1, of="pull_request")
    assert (followed["GITHUB_REF"], followed["GITHUB_SHA"]) == ("refs/heads/main", main)
    told = stage.get("/events/workflow_dispatch", params={"inputs": '{"mode": "advise"}'}).json()
    assert told["inputs"] == {"mode": "advise"}
    assert complaints("workflow_dispatch", told) == []
    merged = world.scene.merge("ann", 1).merge_commit_sha
    closed = environment(stage, "pull_request", action="closed", number=1)
    assert (closed["GITHUB_REF"], closed["GITHUB_SHA"]) == ("refs/heads/main", merged)
    pushed = environment(stage, "push", number=1)
    assert (pushed["GITHUB_REF"], pushed["GITHUB_SHA"]) == ("refs/heads/main", merged)


def test_tokens_forks_and_teams_are_made(world: World, stage: httpx.Client) -> None:
    world.scene.issue("ann", "One")
    for permissions, status in (("write", 201), ("read", 403), ("issues:write", 201)):
        said = {"token": permissions, "permissions": permissions}
        assert stage.post("/tokens", json=said).json()["login"] == "github-actions[bot]"
        with world.client(permissions, "/repos/acme/specs") as client:
            assert client.post("/issues/1/comments", json={"body": "b"}).status_code == status
    stage.post("/tokens", json={"token": "write", "permissions": "read"})
    with world.client("write", "/repos/acme/specs") as client:
        assert client.post("/issues/1/comments", json={"body": "b"}).status_code == 403
    app = {"token": "app", "app": "spec-steward"}
    assert stage.post("/tokens", json=app).json()["login"] == "spec-steward[bot]"
    assert stage.post("/forks", json={"login": "eve"}).json() == {"full_name": "eve/specs"}
    pushed = {"branch": "topic", "files": {"a.md": "1", "README.md": None}, "fork": "eve"}
    assert stage.post("/pushes", json=pushed).status_code == 201
    with world.client("token-eve") as eve:
        assert eve.get("/repos/eve/specs/contents/a.md?ref=topic").is_success
        assert stage.delete("/forks/eve").status_code == 204
        assert eve.get("/repos/eve/specs").status_code == 404
    team = {"organization": "house", "slug": "owners", "members": ["bob"]}
    assert stage.post("/teams", json=team).status_code == 201
    with world.client() as client:
        assert len(client.get("/orgs/house/teams/owners/members").json()) == 1


def test_what_a_branch_requires_is_told_as_github_tells_it(
    world: World, stage: httpx.Client
) -> None:
    names = [f"check {number}" for number in range(40)]
    made = stage.post("/rules", json={"branch": "release/1", "checks": names})
    assert made.json() == {"branch": "release/1", "checks": names, "by": "ruleset"}
    said = {"branch": "main", "checks": ["built"], "by": "protection"}
    assert stage.post("/rules", json=said).status_code == 201
    query = (
        '{ repository(owner: "acme", name: "specs") { defaultBranchRef '
        "{ refUpdateRule { pattern requiredStatusCheckContexts } } } }"
    )
    rule = {"pattern": "main", "requiredStatusCheckContexts": ["built"]}
    with world.client("token-eve", "/repos/acme/specs") as eve:
        first = eve.get("/rules/branches/release/1")
        second = eve.get(first.links["next"]["url"])
        assert eve.get("/rules/branches/main").json() == []
        main = eve.get("/branches/main").json()
        assert [each["protected"] for each in eve.get("/branches").json()] == [True]
    told = [
        check["context"]
        for each in (*first.json(), *second.json())
        for check in each["parameters"]["required_status_checks"]
    ]
    assert told == names
    assert (main["protected"], main["protection"]["enabled"]) == (True, True)
    assert main["protection"]["required_status_checks"]["contexts"] == ["built"]
    with world.client("token-eve") as eve:
        answer = eve.post("/graphql", json={"query": query}).json()["data"]
        assert answer["repository"]["defaultBranchRef"]["refUpdateRule"] == rule
        stage.post("/rules", json={**said, "checks": []})
        answer = eve.post("/graphql", json={"query": query}).json()["data"]
        assert answer["repository"]["defaultBranchRef"]["refUpdateRule"] is None


@pytest.mark.parametrize(
    ("asked", "body", "status", "said", "mend"),
    [
        ("POST /people", {"login": "x", "role": "king"}, 422, "no role 'king'", "give one of"),
        ("POST /people", {}, 422, "“login” is missing", "login (required), role, token"),
        ("POST /people", {"logni": "x"}, 422, "no key “logni”", "did you mean “login”? its"),
        ("POST /people", {"xyzzy": "x"}, 422, "no key “xyzzy”", "its keys: login"),
        ("POST /people", {"login": 5}, 422, "login: Input should be a valid string", "got 5"),
        ("POST /people", [], 422, "the body is no JSON object", "send one; its keys: login"),
        ("POST /people", None, 422, "“login” is missing", "its keys"),
        ("POST /tokens", {"token": "x", "permissions": "issues"}, 422, "n 'issues'", "give one"),
        ("POST /teams", {"organization": "o", "slug": "s", "members": [1]}, 422, "[0]", "got 1"),
        ("POST /pushes", {"branch": "b", "files": {}, "fork": "bob"}, 404, "of bob", "/forks"),
        ("POST /people", {"login": "a b"}, 422, "'a b' is no login", "take letters"),
        ("POST /people", {"login": "x", "role": "wirte"}, 422, "role", "mean “write”?"),
        ("POST /forks", {"login": ""}, 422, "'' is no login", "take letters"),
        ("POST /pushes", {"branch": "a..b", "files": {}}, 422, "no name for a branch", "topic"),
        ("POST /pushes", {"branch": "b", "files": {"../a": ""}}, 422, "no path", "docs/a.md"),
        ("POST /pushes", {"branch": "b", "files": {}, "base": "mian"}, 422, "'mian'", "“main”?"),
        ("POST /pushes", {"branch": "b", "files": {}, "base": "x y"}, 422, "'x y'", "are main"),
        ("POST /rules", {"branch": "b", "checks": [], "by": "rulest"}, 422, "way", "“ruleset”?"),
        ("DELETE /forks/nobody", None, 404, "no fork of nobody", "POST /_sandbox/forks"),
        ("GET /events/nonsense", None, 422, "does not know this event", "among pull_request"),
        ("GET /events/push?number=x", None, 422, "number 'x' is none", "number=1"),
        ("GET /events/push?inputs=x", None, 422, "inputs is no JSON", "inputs={"),
        ("GET /events/pull_request?action=opened&number=9", None, 422, "there is no #9", ""),
        ("POST /faults", {"nth": "2"}, 422, "nth: Input should be a valid integer", 'got "2"'),
        ("POST /faults", {"path": "["}, 422, "path is no regular expression", "/issues$"),
        ("POST /faults", {"stauts": 500}, 422, "“stauts”", "did you mean “status”?"),
        ("POST /peple", {}, 404, "no POST /_sandbox/peple", "mean POST /_sandbox/people?"),
        ("GET /people", None, 405, "no GET /_sandbox/people", "mean POST /_sandbox/people?"),
        ("GET /event/push", None, 404, "no GET", "did you mean GET /_sandbox/events/{name}?"),
        ("PATCH /äöü", None, 404, "there is no PATCH", "that are listed here"),
    ],
)
def test_what_cannot_be_done_is_said(
    stage: httpx.Client, asked: str, body: object, status: int, said: str, mend: str
) -> None:
    answer = stage.request(*asked.split(" "), json=body)
    assert answer.status_code == status
    assert said in answer.json()["message"]
    assert mend in answer.json()["mend"]


def test_a_body_that_is_no_json_is_said(stage: httpx.Client) -> None:
    told = stage.post("/people", content="login: bob").json()
    assert told["message"].startswith("the body is no JSON: Expecting value")
    assert told["mend"] == "send an object; its keys: login (required), role, token"


def test_what_there_is_can_be_asked(stage: httpx.Client) -> None:
    routes = stage.get("/").json()["routes"]
    assert "POST /_sandbox/people" in routes
    assert "DELETE /_sandbox/forks/{login}" in routes
    assert "GET /_sandbox/events/{name}" in routes
    assert stage.get("/nothing").json()["routes"] == routes


def test_pages_of_elsewhere_set_no_scene(world: World, stage: httpx.Client) -> None:
    for origin, status in (("http://evil.test", 403), (world.url, 201)):
        headers = {"origin": origin}
        answer = stage.post("/people", json={"login": "mal"}, headers=headers)
        assert answer.status_code == status
