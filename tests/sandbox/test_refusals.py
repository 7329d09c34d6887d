"""What GitHub refuses, route by route: each refusal in its own status and words."""

from tests.sandbox.conftest import World

ZERO = "0" * 40
FILE = {"path": "a", "mode": "100644", "type": "blob"}


REFUSED: list[tuple[str, str, dict[str, object], int]] = [
    ("GET", f"/git/blobs/{ZERO}", {}, 404),
    ("GET", f"/git/commits/{ZERO}", {}, 404),
    ("POST", "/git/blobs", {"content": "a", "encoding": "base64"}, 422),
    ("POST", "/git/trees", {"tree": []}, 422),
    ("POST", "/git/trees", {"tree": 1}, 422),
    ("POST", "/git/trees", {"base_tree": ZERO, "tree": [FILE]}, 422),
    ("POST", "/git/trees", {"tree": [{**FILE, "path": "/a", "sha": ZERO}]}, 422),
    ("POST", "/git/trees", {"tree": [{**FILE, "mode": "7", "sha": ZERO}]}, 422),
    ("POST", "/git/trees", {"tree": [{**FILE, "sha": ZERO}]}, 422),
    ("POST", "/git/trees", {"tree": [{**FILE, "sha": None}]}, 422),
    ("POST", "/git/trees", {"tree": [FILE]}, 422),
    ("POST", "/git/commits", {"message": "m", "tree": ZERO}, 422),
    ("POST", "/git/refs", {"ref": "heads", "sha": ZERO}, 422),
    ("POST", "/git/refs", {"ref": "refs/heads/x", "sha": ZERO}, 422),
    ("POST", "/git/refs", {"ref": "refs/heads/a..b", "sha": "HEAD"}, 422),
    ("PATCH", "/git/refs/heads/main", {"sha": ZERO}, 422),
    ("PATCH", "/git/refs/heads/nothing", {"sha": ZERO}, 422),
    ("DELETE", "/git/refs/heads/nothing", {}, 422),
    ("GET", "/compare/main..main", {}, 404),
    ("GET", "/compare/main...nobody:main", {}, 404),
    ("GET", f"/commits/{ZERO}", {}, 422),
    ("PUT", "/contents/x", {"message": "m", "content": "a"}, 422),
    ("PUT", "/contents/x", {"message": "m", "content": "", "branch": "no"}, 404),
    ("DELETE", "/contents/x", {"message": "m", "sha": ZERO}, 404),
    ("DELETE", "/contents/README.md", {"message": "m", "sha": ZERO}, 409),
    ("GET", "/issues/99", {}, 404),
    ("GET", "/issues?creator=nobody", {}, 422),
    ("PATCH", "/issues/1", {"state": "ajar"}, 422),
    ("PATCH", "/issues/1", {"state": "closed", "state_reason": "bored"}, 422),
    ("PATCH", "/issues/1", {"title": " "}, 422),
    ("POST", "/issues/1/labels", {"labels": "a"}, 422),
    ("POST", "/issues/1/labels", {"labels": [1]}, 422),
    ("POST", "/issues/1/comments", {}, 422),
    ("GET", "/issues/events/1", {}, 404),
    ("GET", "/labels/nothing", {}, 404),
    ("POST", "/labels", {"name": " "}, 422),
    ("POST", "/labels", {"name": "a", "color": "red"}, 422),
    ("GET", "/milestones/9", {}, 404),
    ("POST", "/milestones", {"title": " "}, 422),
    ("PATCH", "/milestones/1", {"state": "ajar"}, 422),
    ("POST", "/issues/1/sub_issues", {}, 404),
    ("POST", "/issues/1/sub_issues", {"sub_issue_id": "1"}, 422),
    ("GET", "/issues/2/sub_issues", {}, 404),
    ("PATCH", "/issues/1/sub_issues/priority", {}, 404),
    ("DELETE", "/issues/1/sub_issue", {}, 404),
    ("GET", "/pulls/1", {}, 404),
    ("PATCH", "/pulls/2", {"base": "nothing"}, 422),
    ("PUT", "/pulls/2/merge", {"merge_method": "magic"}, 405),
    ("POST", "/pulls", {"title": " ", "head": "topic", "base": "main"}, 422),
    ("POST", "/pulls", {"head": "topic", "base": "nothing", "title": "t"}, 422),
    ("POST", "/pulls", {"head": "eve:topic", "base": "main", "title": "t"}, 422),
    ("POST", "/pulls", {"head": "topic", "base": "main"}, 422),
    ("POST", "/pulls/2/reviews", {"event": "REQUEST_CHANGES"}, 422),
    ("POST", "/pulls/2/reviews", {"event": "COMMENT"}, 422),
    ("GET", "/pulls/2/reviews/9", {}, 404),
    ("POST", "/pulls/2/comments", {"in_reply_to": 9, "body": "b"}, 422),
    ("POST", "/pulls/2/comments", {"body": "b"}, 422),
    ("POST", "/pulls/2/comments", {"body": "b", "path": "x"}, 422),
    ("GET", "/check-runs/9", {}, 404),
    ("POST", f"/statuses/{ZERO}", {"state": "success"}, 422),
    ("POST", "/issues/1/reactions", {"content": "?"}, 422),
    ("GET", "/collaborators/nobody", {}, 404),
]


def test_what_is_refused(world: World) -> None:
    world.scene.issue("ann", "One")
    world.scene.push("topic", {"x.md": "x"})
    world.scene.pull("bob", "topic")
    with world.client(prefix="/repos/acme/specs") as ann:
        ann.post("/milestones", json={"title": "M"})
        met = [ann.request(verb, path, json=body) for verb, path, body, _ in REFUSED]
    found = [(*each[:3], answer.status_code) for each, answer in zip(REFUSED, met, strict=True)]
    assert found == REFUSED


LINES: dict[str, object] = {"message": "m", "start_line": 1, "end_line": 2}


def _output(annotation: dict[str, object]) -> dict[str, object]:
    return {"output": {"title": "t", "summary": "s", "annotations": [annotation]}}


LAME: list[dict[str, object]] = [
    {"head_sha": ZERO},
    {"status": "lost"},
    {"conclusion": "lost"},
    {"status": "completed"},
    {"output": {"title": "t"}},
    {"output": {"title": "t", "summary": "s", "annotations": 1}},
    _output({"message": "m"}),
    _output({"message": "m", "path": "p"}),
    _output({"message": "m", "path": "p", "start_line": 1, "end_line": 1}),
    _output({**LINES, "path": "p", "annotation_level": "notice", "start_column": 1}),
]


def test_a_check_run_that_is_refused_leaves_nothing(world: World) -> None:
    head = world.scene.push("topic", {"x.md": "x"})
    with world.client("workflow", "/repos/acme/specs") as robot:
        for body in LAME:
            answer = robot.post("/check-runs", json={"name": "n", "head_sha": head, **body})
            assert answer.status_code == 422, answer.text
        assert robot.get("/commits/topic/check-runs").json()["total_count"] == 0
