"""Two clients that others wrote, each through a whole story."""

import github
import pytest
from githubkit import GitHub, TokenAuthStrategy
from githubkit.exception import RequestFailed

from tests.sandbox.conftest import World

pytestmark = pytest.mark.wire  # over a real socket


def test_githubkit_tells_a_story(world: World) -> None:
    world.scene.push("topic", {"docs/new.md": "# New\n"})
    auth = TokenAuthStrategy("token-ann")
    with GitHub(auth, base_url=f"{world.url}/", http_cache=False, auto_retry=False) as hub:
        rest = hub.rest("2022-11-28")
        words = {"title": "Add", "head": "topic", "base": "main", "body": "text"}
        pull = rest.pulls.create("acme", "specs", data=words).parsed_data
        rest.issues.add_labels("acme", "specs", pull.number, data={"labels": ["spec: draft"]})
        for at in range(35):
            rest.issues.create_comment("acme", "specs", pull.number, data={"body": f"{at}"})
        found = list(
            hub.rest.paginate(
                rest.issues.list_comments, owner="acme", repo="specs", issue_number=pull.number
            )
        )
        assert [each.body for each in found] == [f"{at}" for at in range(35)]
        files = rest.pulls.list_files("acme", "specs", pull.number).parsed_data
        assert [(each.filename, each.status) for each in files] == [("docs/new.md", "added")]
        done = rest.pulls.merge("acme", "specs", pull.number, data={}).parsed_data
        assert done.merged
        issue = rest.issues.get("acme", "specs", pull.number).parsed_data
        assert issue.state == "closed"
        with pytest.raises(RequestFailed) as refused:
            rest.issues.get("acme", "specs", 99)
        assert refused.value.response.status_code == 404
        viewer = hub.graphql("query { viewer { login } }")
        assert viewer == {"viewer": {"login": "ann"}}


@pytest.mark.parametrize("prefix", ["", "/api/v3"])
def test_pygithub_tells_another(world: World, prefix: str) -> None:
    head = world.scene.push("topic", {f"docs/{at:03}.md": "# New\n" for at in range(120)})
    hub = github.Github(
        base_url=world.url + prefix,
        auth=github.Auth.Token("workflow"),
        lazy=True,
        retry=None,
        seconds_between_requests=None,
        seconds_between_writes=None,
    )
    repository = hub.get_repo("acme/specs")
    pull = repository.create_pull(base="main", head="topic", title="Add", body="b")
    lazy = repository.get_pull(pull.number)
    assert len(list(lazy.get_files())) == 120
    lazy.add_to_labels("spec: draft")
    comment = lazy.create_issue_comment("hello")
    comment.edit("bye")
    for _ in range(34):
        lazy.create_issue_comment("more")
    assert lazy.get_issue_comments().totalCount == 35
    output: dict[str, str | list[dict[str, str | int]]] = {"title": "T", "summary": "S"}
    run = repository.create_check_run("spec-steward", head, conclusion="neutral", output=output)
    assert next(iter(repository.get_commit(head).get_check_runs())).id == run.id
    parent = repository.create_issue("parent", labels=["spec"])
    children = [repository.create_issue(f"child {at}") for at in range(3)]
    for child in children:
        parent.add_sub_issue(child.id)
    parent.prioritize_sub_issue(children[2].id, children[0].id)
    assert [each.number for each in parent.get_sub_issues()] == [
        *(children[0].number, children[2].number, children[1].number)
    ]
    children[1].add_blocked_by(children[0])
    assert [each.number for each in children[1].get_blocked_by()] == [children[0].number]
    children[0].edit(state="closed", state_reason="not_planned")
    assert lazy.merge(merge_method="squash").merged
    assert repository.get_contents("docs/000.md", ref="main").path == "docs/000.md"  # type: ignore[union-attr]  # one file
    _, said = hub.requester.graphql_query("query { viewer { login } }", {})
    assert said["data"]["viewer"]["login"] == "github-actions[bot]"
    hub.close()
