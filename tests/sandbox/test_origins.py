"""Which pull requests a commit has to do with, by REST and by GraphQL alike."""

import httpx
import pytest

from bot.sandbox.scene import Scene
from tests.sandbox.conftest import World
from tests.sandbox.test_graphql import ask, pick

HISTORY = """query($owner: String!, $name: String!, $commit: GitObjectID!, $path: String!) {
  repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit {
    history(first: 1, path: $path) {
      totalCount pageInfo { hasNextPage }
      nodes { oid associatedPullRequests(first: 5) { nodes { number merged baseRefName } } }
    }
  } } }
}"""
PULLS = """query($owner: String!, $name: String!, $branch: String, $base: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: 9, headRefName: $branch, baseRefName: $base, states: [OPEN, MERGED]) {
      nodes { number state headRefOid }
    }
  }
}"""


def numbers(client: httpx.Client, sha: str) -> list[int]:
    return [each["number"] for each in client.get(f"/commits/{sha}/pulls").json()]


def proposed(scene: Scene, branch: str, *texts: str) -> list[str]:
    commits = [scene.push(branch, {f"docs/new/{text}.md": text}, text) for text in texts]
    scene.pull("bob", branch)
    return commits


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_each_commit_of_a_merge_leads_to_it(world: World, ann: httpx.Client, method: str) -> None:
    commits = proposed(world.scene, "topic", "one", "two")
    assert [numbers(ann, sha) for sha in commits] == [[1], [1]]
    merged = world.scene.merge("ann", 1, method).merge_commit_sha
    assert merged is not None
    assert [numbers(ann, sha) for sha in (*commits, merged)] == [[1], [1], [1]]
    said = ask(world, HISTORY, commit=merged, path="docs/new")
    history = pick(said, "data", "repository", "object", "history")
    assert pick(history, "totalCount") == (1 if method == "squash" else 2)
    assert pick(history, "pageInfo", "hasNextPage") is (method != "squash")
    found = pick(history, "nodes", 0, "associatedPullRequests", "nodes")
    assert found == [{"number": 1, "merged": True, "baseRefName": "main"}]


def test_what_came_before_or_was_closed_leads_nowhere(world: World, ann: httpx.Client) -> None:
    first = world.hub.mirror.line("rev-parse", "main")
    (sha,) = proposed(world.scene, "topic", "one")
    assert numbers(ann, first) == []
    world.scene.close("bob", 1)
    assert numbers(ann, sha) == []
    assert ann.get("/commits/nothing/pulls").status_code == 404
    said = ask(world, HISTORY, commit=first, path="docs/*.md")  # a path, and no pattern
    assert pick(said, "data", "repository", "object", "history", "nodes") == []


def test_a_commit_on_the_default_branch_leads_to_merged_ones_alone(
    world: World, ann: httpx.Client
) -> None:
    (sha,) = proposed(world.scene, "topic", "one")
    world.scene.push("later", {"docs/more.md": "x"}, base="topic")
    world.scene.pull("bob", "later")
    assert numbers(ann, sha) == [1, 2]
    world.scene.merge("ann", 1)
    assert numbers(ann, sha) == [1]


def test_pull_requests_are_listed_by_their_branches(world: World) -> None:
    proposed(world.scene, "topic", "one")
    fork = world.scene.fork("eve")
    head = world.scene.push("topic", {"a.md": "2"}, repository=fork)
    world.scene.pull("eve", "topic", repository=fork)
    world.scene.push("other", {"b.md": "3"})
    world.scene.pull("bob", "other")
    world.scene.close("bob", 3)
    world.scene.merge("ann", 1)

    def listed(**words: str) -> list[tuple[object, object]]:
        nodes = pick(ask(world, PULLS, **words), "data", "repository", "pullRequests", "nodes")
        assert isinstance(nodes, list)
        return [(each["number"], each["state"]) for each in nodes]

    assert listed(branch="topic") == [(1, "MERGED"), (2, "OPEN")]
    assert listed(base="main") == [(1, "MERGED"), (2, "OPEN")]
    assert listed(base="dev") == []
    assert head in str(ask(world, PULLS, branch="topic"))
