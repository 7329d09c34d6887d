"""GraphQL refuses each part that a token may not see, by itself and beside what it may."""

import pytest

from bot.forge import issue_queries, queries
from bot.sandbox.refusal import Json
from bot.sandbox.scene import READ_ONLY
from tests.sandbox.conftest import World
from tests.sandbox.test_graphql import ask, pick

Path = list[str | int]
INTEGRATION = "Resource not accessible by integration"
COMMIT: Path = ["repository", "pullRequest", "commits", "nodes", 0, "commit"]
ROLLUP: Path = [*COMMIT, "statusCheckRollup"]


@pytest.fixture
def head(world: World) -> str:
    sha = world.scene.push("topic", {"docs/new.md": "# New\n"})
    world.scene.pull("bob", "topic")
    with world.client("workflow", "/repos/acme/specs") as robot:
        run = {"name": "spec-steward", "head_sha": sha, "conclusion": "failure"}
        assert robot.post("/check-runs", json=run).status_code == 201
        status = {"state": "success", "context": "other"}
        assert robot.post(f"/statuses/{sha}", json=status).status_code == 201
    world.hub.store.change(world.hub.repository, private=True)
    return sha


def asked(world: World, permissions: str) -> Json:
    world.scene.workflow("weak", permissions)
    return ask(world, queries.PULL, "weak", number=1)


def refusals(found: Json) -> list[tuple[object, object]]:
    errors = found.get("errors", [])
    assert isinstance(errors, list)
    for error in errors:
        assert error["type"] == "FORBIDDEN"
        assert error["extensions"] == {"saml_failure": False}
        assert error["locations"]
    return [(error["path"], error["message"]) for error in errors]


@pytest.mark.parametrize(("missing", "node"), [("checks", 0), ("statuses", 1)])
def test_one_kind_of_verdict_is_refused_beside_the_other(
    world: World, head: str, missing: str, node: int
) -> None:
    found = asked(world, READ_ONLY.replace(f"{missing}:read", ""))
    assert refusals(found) == [([*ROLLUP, "contexts", "nodes", node], INTEGRATION)]
    pull = pick(found, "data", "repository", "pullRequest")
    assert pick(pull, "headRefOid") == head
    nodes = pick(found, "data", *ROLLUP, "contexts", "nodes")
    assert pick(nodes, node) is None
    assert pick(nodes, 1 - node) is not None


@pytest.mark.parametrize(
    ("permissions", "path"),
    [
        ("contents:read pull_requests:read", ROLLUP),
        ("pull_requests:read checks:read statuses:read", COMMIT),
        ("contents:read issues:read", ["repository", "pullRequest"]),
    ],
)
def test_what_is_below_is_refused_where_it_begins(
    world: World, head: str, permissions: str, path: list[str | int]
) -> None:
    del head
    found = asked(world, permissions)
    assert (path, INTEGRATION) in refusals(found)
    assert pick(found, "data", "viewer", "login") == "github-actions[bot]"


def test_all_is_seen_where_everybody_sees_it(world: World, head: str) -> None:
    world.hub.store.change(world.hub.repository, private=False)
    assert refusals(asked(world, "contents:read")) == []
    del head


def test_issues_and_files_have_permissions_of_their_own(world: World, head: str) -> None:
    world.scene.workflow("weak", "pull_requests:read")
    issues = ask(world, issue_queries.LABELLED, "weak", label="spec", after=None)
    assert refusals(issues) == [(["repository", "issues"], INTEGRATION)]
    files = ask(world, queries.files([[0]]), "weak", c0=head, p0="docs/new.md")
    assert refusals(files) == [(["repository", "c0"], INTEGRATION)]


@pytest.mark.parametrize("private", [False, True])
def test_a_read_only_token_changes_nothing(world: World, head: str, *, private: bool) -> None:
    del head
    world.hub.store.change(world.hub.repository, private=private)
    comment = world.scene.comment("bob", 1, "old")
    with world.client(prefix="/repos/acme/specs") as ann:
        node = ann.get(f"/issues/comments/{comment.id}").json()["node_id"]
    world.scene.workflow("weak", READ_ONLY)
    words = {"subject": node, "why": "OUTDATED"}
    refused = ask(world, queries.MINIMISE, "weak", **words)
    assert refusals(refused) == [(["minimizeComment"], INTEGRATION)]
    assert refused["data"] == {"minimizeComment": None}
    if private:
        hidden = ask(world, queries.MINIMISE, "token-eve", **words)
        assert pick(hidden, "errors", 0, "type") == "NOT_FOUND"
    else:
        said = "eve does not have the correct permissions to execute `MinimizeComment`"
        assert refusals(ask(world, queries.MINIMISE, "token-eve", **words))[0][1] == said
    assert not world.hub.store.find(type(comment), "minimized IS NOT NULL")


@pytest.mark.parametrize(
    ("permissions", "status"),
    [("issues:write", 201), ("pull_requests:write", 201), ("contents:write issues:read", 403)],
)
def test_either_right_to_speak_is_one_to_react(world: World, permissions: str, status: int) -> None:
    world.scene.issue("ann", "One")
    comment = world.scene.comment("bob", 1, "/spec check")
    world.scene.workflow("weak", permissions)
    with world.client("weak", "/repos/acme/specs") as weak:
        here = f"/issues/comments/{comment.id}/reactions"
        assert weak.post(here, json={"content": "eyes"}).status_code == status
        assert len(weak.get(here).json()) == (status == 201)
