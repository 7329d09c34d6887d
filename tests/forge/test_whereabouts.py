"""Issues that are known by their number alone: whose they are, and whether they are still here."""

import json

import pytest

from bot.errors import ForgeError
from bot.model.issue import Reason
from bot.plan.actions import CloseIssue, Ref
from bot.plan.converge import Known
from bot.plan.desired import Desired
from bot.sandbox.state.departing import delete_issue, transfer_issue
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import Told, family, issue

REFUSED = Fault(path="/graphql", times=999, status=403, body="{}")
WAYS = pytest.mark.parametrize("plainly", [False, True], ids=["graphql", "rest"])


def _leave(served: Served) -> None:
    """Make #2 to #5 somebody's, and let three of them go."""
    hub = served.desk.hub
    for title in ("stays", "deleted", "transferred", "followed"):
        served.scene.issue("eve", title)
    with hub.lock, hub.store.transaction():
        delete_issue(hub, served.scene.thread(3))
        for number in (4, 5):
            to = f"http://github.invalid/repos/acme/gadgets/issues/{number}"
            transfer_issue(hub, served.scene.thread(number), to)


@WAYS
def test_what_has_left_is_absent_and_not_followed(served: Served, plainly: bool) -> None:
    _leave(served)
    gateway = served.gateway()
    if plainly:
        served.desk.faults.add(REFUSED)
    found = gateway.whereabouts(range(1, 9))
    assert {number: (each.title, each.mine) for number, each in found.items()} == {
        2: ("stays", False)
    }
    assert served.scene.issue("eve", "next").number == 6  # no number is given away again


def test_what_hung_on_it_hangs_on_nothing(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family()))
    hub, (first, *_) = served.desk.hub, told.door.issues()
    served.scene.comment("eve", first.number, "Words")
    with hub.lock, hub.store.transaction():
        delete_issue(hub, served.scene.thread(first.number))
    left = told.door.issues()
    assert [(each.parent, len(each.blocked_by)) for each in left] == [(None, 1), (None, 0)]


def test_fifty_take_one_request(served: Served) -> None:
    for at in range(60):
        served.scene.issue("eve", str(at))
    gateway = served.gateway()
    gateway.issues()
    served.desk.journal.clear()
    assert len(gateway.whereabouts(range(2, 52))) == 50
    assert len(served.desk.journal.entries) == 1
    assert list(gateway.whereabouts([*range(1, 70), 5])) == list(range(2, 62))
    assert len(served.desk.journal.entries) == 3


@WAYS
def test_it_is_the_issue_that_the_listing_tells(served: Served, plainly: bool) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family(is_open=False)))
    listed = {each.number: each for each in told.door.issues()}
    if plainly:
        served.desk.faults.add(REFUSED)
    assert served.gateway().whereabouts(listed) == listed


@pytest.mark.parametrize("kind", ["", "FORBIDDEN", "SERVICE_UNAVAILABLE"])
def test_what_was_not_told_is_not_taken_for_gone(served: Served, kind: str) -> None:
    """Whoever took it for that would think it lost, and close or double what hangs on it."""
    served.scene.issue("eve", "here")
    error = {"type": kind, "path": ["repository", "i2"], "message": "Something went wrong"}
    body = {"data": {"repository": {"i2": None}}, "errors": [error]}
    gateway = served.gateway()
    gateway.issues()
    served.desk.faults.add(Fault(path="/graphql", status=200, body=json.dumps(body)))
    assert [each.title for each in gateway.whereabouts([2]).values()] == ["here"]
    served.desk.faults.add(Fault(path="/graphql", status=200, body=json.dumps(body)))
    served.desk.faults.add(Fault(path="/issues/2$", status=403, body="{}"))
    with pytest.raises(ForgeError, match="may not read"):
        gateway.whereabouts([2])


def test_an_issue_that_is_told_from_elsewhere_is_absent(served: Served) -> None:
    """Where GraphQL follows it, the name of its repository says so."""
    node = {"number": 7, "repository": {"nameWithOwner": "acme/gadgets"}, "title": "elsewhere"}
    body = json.dumps({"data": {"repository": {"i2": node}}})
    gateway = served.gateway()
    gateway.issues()
    served.desk.faults.add(Fault(path="/graphql", status=200, body=body))
    assert gateway.whereabouts([2]) == {}


def test_a_deed_on_what_was_found_knows_its_id(served: Served) -> None:
    served.scene.issue("eve", "theirs")
    gateway = served.gateway()
    assert gateway.whereabouts([2])[2].is_open
    gateway.perform(CloseIssue(Ref("x", 2), Reason.NOT_PLANNED), Known())
    assert gateway.whereabouts([2])[2].reason is Reason.NOT_PLANNED
    assert gateway._hand.ids[2] == served.scene.thread(2).id


def test_many_issues_with_all_their_relations_take_few_requests(served: Served) -> None:
    """One for fifty, and one for a hundred of our account, which may have lost their label."""
    told = Told.at(served.gateway(), 1)
    keys = [f"k{at}" for at in range(59)]
    parts = (
        issue(key, parent="a", blocked_by=(keys[at - 1],) if at else ())
        for at, key in enumerate(keys)
    )
    told.run(Desired(issues=(issue("a"), *parts)))
    gateway = served.gateway()
    gateway.pull(1)
    served.desk.journal.clear()
    found = gateway.issues()
    assert (len(found), len(found[0].children)) == (60, 59)
    assert sum(len(each.blocked_by) for each in found) == 58
    assert [entry.path.rpartition("/")[2] for entry in served.desk.journal.entries] == [
        *("graphql", "graphql", "issues")
    ]
