"""What a workflow is told: each event against GitHub's own description of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StewardError
from bot.sandbox.app import Desk, create_app
from bot.sandbox.clock import SteadyClock
from bot.sandbox.events.payload import EVENTS
from bot.sandbox.hub import Hub
from bot.sandbox.kept import Kept
from bot.sandbox.refusal import Json
from bot.sandbox.scene import Scene
from bot.sandbox.serve import drop, running_app
from bot.sandbox.state.forks import delete_fork
from bot.sandbox.state.issues import assign, unassign
from bot.sandbox.state.people import add_user
from bot.sandbox.state.reviews import dismiss
from bot.sandbox.viewer import Actor
from tests.sandbox.conftest import World
from tests.sandbox.events_witness import complaints
from tests.sandbox.witness import Witness

pytestmark = pytest.mark.wire  # it loads GitHub's own models of every event

ALL = [(name, action) for name, kind in EVENTS.items() for action in kind.actions or ("",)]


def pick(found: object, *path: str | int) -> object:
    for part in path:
        found = found[part]  # type: ignore[index]  # a path through JSON
    return found


def all_happened(scene: Scene) -> Scene:
    """Let everything have happened once: to the pull request #1 and to the issue #2."""
    scene.push("topic", {"docs/new.md": "# New\n"})
    scene.pull("bob", "topic", "Title", "Body")
    scene.issue("eve", "Issue")
    for number in (1, 2):
        scene.label("tri", number, "kept", "gone")
        scene.unlabel("ann", number, "gone")
        scene.comment("eve", number, "hello")
        scene.close("bob", number)
    bob = add_user(scene.hub, "bob")
    for deed in (assign, unassign):
        deed(scene.hub, scene.thread(1), [bob], Actor(add_user(scene.hub, "tri").id))
    dropped = scene.review("tri", 1)
    dismiss(scene.hub, scene.thread(1), dropped, "stale", Actor(bob.id))
    scene.review("ann", 1, "COMMENT", "words")
    return scene


def remark(world: World) -> None:
    with world.client(prefix="/repos/acme/specs") as ann:
        head = ann.get("/pulls/1").json()["head"]["sha"]
        said = {"body": "b", "path": "docs/new.md", "line": 1, "commit_id": head}
        assert ann.post("/pulls/1/comments", json=said).status_code == 201


@pytest.fixture(scope="module")
def happened(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """Return a scene where everything has happened, which is not set anew for each event."""
    clock = SteadyClock()
    hub = Hub.create(origin, tmp_path_factory.mktemp("events") / "state", "acme/specs", clock)
    scene = Scene(hub)
    for login, role in (("ann", "admin"), ("bob", "write"), ("tri", "triage"), ("eve", "none")):
        scene.person(login, role)
    desk = Desk.at(hub)
    witness = Witness(create_app(desk, drop=drop))
    with running_app(witness) as url:
        all_happened(scene)
        remark(World(desk, scene, clock, url, witness))
    assert witness.complaints == []
    yield scene
    hub.close()


@pytest.fixture
def scene(happened: Scene) -> Iterator[Scene]:
    """Return that scene, and go back to how it was when the test is over."""
    kept = Kept.of(happened.hub)
    yield happened
    kept.restore(happened.hub)
    kept.close()


@pytest.mark.parametrize(("name", "action"), ALL)
def test_each_event_is_as_github_describes_it(scene: Scene, name: str, action: str) -> None:
    if action != "closed" and name != "issues":
        scene.reopen("bob", 1)
    number = {"issues": 2, "schedule": 0, "workflow_dispatch": 0}.get(name, 1)
    told = scene.event(name, action, number)
    assert complaints(name, told) == []
    assert told.get("action", "") == action
    assert pick(told, "repository", "default_branch") == "main"
    assert "installation" not in told


def login(told: Json) -> object:
    return pick(told, "sender", "login")


def test_who_did_it_is_known_from_the_records(scene: Scene) -> None:
    assert login(scene.event("pull_request", "opened", 1)) == "bob"
    assert login(scene.event("pull_request", "labeled", 1)) == "tri"
    assert login(scene.event("pull_request", "unlabeled", 1)) == "ann"
    assert login(scene.event("pull_request", "closed", 1)) == "bob"
    assert login(scene.event("issue_comment", "created", 1)) == "eve"
    assert login(scene.event("pull_request_review", "submitted", 1)) == "ann"
    assert login(scene.event("pull_request_review", "dismissed", 1)) == "bob"
    assert login(scene.event("pull_request", "opened", 1, sender="ann")) == "ann"
    with pytest.raises(StewardError, match="there is nobody named zoe; make the account first"):
        scene.event("pull_request", "opened", 1, sender="zoe")
    assert "sender" not in scene.event("schedule")


def test_a_label_is_the_last_one_or_the_one_that_is_named(scene: Scene) -> None:
    assert pick(scene.event("pull_request", "labeled", 1), "label", "name") == "gone"
    assert pick(scene.event("pull_request", "labeled", 1, label="KEPT"), "label", "name") == "kept"
    assert pick(scene.event("issues", "unlabeled", 2), "label", "name") == "gone"


def test_each_push_has_what_was_before_it(world: World) -> None:
    scene = world.scene
    first = scene.push("topic", {"a.md": "1"})
    scene.pull("bob", "topic")
    second, third = (scene.push("topic", {"a.md": text}) for text in ("2", "3"))
    told = scene.event("pull_request", "synchronize", 1)
    assert (told["before"], told["after"]) == (second, third)
    assert pick(told, "pull_request", "head", "sha") == third
    earlier = scene.event("pull_request", "synchronize", 1, before=first, after=second)
    assert (earlier["before"], earlier["after"]) == (first, second)
    pushed = scene.event("push", "", 1)
    assert (pushed["ref"], pushed["before"]) == ("refs/heads/topic", second)
    assert "added" not in str(pick(pushed, "commits", 0))


def test_a_merge_closes_and_pushes(world: World) -> None:
    scene = world.scene
    scene.push("topic", {"a.md": "1"})
    scene.pull("bob", "topic")
    with pytest.raises(StewardError, match="#1 is open; close it or merge it first"):
        scene.event("pull_request", "closed", 1)
    base = world.hub.mirror.line("rev-parse", "main")
    merged = scene.merge("ann", 1)
    told = scene.event("pull_request", "closed", 1)
    assert pick(told, "pull_request", "merged") is True
    assert (told["number"], login(told)) == (1, "ann")
    pushed = scene.event("push", "", 1)
    assert (pushed["before"], pushed["after"]) == (base, merged.merge_commit_sha)
    assert (pushed["ref"], pick(pushed, "pusher", "name")) == ("refs/heads/main", "ann")
    assert len(pushed["commits"]) == 2  # type: ignore[arg-type]  # a list
    assert scene.event("push")["after"] == merged.merge_commit_sha
    assert complaints("push", scene.event("push", ref="main")) == []


def test_a_branch_is_made_and_another_is_forced(world: World) -> None:
    scene = world.scene
    sha = scene.push("topic", {"a.md": "1"})
    made = scene.event("push", ref="topic", before="0" * 40)
    assert (made["created"], len(made["commits"])) == (True, 1)  # type: ignore[arg-type]  # a list
    other = scene.push("other", {"a.md": "2"})
    assert scene.event("push", ref="topic", before=other)["forced"] is True
    gone = scene.event("push", ref="topic", before=sha, after="0" * 40)
    assert (gone["deleted"], gone["head_commit"], gone["commits"]) == (True, None, [])
    assert complaints("push", gone) == []


def test_a_run_names_no_pull_request_of_a_fork(world: World) -> None:
    scene, name = world.scene, "workflow_run"
    scene.push("topic", {"a.md": "1"})
    scene.pull("bob", "topic")
    fork = scene.fork("eve")
    head = scene.push("patch", {"a.md": "2"}, repository=fork)
    scene.pull("eve", "patch", repository=fork)
    ours, theirs = (scene.event(name, "completed", number)[name] for number in (1, 2))
    assert pick(ours, "event") == "pull_request_review"
    assert pick(ours, "pull_requests", 0, "number") == 1
    assert pick(theirs, "pull_requests") == []
    assert (pick(theirs, "head_sha"), pick(theirs, "head_branch")) == (head, "patch")
    assert pick(theirs, "head_repository", "full_name") == "eve/specs"
    told = scene.event(name, "requested", 2, of="pull_request")
    assert complaints(name, told) == []
    assert (pick(told, name, "event"), login(told)) == ("pull_request", "eve")
    scene.review("ann", 2)
    assert login(scene.event(name, "completed", 2)) == "ann"
    pushed = scene.event(name, "completed")
    assert complaints(name, pushed) == []
    assert (pick(pushed, name, "event"), login(pushed)) == ("push", "acme")


def test_a_deleted_fork_is_no_repository(world: World) -> None:
    scene = world.scene
    fork = scene.fork("eve")
    scene.push("topic", {"a.md": "1"}, repository=fork)
    scene.pull("eve", "topic", repository=fork)
    told = scene.event("pull_request", "opened", 1)
    assert pick(told, "pull_request", "head", "repo", "full_name") == "eve/specs"
    with pytest.raises(StewardError, match="a push to a fork starts no run here"):
        scene.event("push", "", 1)
    delete_fork(world.hub, fork)
    told = scene.event("pull_request", "opened", 1)
    assert pick(told, "pull_request", "head", "repo") is None
    assert complaints("pull_request", told) == []


def test_a_title_tells_what_it_was(world: World) -> None:
    world.scene.push("topic", {"a.md": "1"})
    world.scene.pull("bob", "topic", "Old")
    with world.client(prefix="/repos/acme/specs") as ann:
        ann.patch("/pulls/1", json={"title": "New"})
    told = world.scene.event("pull_request", "edited", 1)
    assert (told["changes"], login(told)) == ({"title": {"from": "Old"}}, "ann")
    changes = {"body": {"from": "was"}}
    assert world.scene.event("pull_request", "edited", 1, changes=changes)["changes"] == changes


@pytest.mark.parametrize(
    ("name", "action", "number", "said"),
    [
        ("deployment", "", 0, "deployment: the embedded GitHub does not know this event; choose"),
        ("pull_request", "", 1, "pull_request: this event needs an action; its actions: opened"),
        ("push", "made", 0, "push: this event has no action 'made'; its actions: none"),
        ("issues", "opened", 9, "issues opened: there is no #9"),
        ("issues", "opened", 1, "issues opened: #1 is a pull request; ask for"),
        ("pull_request", "opened", 2, "pull_request opened: #2 is no pull request"),
        ("pull_request", "labeled", 3, "pull_request labeled: there is no label ''; name one"),
        ("pull_request", "assigned", 3, "pull_request assigned: nobody was; assign"),
        ("pull_request_review", "dismissed", 3, "#3 has no such review; make the review first"),
    ],
)
def test_what_did_not_happen_is_not_told(
    scene: Scene, name: str, action: str, number: int, said: str
) -> None:
    scene.push("other", {"b.md": "b"})
    scene.pull("bob", "other")
    with pytest.raises(StewardError) as refused:
        scene.event(name, action, number)
    assert said in str(refused.value)
