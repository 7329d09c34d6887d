import base64
from urllib.parse import quote

import httpx

from tests.sandbox.conftest import TEXTS, World


def test_files_and_folders_come_from_git(ann: httpx.Client) -> None:
    found = ann.get("/contents/docs/a.md").json()
    assert base64.b64decode(found["content"]).decode() == TEXTS["docs/a.md"]
    assert (found["type"], found["size"], found["name"]) == (
        "file",
        len(TEXTS["docs/a.md"]),
        "a.md",
    )
    assert [each["path"] for each in ann.get("/contents/docs").json()] == ["docs/a.md", "docs/b.md"]
    assert {each["type"] for each in ann.get("/contents").json()} == {"file", "dir"}
    raw = ann.get("/contents/docs/a.md", headers={"accept": "application/vnd.github.raw+json"})
    assert raw.text == TEXTS["docs/a.md"]
    assert ann.get("/contents/nothing.md").status_code == 404
    assert ann.get("/contents/docs/a.md", params={"ref": "nothing"}).status_code == 404


def test_a_file_is_written_changed_and_deleted(ann: httpx.Client) -> None:
    put = {"message": "add", "content": base64.b64encode(b"new\n").decode()}
    made = ann.put("/contents/docs/new%20file.md", json=put)
    assert made.status_code == 201
    sha = made.json()["content"]["sha"]
    again = ann.put("/contents/docs/new%20file.md", json=put)
    assert again.status_code == 422
    stale = ann.put("/contents/docs/new%20file.md", json={**put, "sha": "0" * 40})
    assert stale.status_code == 409
    changed = ann.put("/contents/docs/new%20file.md", json={**put, "sha": sha})
    assert changed.status_code == 200
    gone = ann.request(
        "DELETE", "/contents/docs/new%20file.md", json={"message": "remove", "sha": sha}
    )
    assert gone.status_code == 200
    assert ann.get("/contents/docs/new%20file.md").status_code == 404
    assert [each["commit"]["message"] for each in ann.get("/commits").json()] == [
        *("remove", "add", "add", "first")
    ]


def test_trees_blobs_commits_and_refs_are_made(ann: httpx.Client) -> None:
    head = ann.get("/git/ref/heads/main").json()["object"]["sha"]
    base = ann.get(f"/git/commits/{head}").json()["tree"]["sha"]
    blob = ann.post("/git/blobs", json={"content": "aGk=", "encoding": "base64"}).json()["sha"]
    entries = [
        {"path": "docs/c.md", "mode": "100644", "type": "blob", "sha": blob},
        {"path": "docs/d.md", "mode": "100644", "type": "blob", "content": "inline"},
        {"path": "docs/b.md", "mode": "100644", "type": "blob", "sha": None},
    ]
    tree = ann.post("/git/trees", json={"base_tree": base, "tree": entries}).json()["sha"]
    listed = ann.get(f"/git/trees/{tree}", params={"recursive": "1"}).json()
    assert not listed["truncated"]
    assert {each["path"] for each in listed["tree"]} == {
        *("README.md", "docs", "docs/a.md", "docs/c.md", "docs/d.md", "picture.png")
    }
    made = ann.post("/git/commits", json={"message": "m", "tree": tree, "parents": [head]}).json()
    assert ann.post("/git/refs", json={"ref": "refs/heads/x/y", "sha": made["sha"]}).is_success
    twice = ann.post("/git/refs", json={"ref": "refs/heads/x/y", "sha": made["sha"]})
    assert (twice.status_code, twice.json()["message"]) == (422, "Reference already exists")
    back = ann.patch("/git/refs/heads/x/y", json={"sha": head})
    assert (back.status_code, back.json()["message"]) == (422, "Update is not a fast forward")
    assert ann.patch("/git/refs/heads/x/y", json={"sha": head, "force": True}).is_success
    found = ann.get("/git/matching-refs/heads/").json()
    assert [each["ref"] for each in found] == ["refs/heads/main", "refs/heads/x/y"]
    assert ann.delete("/git/refs/heads/x/y").status_code == 204
    assert ann.get("/git/ref/heads/x/y").status_code == 404
    assert ann.get(f"/git/blobs/{blob}").json()["content"] == "aGk=\n"


def test_a_comparison_knows_renames_and_where_histories_parted(
    world: World, ann: httpx.Client
) -> None:
    start = ann.get("/commits/main").json()["sha"]
    world.scene.push("main", {"README.md": "# Read me\n\nmore\n"})
    text = TEXTS["docs/a.md"]
    world.scene.push(
        "topic", {"docs/a.md": None, "docs/moved é.md": text, "picture.png": b"\0"}, base=start
    )
    found = ann.get("/compare/main...topic").json()
    assert (found["status"], found["ahead_by"], found["behind_by"]) == ("diverged", 1, 1)
    assert found["merge_base_commit"]["sha"] == start
    files = {each["filename"]: each for each in found["files"]}
    assert set(files) == {"docs/moved é.md", "picture.png"}
    assert files["docs/moved é.md"]["previous_filename"] == "docs/a.md"
    assert files["docs/moved é.md"]["status"] == "renamed"
    assert "patch" not in files["picture.png"]
    assert ann.get("/compare/topic...topic").json()["status"] == "identical"
    assert ann.get(f"/contents/{quote('docs/moved é.md')}", params={"ref": "topic"}).is_success


def test_branches_are_seen_as_soon_as_they_are_pushed(world: World, ann: httpx.Client) -> None:
    world.scene.push("feature/x", {"x.md": "x"})
    names = [each["name"] for each in ann.get("/branches").json()]
    assert names == ["feature/x", "main"]
    assert ann.get("/branches/feature/x").json()["commit"]["commit"]["message"] == "change"
    assert ann.get("/branches/nothing").status_code == 404
    shown = ann.get("/commits/feature/x").json()
    assert [each["filename"] for each in shown["files"]] == ["x.md"]
