"""Which pull request brought a file, and which are at a commit: in few requests, and by REST."""

import json

import pytest

from bot.errors import ForgeError
from bot.forge.origin_queries import PAGE
from bot.sandbox.state.issues import Words
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import Branches, open_pull
from bot.sandbox.viewer import Actor
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served

SPEC = "docs/specs/001-new.md"


def _tip(served: Served) -> str:
    return served.desk.hub.mirror.line("rev-parse", "main")


def _merged(served: Served, branch: str, files: dict[str, str], *labels: str) -> None:
    served.scene.push(branch, files)
    number = served.scene.pull("ann", branch).number
    served.scene.label("bob", number, *labels)
    served.scene.merge("ann", number)


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_the_last_merge_counts(served: Served, is_plain: bool) -> None:
    served.scene.label("bob", 1, "spec: draft")
    served.scene.merge("ann", 1)
    before = _tip(served)
    _merged(served, "more", {"docs/specs/002.md": "# Two\n"}, "spec: review", "bug")
    _merged(served, "most", {SPEC: "# Changed\n"}, "spec: approved")
    served.scene.push("main", {"docs/specs/002.md": "# By hand\n"})
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    gateway = served.gateway()
    paths = [SPEC, "docs/specs/002.md", "README.md", "docs/specs/*.md", ":(top)docs"]
    assert gateway.merged_labels(paths, before) == {SPEC: ("spec: draft",)}
    # what was pushed past all pull requests tells no status: what was told before holds
    assert gateway.merged_labels(paths, _tip(served)) == {
        SPEC: ("spec: approved",),
        "docs/specs/002.md": ("bug", "spec: review"),
    }
    assert gateway.can("graphql") is not is_plain


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_of_several_the_one_into_the_default_branch_counts(served: Served, is_plain: bool) -> None:
    """One was merged into a branch of its own first, which another brought to the default one."""
    hub = served.desk.hub
    served.scene.push("dev", {"dev.md": "x"})
    served.scene.push("topic", {"docs/a.md": "# A\n"}, base="dev")
    ann = find_user(hub, "ann")
    assert ann is not None
    with hub.lock, hub.store.transaction():
        branches, words = (
            Branches(hub.repository, "topic", "dev"),
            Words("To dev", None, is_pull=True),
        )
        inner = open_pull(hub, hub.repository, words, branches, Actor(ann.id))[1].number
    outer = served.scene.pull("ann", "dev").number
    served.scene.label("bob", inner, "inner")
    served.scene.label("bob", outer, "outer")
    for number in (inner, outer):
        served.scene.merge("ann", number)
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    assert served.gateway().merged_labels(["docs/a.md"], _tip(served)) == {"docs/a.md": ("outer",)}


@pytest.mark.parametrize(("count", "requests"), [(0, 0), (50, 1), (51, 2)])
def test_many_files_are_asked_about_at_once(served: Served, count: int, requests: int) -> None:
    paths = [f"docs/{at}.md" for at in range(count)]
    _merged(served, "more", dict.fromkeys(paths, "x"), "spec: done")
    tip, gateway = _tip(served), served.gateway()
    served.desk.journal.clear()
    assert gateway.merged_labels(paths, tip) == dict.fromkeys(paths, ("spec: done",))
    assert len(served.desk.journal.entries) == requests


@pytest.mark.parametrize("broken", ["object", "object.h1", "object.h1.nodes.0", "errors alone"])
def test_what_graphql_leaves_open_is_asked_of_rest(served: Served, broken: str) -> None:
    _merged(served, "more", {"a.md": "x", "b.md": "y"}, "spec: done")
    part = f"repository.{broken}"
    if broken.startswith("errors"):
        part = "repository.object.h1.nodes.0.associatedPullRequests"
    served.desk.faults.add(Fault(path="/graphql$", parts=(part,), times=1))
    gateway = served.gateway()
    assert gateway.merged_labels(["a.md", "b.md"], _tip(served)) == dict.fromkeys(
        ["a.md", "b.md"], ("spec: done",)
    )
    assert gateway.can("graphql")


def test_a_token_that_may_not_see_pull_requests_is_told(served: Served) -> None:
    _merged(served, "more", {"a.md": "x"}, "spec: done")
    served.desk.hub.store.change(served.desk.hub.repository, private=True)
    gateway = served.gateway(served.scene.workflow("weak", "contents:read"))
    with pytest.raises(ForgeError, match=r"permissions: \{pull-requests: read\}"):
        gateway.merged_labels(["a.md"], _tip(served))


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_a_commit_of_a_fork_leads_to_its_pull_requests(served: Served, is_plain: bool) -> None:
    fork = served.scene.fork("eve")
    head = served.scene.push("spec", {"docs/b.md": "x"}, repository=fork)
    served.scene.pull("eve", "spec", repository=fork)
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    gateway = served.gateway()
    assert gateway.pulls_at(head, "spec") == (2,)
    served.scene.push("spec", {"docs/b.md": "y"}, repository=fork)
    assert gateway.pulls_at(head, "spec") == (1, 2)  # both have a branch of that name
    assert gateway.pulls_at(head, "other") == ()
    served.scene.close("eve", 2)
    assert gateway.pulls_at(head, "spec") == (1,)


def test_pull_requests_from_a_common_name_come_in_pages(served: Served) -> None:
    """A page is asked for only where there is one; the commit may be on the last."""
    node = {"number": 1, "headRefOid": "1" * 40}
    for nth, page in enumerate(([node] * PAGE, [{"number": 9, "headRefOid": "9" * 40}])):
        info = {"hasNextPage": not nth, "endCursor": "x"}
        data = {"repository": {"pullRequests": {"pageInfo": info, "nodes": page}}}
        body = json.dumps({"data": data})
        served.desk.faults.add(Fault(path="/graphql$", nth=nth + 1, status=200, body=body))
    served.desk.journal.clear()
    assert served.gateway().pulls_at("9" * 40, "patch-1") == (9,)
