import pytest

from bot.forge import issue_queries, queries
from bot.sandbox.refusal import Json
from tests.sandbox.conftest import TEXTS, World


def ask(world: World, query: str, shown: str = "workflow", **variables: object) -> Json:
    with world.client(shown) as client:
        said = {"owner": "acme", "name": "specs", **variables}
        answer = client.post("/api/graphql", json={"query": query, "variables": said})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert isinstance(found, dict)
    return found


def pick(found: object, *path: str | int) -> object:
    for part in path:
        assert isinstance(found, dict | list)
        found = found[part]  # type: ignore[index]  # a path through JSON
    return found


@pytest.fixture
def head(world: World) -> str:
    sha = world.scene.push("topic", {"docs/new.md": "# New\n", "bin": b"\0"})
    world.scene.pull("bob", "topic", "Title", "Body")
    return sha


def test_the_pull_request_is_answered_in_one_query(world: World, head: str) -> None:
    scene = world.scene
    scene.define_label("spec: draft", "00aaff", "of a spec")
    scene.label("tri", 1, "spec: draft", "other")
    scene.unlabel("tri", 1, "other")
    scene.comment("github-actions[bot]", 1, "mine")
    hers = scene.comment("eve", 1, "hers")
    scene.review("ann", 1, "APPROVE", "good")
    scene.review("tri", 1, "APPROVE", "good")
    scene.review("github-actions[bot]", 1, "COMMENT", "so")
    with world.client("workflow", "/repos/acme/specs") as robot:
        run = {"name": "spec-steward", "head_sha": head, "conclusion": "failure"}
        assert robot.post("/check-runs", json=run).status_code == 201
        status = {"state": "success", "context": "other"}
        assert robot.post(f"/statuses/{head}", json=status).status_code == 201
        here = f"/issues/comments/{hers.id}"
        for expected in (201, 200):
            answer = robot.post(f"{here}/reactions", json={"content": "+1"})
            assert answer.status_code == expected
    with world.client("token-eve", "/repos/acme/specs") as eve:
        assert eve.post(f"{here}/reactions", json={"content": "eyes"}).status_code == 201
        assert eve.patch(here, json={"body": "hers, again"}).status_code == 200
    found = ask(world, queries.PULL, number=1)
    assert "errors" not in found
    pull = pick(found, "data", "repository", "pullRequest")
    assert pick(found, "data", "viewer", "login") == "github-actions[bot]"
    assert pick(pull, "headRefOid") == head
    assert pick(pull, "state") == "OPEN"
    comments = pick(pull, "comments", "nodes")
    assert pick(comments, 0, "viewerDidAuthor") is True
    assert pick(comments, 0, "author", "login") == "github-actions"
    assert pick(comments, 1, "viewerDidAuthor") is False
    assert [pick(comments, at, "lastEditedAt") is None for at in (0, 1)] == [True, False]
    groups = pick(comments, 1, "reactionGroups")
    assert isinstance(groups, list)
    assert [each["content"] for each in groups if each["viewerHasReacted"]] == ["THUMBS_UP"]
    assert len(groups) == 8
    assert pick(pull, "reviews", "nodes", 0, "state") == "APPROVED"
    reviews = pick(pull, "reviews", "nodes")
    assert isinstance(reviews, list)
    assert [each["authorCanPushToRepository"] for each in reviews] == [True, False, True]
    labellings = pick(pull, "timelineItems", "nodes")
    assert isinstance(labellings, list)
    assert [each["__typename"] for each in labellings] == [
        *("LabeledEvent", "LabeledEvent", "UnlabeledEvent")
    ]
    rollup = pick(pull, "commits", "nodes", 0, "commit", "statusCheckRollup", "contexts", "nodes")
    assert isinstance(rollup, list)
    assert [each["__typename"] for each in rollup] == ["CheckRun", "StatusContext"]


def test_further_pages_follow_their_cursor(world: World, head: str) -> None:
    del head
    for number in range(101):
        world.scene.comment("eve", 1, f"{number}")
    first = ask(world, queries.COMMENTS, number=1, after=None)
    place = pick(first, "data", "repository", "pullRequest", "comments", "pageInfo")
    assert pick(place, "hasNextPage") is True
    cursor = pick(place, "endCursor")
    rest = ask(world, queries.COMMENTS, number=1, after=cursor)
    nodes = pick(rest, "data", "repository", "pullRequest", "comments", "nodes")
    assert isinstance(nodes, list)
    assert [each["body"] for each in nodes] == ["100"]
    assert "errors" not in ask(world, queries.LABELS, after=None)


def test_comments_at_lines_come_in_threads(world: World, head: str) -> None:
    line = {"body": "why?", "commit_id": head, "path": "docs/new.md", "line": 1}
    with world.client("workflow", "/repos/acme/specs") as robot:
        first = robot.post("/pulls/1/comments", json=line).json()["id"]
    with world.client("token-eve", "/repos/acme/specs") as eve:
        for said in ({"in_reply_to": first, "body": "so"}, {**line, "body": "mine"}):
            assert eve.post("/pulls/1/comments", json=said).status_code == 201
    world.scene.push("topic", {"docs/new.md": "# Other\n"})
    query = """query($owner: String!, $name: String!) {
      repository(owner: $owner, name: $name) { pullRequest(number: 1) {
        reviewThreads(first: 9) { totalCount nodes {
          id path line originalLine isOutdated
          comments(first: 9, skip: 1) { nodes {
            __typename id url body diffHunk path line originalLine outdated isMinimized
            minimizedReason viewerDidAuthor createdAt updatedAt author { login }
          } }
        } }
      } }
    }"""
    found = ask(world, query)
    assert "errors" not in found
    threads = pick(found, "data", "repository", "pullRequest", "reviewThreads", "nodes")
    assert isinstance(threads, list)
    told = [(each["line"], each["originalLine"], each["isOutdated"]) for each in threads]
    assert told == [(None, 1, True)] * 2
    assert pick(threads, 0, "comments", "nodes", 0, "body") == "so"
    assert pick(threads, 1, "comments", "nodes") == []
    own = ask(world, queries.THREADS, number=1, after=None)
    nodes = pick(own, "data", "repository", "pullRequest", "reviewThreads", "nodes")
    assert pick(nodes, 0, "comments", "nodes", 0) == {
        "fullDatabaseId": str(first),
        "body": "why?",
        "viewerDidAuthor": True,
    }
    assert pick(nodes, 1, "comments", "nodes", 0, "viewerDidAuthor") is False


def test_issues_come_with_their_family(world: World) -> None:
    for number in range(3):
        world.scene.issue("ann", f"{number}")
        world.scene.label("ann", number + 1, "Spec")
    with world.client(prefix="/repos/acme/specs") as ann:
        child = {"sub_issue_id": world.scene.thread(2).id}
        assert ann.post("/issues/1/sub_issues", json=child).is_success
    found = ask(world, issue_queries.LABELLED, label="spec", after=None)
    issues = pick(found, "data", "repository", "issues", "nodes")
    assert isinstance(issues, list)
    assert [each["number"] for each in issues] == [1, 2, 3]
    first = pick(issues, 0, "subIssues", "nodes", 0, "fullDatabaseId")
    assert first == str(world.scene.thread(2).id)
    assert pick(issues, 1, "parent", "number") == 1


def test_a_comment_is_minimised_by_who_may(world: World) -> None:
    world.scene.issue("ann", "One")
    comment = world.scene.comment("bob", 1, "old")
    with world.client(prefix="/repos/acme/specs") as ann:
        node = ann.get(f"/issues/comments/{comment.id}").json()["node_id"]
    asked = {"subject": node, "why": "OUTDATED"}
    refused = ask(world, queries.MINIMISE, "token-eve", **asked)
    assert pick(refused, "errors", 0, "type") == "FORBIDDEN"
    done = ask(world, queries.MINIMISE, **asked)
    assert pick(done, "data", "minimizeComment", "minimizedComment", "isMinimized") is True
    with world.client(prefix="/repos/acme/specs") as ann:
        shown = ann.get(f"/issues/comments/{comment.id}").json()
    assert shown["minimized"] == {"reason": "outdated"}
    unknown = ask(world, queries.MINIMISE, subject="IC_nothing", why="OUTDATED")
    assert pick(unknown, "errors", 0, "type") == "NOT_FOUND"
    operations = [entry.operation for entry in world.desk.journal.entries if entry.operation]
    assert operations == ["mutation", "mutation", "mutation"]


def test_files_of_commits_are_read_together(world: World, head: str) -> None:
    query = queries.files([[0, 1, 2], [0]])
    main = world.hub.mirror.line("rev-parse", "main")
    paths = {"p0": "docs/new.md", "p1": "docs/a.md", "p2": "bin"}
    found = ask(world, query, c0=head, c1=main, **paths)
    assert "errors" not in found
    here = pick(found, "data", "repository")
    assert pick(here, "c0", "f0", "object", "text") == "# New\n"
    assert pick(here, "c0", "f1", "object", "text") == TEXTS["docs/a.md"]
    assert pick(here, "c0", "f2", "object", "text") is None
    assert pick(here, "c0", "f1", "mode") == 0o100644
    assert pick(here, "c1", "f0") is None


def test_blobs_are_cut_where_they_are_long(world: World) -> None:
    world.scene.push("main", {"long.md": "x" * (512 * 1024 + 1)})
    query = """query($owner: String!, $name: String!, $a: String!, $b: String!) {
      repository(owner: $owner, name: $name) {
        a: object(expression: $a) { ... on Blob { byteSize isTruncated isBinary text } }
        b: object(expression: $b) { __typename oid }
        c: object(expression: "nothing:x") { oid }
      } }"""
    found = pick(ask(world, query, a="main:long.md", b="HEAD:docs"), "data", "repository")
    assert pick(found, "a", "isTruncated") is True
    assert len(str(pick(found, "a", "text"))) == 512 * 1024
    assert pick(found, "b", "__typename") == "Tree"
    assert pick(found, "c") is None


def test_what_is_wrong_is_told_as_github_tells_it(world: World) -> None:
    unknown = ask(world, "{ viewer { login nonsense } }")
    assert pick(unknown, "errors", 0, "message") == "Field 'nonsense' doesn't exist on type 'User'"
    assert pick(unknown, "errors", 0, "extensions", "code") == "undefinedField"
    missing = ask(world, '{ repository(owner: "acme", name: "x") { id } }')
    assert pick(missing, "errors", 0, "type") == "NOT_FOUND"
    assert pick(missing, "data", "repository") is None
    assert "errors" in ask(world, "{ viewer")
    unbounded = '{ repository(owner: "acme", name: "specs") { labels { totalCount } } }'
    kind = pick(ask(world, unbounded), "errors", 0, "type")
    assert kind == "MISSING_PAGINATION_BOUNDARIES"
    assert "errors" in ask(world, unbounded.replace("labels", "labels(first: 101)"))
    with world.client(None) as client:
        assert client.post("/graphql", json={"query": "{ viewer { login } }"}).status_code == 401
    with world.client() as client:
        assert client.post("/graphql", content="{").status_code == 400
        assert client.post("/graphql", json={"query": 1}).status_code == 400
