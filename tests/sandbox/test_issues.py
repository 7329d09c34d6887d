import httpx
import pytest

from bot.sandbox.state.issue_types import define_type
from tests.sandbox.conftest import World


def test_an_issue_is_opened_changed_closed_and_reopened(ann: httpx.Client) -> None:
    made = ann.post("/issues", json={"title": "One", "body": "b", "labels": ["New", "spec"]})
    assert made.status_code == 201
    issue = made.json()
    assert issue["id"] != issue["number"] == 1
    assert [each["name"] for each in issue["labels"]] == ["New", "spec"]
    assert ann.get("/labels/new").json()["color"] == "ededed"
    closed = ann.patch("/issues/1", json={"state": "closed", "state_reason": "not_planned"}).json()
    assert (closed["state"], closed["state_reason"]) == ("closed", "not_planned")
    assert closed["closed_by"]["login"] == "ann"
    opened = ann.patch("/issues/1", json={"state": "open", "title": "Two"}).json()
    assert (opened["state"], opened["state_reason"], opened["title"]) == ("open", "reopened", "Two")
    events = [each["event"] for each in ann.get("/issues/1/events").json()]
    assert events == ["labeled", "labeled", "closed", "renamed", "reopened"]
    assert len(ann.get("/issues/events").json()) == len(events)
    assert len(ann.get("/issues/1/timeline").json()) == len(events)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": "x" * 257}, "title"),
        ({"title": "x", "body": "y" * 65537}, "body"),
        ({}, "title"),
        ({"title": "x", "assignees": ["nobody"]}, "assignees"),
        ({"title": "x", "milestone": 7}, "milestone"),
        ({"title": "x", "type": "Task"}, "type"),
    ],
)
def test_what_is_too_long_or_unknown_is_refused_and_leaves_nothing(
    ann: httpx.Client, body: dict[str, object], field: str
) -> None:
    refused = ann.post("/issues", json=body)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == field
    assert ann.get("/issues").json() == []


def test_lists_are_filtered_and_hold_pull_requests_too(world: World, ann: httpx.Client) -> None:
    for title in ("a", "b", "c"):
        world.scene.issue("ann", title)
        world.clock.advance(1)
    world.scene.label("bob", 2, "spec: draft")
    world.scene.push("topic", {"x.md": "x"})
    world.scene.pull("bob", "topic")
    world.scene.close("ann", 3)

    def numbers(**query: str) -> list[int]:
        return [each["number"] for each in ann.get("/issues", params=query).json()]

    assert numbers() == [4, 2, 1]
    assert numbers(state="all", direction="asc") == [1, 2, 3, 4]
    assert numbers(labels="SPEC: Draft") == [2]
    assert numbers(creator="bob") == [4]
    assert numbers(state="closed") == [3]
    assert "pull_request" in ann.get("/issues/4").json()


def test_comments_are_made_changed_reacted_to_and_deleted(ann: httpx.Client) -> None:
    ann.post("/issues", json={"title": "One"})
    made = ann.post("/issues/1/comments", json={"body": "hello"}).json()
    here = f"/issues/comments/{made['id']}"
    assert ann.patch(here, json={"body": "bye"}).json()["body"] == "bye"
    assert ann.post(f"{here}/reactions", json={"content": "eyes"}).status_code == 201
    assert ann.post(f"{here}/reactions", json={"content": "eyes"}).status_code == 200
    assert ann.get(here).json()["reactions"]["eyes"] == 1
    assert len(ann.get(f"{here}/reactions").json()) == 1
    assert ann.post("/issues/1/comments", json={"body": "x" * 65537}).status_code == 422
    assert ann.post("/issues/1/comments", json={"body": " "}).status_code == 422
    assert ann.delete(here).status_code == 204
    assert ann.get("/issues/1/comments").json() == []
    assert ann.get(here).status_code == 404


def test_labels_are_the_same_in_any_case(ann: httpx.Client) -> None:
    assert ann.post("/labels", json={"name": "Spec: Draft", "color": "00AAff"}).status_code == 201
    twice = ann.post("/labels", json={"name": "spec: draft"})
    assert twice.json()["errors"][0]["code"] == "already_exists"
    ann.post("/issues", json={"title": "One"})
    put = ann.post("/issues/1/labels", json={"labels": ["SPEC: DRAFT"]}).json()
    assert [each["name"] for each in put] == ["Spec: Draft"]
    assert ann.delete("/issues/1/labels/spec:%20draft").json() == []
    assert ann.delete("/issues/1/labels/spec:%20draft").status_code == 404
    assert ann.patch("/labels/spec:%20draft", json={"new_name": "a/b"}).json()["name"] == "a/b"
    assert ann.get("/labels/a%2Fb").json()["color"] == "00aaff"
    assert ann.post("/labels", json={"name": "x" * 51}).status_code == 422
    assert ann.post("/labels", json={"name": "y", "description": "x" * 101}).status_code == 422
    many = [f"label {number}" for number in range(101)]
    assert ann.put("/issues/1/labels", json={"labels": many}).status_code == 422
    assert len(ann.put("/issues/1/labels", json={"labels": many[:100]}).json()) == 100
    assert ann.delete("/issues/1/labels").status_code == 204
    assert ann.delete("/labels/a%2Fb").status_code == 204


def test_sub_issues_have_an_order_and_one_parent(ann: httpx.Client) -> None:
    ids = [ann.post("/issues", json={"title": str(at)}).json()["id"] for at in range(4)]
    for key in ids[1:]:
        assert ann.post("/issues/1/sub_issues", json={"sub_issue_id": key}).status_code == 201
    order = {"sub_issue_id": ids[3], "after_id": ids[1]}
    assert ann.patch("/issues/1/sub_issues/priority", json=order).status_code == 200
    assert [each["id"] for each in ann.get("/issues/1/sub_issues").json()] == [
        *(ids[1], ids[3], ids[2])
    ]
    ann.patch("/issues/2", json={"state": "closed"})
    assert ann.get("/issues/1").json()["sub_issues_summary"]["percent_completed"] == 33
    assert ann.get("/issues/2/parent").json()["number"] == 1
    assert ann.get("/issues/2").json()["parent_issue_url"].endswith("/issues/1")
    under = {"sub_issue_id": ids[3]}
    assert ann.post("/issues/2/sub_issues", json=under).status_code == 422
    assert ann.post("/issues/2/sub_issues", json={**under, "replace_parent": True}).is_success
    circle = ann.post("/issues/4/sub_issues", json={"sub_issue_id": ids[0]})
    assert circle.status_code == 422
    assert ann.request("DELETE", "/issues/2/sub_issue", json=under).status_code == 200
    assert ann.get("/issues/4/parent").status_code == 404
    assert ann.post("/issues/1/sub_issues", json={"sub_issue_id": 1}).status_code == 404


def test_issues_wait_for_others(ann: httpx.Client) -> None:
    ids = [ann.post("/issues", json={"title": str(at)}).json()["id"] for at in range(2)]
    here = "/issues/1/dependencies/blocked_by"
    assert ann.post(here, json={"issue_id": ids[1]}).status_code == 201
    assert ann.post(here, json={"issue_id": ids[1]}).status_code == 422
    assert [each["number"] for each in ann.get(here).json()] == [2]
    assert [each["number"] for each in ann.get("/issues/2/dependencies/blocking").json()] == [1]
    assert ann.get("/issues/1").json()["issue_dependencies_summary"]["blocked_by"] == 1
    assert ann.delete(f"{here}/{ids[1]}").status_code == 200
    assert ann.delete(f"{here}/{ids[1]}").status_code == 404


def test_milestones_count_their_issues(ann: httpx.Client) -> None:
    assert ann.post("/milestones", json={"title": "M1"}).status_code == 201
    assert ann.post("/milestones", json={"title": "M1"}).status_code == 422
    ann.post("/issues", json={"title": "One", "milestone": 1, "assignees": ["bob"]})
    assert ann.get("/milestones/1").json()["open_issues"] == 1
    assert ann.patch("/milestones/1", json={"state": "closed"}).json()["closed_at"]
    assert ann.get("/milestones").json() == []
    assert ann.patch("/issues/1", json={"milestone": None}).json()["milestone"] is None


def test_an_issue_has_a_type_of_its_organization(world: World, ann: httpx.Client) -> None:
    define_type(world.hub, "Task", "A piece of work", "blue")
    made = ann.post("/issues", json={"title": "One", "type": "task"}).json()
    assert (made["type"]["name"], made["type"]["color"]) == ("Task", "blue")
    assert ann.patch("/issues/1", json={"type": "Task"}).json()["updated_at"] == made["updated_at"]
    assert ann.patch("/issues/1", json={"type": None}).json()["type"] is None


def test_a_repository_may_have_no_issues(world: World, ann: httpx.Client) -> None:
    world.hub.store.change(world.hub.repository, has_issues=False)
    assert ann.post("/issues", json={"title": "One"}).status_code == 410
    assert ann.get("/issues").status_code == 410


def test_an_issue_under_a_number_of_its_own_lets_all_others_come_later(
    world: World, ann: httpx.Client
) -> None:
    world.scene.issue("ann", "Forty-second", number=42)
    world.scene.issue("ann", "Seventh", number=7)
    world.scene.push("topic", {"x.md": "x"})
    assert ann.post("/issues", json={"title": "Next"}).json()["number"] == 43
    world.scene.pull("ann", "topic")
    listed = ann.get("/issues", params={"state": "all"}).json()
    assert {each["number"]: each["title"] for each in listed} == {
        7: "Seventh",
        42: "Forty-second",
        43: "Next",
        44: "Change",
    }
