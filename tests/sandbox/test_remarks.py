"""Comments at lines: made, changed, answered, taken back, and left behind by pushes."""

import httpx
import pytest

from tests.sandbox.conftest import TEXTS, World

OLD = TEXTS["docs/a.md"]
NEW = OLD.replace("two", "zwei").replace("eight", "acht")
WHAT = "PullRequestReviewComment"
Line = dict[str, object]


@pytest.fixture
def line(world: World) -> Line:
    """Return a comment at the changed fourth line."""
    world.scene.push("main", {"docs/long.md": "".join(f"{at}\n" for at in range(100))})
    longer = "".join(f"{at * (1 + (at in {5, 90}))}\n" for at in range(100))
    head = world.scene.push("topic", {"docs/a.md": NEW, "docs/long.md": longer})
    world.scene.pull("bob", "topic")
    return {"body": "```suggestion\n2\n```", "commit_id": head, "path": "docs/a.md", "line": 4}


def test_a_suggestion_is_made_changed_and_taken_back(
    world: World, robot: httpx.Client, line: Line
) -> None:
    made = robot.post("/pulls/1/comments", json=line).json()
    assert (made["line"], made["side"]) == (4, "RIGHT")
    assert made["user"]["login"] == "github-actions[bot]"
    here = f"/pulls/comments/{made['id']}"
    assert robot.get(here).json()["body"] == line["body"]
    assert robot.patch(here, json={"body": "else"}).json()["body"] == "else"
    assert [each["id"] for each in robot.get("/pulls/comments").json()] == [made["id"]]
    assert robot.get("/pulls/comments?direction=desc&since=2027-01-01T00:00:00Z").json() == []
    with world.client("token-eve", "/repos/acme/specs") as eve:
        assert eve.patch(here, json={"body": "x"}).status_code == 403
        assert eve.post(f"{here}/reactions", json={"content": "heart"}).status_code == 201
    assert [each["content"] for each in robot.get(f"{here}/reactions").json()] == ["heart"]
    assert len(robot.get("/pulls/1/reviews").json()) == 1
    assert robot.delete(here).status_code == 204
    assert robot.get("/pulls/1/reviews").json() == []
    assert robot.delete(here).status_code == 404


def test_answers_stand_where_the_first_one_does(
    world: World, ann: httpx.Client, line: Line
) -> None:
    first = ann.post("/pulls/1/comments", json=line).json()
    answer = ann.post(f"/pulls/1/comments/{first['id']}/replies", json={"body": "why?"}).json()
    later = {"in_reply_to": answer["id"], "body": "so"}
    again = ann.post("/pulls/1/comments", json=later).json()
    assert {answer["in_reply_to_id"], again["in_reply_to_id"]} == {first["id"]}
    assert (again["line"], again["diff_hunk"]) == (4, first["diff_hunk"])
    world.scene.push("topic", {"docs/a.md": OLD})
    assert ann.post("/pulls/1/comments", json=later).status_code == 201
    assert ann.post("/pulls/1/comments/1/replies", json={"body": "b"}).status_code == 422
    review = again["pull_request_review_id"]
    of_review = ann.get(f"/pulls/1/reviews/{review}/comments").json()
    assert [each["id"] for each in of_review] == [again["id"]]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"line": 50, "path": "docs/long.md"}, "line", "could not be resolved"),
        ({"path": "README.md"}, "path", "could not be resolved"),
        ({"start_line": 4}, "start_line", "{} must precede the end line."),
        (
            {"start_line": 6, "line": 91, "path": "docs/long.md"},
            "start_line",
            "{} must be part of the same hunk as the line.",
        ),
    ],
)
def test_a_line_has_to_be_in_the_difference(
    ann: httpx.Client, line: Line, changed: Line, field: str, said: str
) -> None:
    name = f"pull_request_review_thread.{field}"
    error = {"resource": WHAT, "field": name, "code": "custom", "message": said.format(name)}
    alone = ann.post("/pulls/1/comments", json={**line, **changed})
    assert (alone.status_code, alone.json()["errors"]) == (422, [error])
    remark = {name: value for name, value in {**line, **changed}.items() if name != "commit_id"}
    together = ann.post("/pulls/1/reviews", json={"event": "COMMENT", "comments": [remark]})
    words = f"Pull request review thread {field.replace('_', ' ')}"
    sentence = said.format(words) if "{}" in said else f"{field.capitalize()} {said}"
    assert (together.status_code, together.json()["errors"]) == (422, [sentence])
    assert ann.get("/pulls/1/reviews").json() == []


@pytest.mark.parametrize(
    "changed", [{"commit_id": "0" * 40}, {"side": "TOP"}, {"body": " "}, {"line": None}]
)
def test_what_makes_no_sense_is_refused(ann: httpx.Client, line: Line, changed: Line) -> None:
    assert ann.post("/pulls/1/comments", json={**line, **changed}).status_code == 422


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (NEW.replace("# A\n", "# A\n\nmore\n"), (6, 5, 7)),
        (NEW.replace("zwei", "deux"), (None, None, None)),
        (NEW.replace("one", "un"), (None, None, None)),
        (OLD + "\n" * 40 + "end\n", (None, None, None)),
        (None, (None, None, None)),
    ],
)
def test_lines_move_and_change_under_a_comment(
    world: World,
    ann: httpx.Client,
    line: Line,
    text: str | None,
    stands: tuple[int | None, int | None, int | None],
) -> None:
    made = ann.post("/pulls/1/comments", json={**line, "start_line": 3}).json()
    ann.post("/pulls/1/comments", json={**line, "line": 4, "side": "LEFT"})
    world.scene.push("topic", {"other.md": "x"})
    again = ann.get(f"/pulls/comments/{made['id']}").json()
    assert (again["line"], again["start_line"]) == (4, 3)
    world.scene.push("topic", {"docs/a.md": text})
    moved, left = ann.get("/pulls/1/comments").json()
    assert (moved["line"], moved["start_line"], moved["position"]) == stands
    assert (moved["original_line"], moved["original_start_line"]) == (4, 3)
    assert left["line"] == 4
