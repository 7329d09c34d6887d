"""What a token may not read: the right that it lacks is named, and nothing is taken for nothing."""

import json

import pytest
from github import GithubException

from bot.errors import ForgeError
from bot.forge.gateway import Gateway
from bot.forge.refusals import refusal
from bot.plan import actions as a
from bot.plan.desired import CheckWish
from bot.plan.known import Known
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served

RIGHTS = [
    ("/pulls/1", "pull-requests: read"),
    ("/pulls/1/files", "pull-requests: read"),
    ("/issues/1/comments", "pull-requests: read"),
    ("/issues/1/events", "pull-requests: read"),
    ("/commits/aa/pulls", "pull-requests: read"),
    ("/issues", "issues: read"),
    ("/labels", "issues: read"),
    ("/commits/aa/check-runs", "checks: read"),
    ("/commits/aa/status", "statuses: read"),
    ("/compare/a...b", "contents: read"),
    ("/git/trees/pulls", "contents: read"),
    ("", "contents: read"),
]


@pytest.mark.parametrize(("path", "grant"), RIGHTS)
@pytest.mark.parametrize("status", [403, 404])
def test_the_right_to_read_is_the_one_that_is_lacking(path: str, grant: str, status: int) -> None:
    error = refusal(GithubException(status, {}), "reading", "acme/w", path)
    assert error.grant == grant
    assert f"“permissions: {{{grant}}}”" in str(error)


def _gateway(served: Served, without: str) -> Gateway:
    served.desk.hub.store.change(served.desk.hub.repository, private=True)
    rights = ("contents", "issues", "pull_requests", "checks", "statuses")
    told = " ".join(f"{right}:read" for right in rights if right not in without.split())
    return served.gateway(served.scene.workflow("weak", told))


def test_without_pull_requests_that_right_is_named(served: Served) -> None:
    with pytest.raises(ForgeError, match=r"permissions: \{pull-requests: read\}") as refused:
        _gateway(served, "pull_requests issues").pull(1)
    assert refused.value.grant == "pull-requests: read"
    with pytest.raises(ForgeError, match=r"permissions: \{pull-requests: read\}"):
        served.gateway().pull(99)


@pytest.mark.parametrize("is_plain", [False, True], ids=["graphql", "rest"])
def test_that_checks_may_not_be_seen_is_noted(served: Served, is_plain: bool) -> None:
    writer = served.gateway()
    head = writer.pull(1).pull.head
    assert writer.can.unseen == {}
    wish = CheckWish("spec-steward", head, "success", "t", "s")
    writer.perform(a.WriteCheck(wish), Known())
    gateway = _gateway(served, "checks statuses")
    if is_plain:
        served.desk.faults.add(Fault(path="/graphql", times=99, status=403, body="{}"))
    state = gateway.pull(1)
    assert (state.checks, state.statuses) == ((), ())
    assert set(gateway.can.unseen) == ({"checks", "statuses"} if is_plain else {"checks"})
    assert "“permissions: {checks: read}”" in gateway.can.unseen["checks"]
    assert gateway.can("checks")  # whether it may write them is another question


def test_verdicts_that_are_not_there_are_another_thing(served: Served) -> None:
    gateway = served.gateway()
    head = gateway.pull(1).pull.head
    served.desk.faults.add(Fault(path="/check-runs", status=404, body="{}"))
    with pytest.raises(ForgeError, match="finds nothing there"):
        gateway.verdicts(head)


def test_github_says_so_beside_all_else(served: Served) -> None:
    """As it does itself: the whole of it is null, and an error tells why."""
    commit = {"oid": "1" * 40, "statusCheckRollup": None}
    path = ["repository", "pullRequest", "commits", "nodes", 0, "commit", "statusCheckRollup"]
    said = "Resource not accessible by integration ::error::x"
    errors = [{"type": "FORBIDDEN", "path": path, "message": said}]
    pull = {"number": 1, "state": "OPEN", "commits": {"nodes": [{"commit": commit}]}}
    data = {"viewer": {"login": "me"}, "repository": {"pullRequest": pull}}
    body = json.dumps({"data": data, "errors": errors})
    served.desk.faults.add(Fault(path="/graphql", status=200, body=body))
    gateway = served.gateway()
    assert gateway.pull(1).checks == ()
    assert "integration :\u2060:error::x" in gateway.can.unseen["checks"]
