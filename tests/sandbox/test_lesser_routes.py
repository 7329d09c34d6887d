import httpx
import pytest

from bot.errors import StewardError
from bot.sandbox.hub import Hub
from bot.sandbox.serve import listen
from tests.sandbox.conftest import TEXTS, World


@pytest.fixture
def head(world: World) -> str:
    sha = world.scene.push("topic", {"docs/a.md": TEXTS["docs/a.md"].replace("two", "2")})
    world.scene.pull("bob", "topic", "Title", "Body")
    return sha


def test_differences_come_as_text_too(ann: httpx.Client, head: str) -> None:
    diff = {"accept": "application/vnd.github.diff"}
    for path in ("/pulls/1", "/compare/main...topic", "/commits/topic"):
        assert "+2\n" in ann.get(path, headers=diff).text
    sha = ann.get("/commits/topic", headers={"accept": "application/vnd.github.sha"})
    assert sha.text == head
    blob = ann.get("/contents/docs/a.md").json()["sha"]
    raw = ann.get(f"/git/blobs/{blob}", headers={"accept": "application/vnd.github.raw"})
    assert raw.text == TEXTS["docs/a.md"]


def test_a_pull_request_is_changed(world: World, ann: httpx.Client, head: str) -> None:
    del head
    world.scene.push("release", {"r.md": "r"}, base="main")
    changed = ann.patch("/pulls/1", json={"title": "New", "body": "b", "base": "release"}).json()
    assert (changed["title"], changed["base"]["ref"]) == ("New", "release")
    assert [each["number"] for each in ann.get("/pulls?base=release&sort=updated").json()] == [1]
    assert ann.get("/pulls?base=main&state=all&direction=asc").json() == []
    world.scene.merge("ann", 1)
    assert ann.patch("/pulls/1", json={"state": "open"}).status_code == 422
    with world.client("token-eve", "/repos/acme/specs") as eve:
        assert eve.patch("/pulls/1", json={"title": "x"}).status_code == 403
        words = {"title": "t", "head": "topic", "base": "main"}
        assert eve.post("/pulls", json=words).status_code == 403


def test_reviews_carry_comments_and_are_answered(
    world: World, ann: httpx.Client, head: str
) -> None:
    remark = {"path": "docs/a.md", "body": "b", "line": 4, "start_line": 3}
    words = {"event": "REQUEST_CHANGES", "body": "no", "comments": [remark], "commit_id": head}
    made = ann.post("/pulls/1/reviews", json=words).json()
    assert ann.get(f"/pulls/1/reviews/{made['id']}").json()["state"] == "CHANGES_REQUESTED"
    first = ann.get("/pulls/1/comments").json()[0]
    assert (first["start_line"], first["line"]) == (3, 4)
    answer = ann.post("/pulls/1/comments", json={"in_reply_to": first["id"], "body": "yes"})
    assert answer.json()["in_reply_to_id"] == first["id"]
    whole = {"path": "docs/a.md", "body": "b", "subject_type": "file", "commit_id": head}
    assert ann.post("/pulls/1/comments", json=whole).json()["subject_type"] == "file"
    far = {"event": "COMMENT", "comments": [{**remark, "start_line": 400}]}
    assert ann.post("/pulls/1/reviews", json=far).status_code == 422
    assert ann.post("/pulls/1/reviews", json={"body": "later"}).json()["state"] == "PENDING"
    with world.client("token-eve", "/repos/acme/specs") as eve:
        states = [each["state"] for each in eve.get("/pulls/1/reviews").json()]
    assert states == ["CHANGES_REQUESTED", "COMMENTED", "COMMENTED"]


def test_somebody_forks_and_proposes(world: World, ann: httpx.Client) -> None:
    with world.client("token-eve") as eve:
        assert eve.post("/repos/acme/specs/forks", json={}).status_code == 202
        written = {"message": "m", "content": "", "branch": "topic"}
        sha = eve.get("/repos/eve/specs/git/ref/heads/main").json()["object"]["sha"]
        ref = {"ref": "refs/heads/topic", "sha": sha}
        assert eve.post("/repos/eve/specs/git/refs", json=ref).is_success
        assert eve.put("/repos/eve/specs/contents/new.md", json=written).status_code == 201
        words = {"title": "t", "head": "eve:topic", "base": "main", "draft": True}
        assert eve.post("/repos/acme/specs/pulls", json=words).json()["draft"]
        assert eve.get("/repos/eve/specs").json()["parent"]["full_name"] == "acme/specs"
    assert ann.get("/compare/acme:main...eve:topic").json()["ahead_by"] == 1
    assert ann.put("/pulls/1/merge").json()["message"] == "Pull Request is still a draft"


def test_issues_are_assigned_and_found(ann: httpx.Client) -> None:
    ann.post("/milestones", json={"title": "M"})
    ann.post("/issues", json={"title": "One", "milestone": 1, "assignees": ["bob"]})
    more = ann.post("/issues/1/assignees", json={"assignees": ["tri", "nobody"]}).json()
    assert [each["login"] for each in more["assignees"]] == ["bob", "tri"]
    ann.request("DELETE", "/issues/1/assignees", json={"assignees": ["bob"]})
    ann.patch("/issues/1", json={"assignees": ["ann"]})
    for query in ("assignee=ann", "milestone=1", "since=2026-01-01T00:00:00Z", "sort=updated"):
        assert len(ann.get(f"/issues?{query}").json()) == 1
    for query in ("assignee=bob", "milestone=none", "since=2027-01-01T00:00:00Z"):
        assert ann.get(f"/issues?{query}").json() == []
    events = ann.get("/issues/1/events").json()
    assert ann.get(f"/issues/events/{events[0]['id']}").json()["issue"]["number"] == 1
    assert ann.get("/issues/1/timeline").is_success
    assert ann.get("/assignees").is_success
    assert ann.delete("/milestones/1").status_code == 204
    assert ann.post("/issues/1/reactions", json={"content": "heart"}).status_code == 201
    assert len(ann.get("/issues/1/reactions").json()) == 1
    assert ann.get("/issues/comments").json() == []
    said = ann.post("/issues/1/comments", json={"body": "b"}).json()["id"]
    assert len(ann.get("/issues/1/comments?since=2026-01-01T00:00:00Z").json()) == 1
    here = f"/issues/comments/{said}/reactions"
    mine = ann.post(here, json={"content": "eyes"}).json()["id"]
    assert ann.delete(f"{here}/{mine}").status_code == 204
    assert ann.delete(f"{here}/{mine}").status_code == 404
    assert ann.patch("/issues/1", json={"state": "closed", "state_reason": "duplicate"}).is_success


def test_families_are_told_in_the_timeline(ann: httpx.Client) -> None:
    ids = [ann.post("/issues", json={"title": str(at)}).json()["id"] for at in range(3)]
    for key in ids[1:]:
        ann.post("/issues/1/sub_issues", json={"sub_issue_id": key})
    ann.post("/issues/2/dependencies/blocked_by", json={"issue_id": ids[2]})
    order = {"sub_issue_id": ids[2], "before_id": ids[1]}
    assert ann.patch("/issues/1/sub_issues/priority", json=order).is_success
    assert ann.patch("/issues/1/sub_issues/priority", json={"sub_issue_id": ids[1]}).is_error
    told = [each["event"] for each in ann.get("/issues/2/timeline").json()]
    assert told == ["parent_issue_added", "blocked_by_added"]


def test_families_are_neither_too_deep_nor_too_large(world: World, ann: httpx.Client) -> None:
    ids = [world.scene.issue("ann", f"{at}").id for at in range(111)]
    for parent, key in enumerate(ids[1:8], 1):
        assert ann.post(f"/issues/{parent}/sub_issues", json={"sub_issue_id": key}).is_success
    assert ann.post("/issues/8/sub_issues", json={"sub_issue_id": ids[8]}).status_code == 422
    answers = [
        ann.post("/issues/9/sub_issues", json={"sub_issue_id": key}).status_code
        for key in ids[9:110]
    ]
    assert (answers.count(201), answers[-1]) == (100, 422)
    assert len(ann.get("/issues/9/sub_issues?per_page=100").json()) == 100


def test_what_cannot_be_served_says_so(world: World) -> None:
    folder = world.hub.mirror.folder.parent
    with pytest.raises(StewardError, match="no name of a repository"):
        Hub.create(folder, folder / "other", "nonsense")
    with pytest.raises(StewardError, match="cannot be copied"):
        Hub.create(folder, folder / "other", "a/b")
    taken = listen()
    taken.listen()
    with pytest.raises(StewardError, match="cannot be had"):
        listen(taken.getsockname()[1])
    taken.close()
