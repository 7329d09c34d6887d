"""A repository that was renamed, and an issue that went elsewhere: said, and nothing is lost."""

import json

import pytest

from bot.errors import ForgeError, RefusedError
from bot.model.pull import Label
from bot.plan import actions as a
from bot.plan.converge import DoubtfulError, Known
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served

RENAMED = "acme/widgets: the repository was renamed to acme/gadgets; set GITHUB_REPOSITORY to"


def _redirect(path: str, status: int = 301, *, to: str = "/repositories/7") -> Fault:
    headers = (("Location", to if "[" in to else f"https://github.test{to}"),)
    body = json.dumps({"message": "Moved Permanently", "url": to})
    return Fault(path=path, status=status, headers=headers, body=body, times=99)


def _rename(served: Served, name: str = "acme/gadgets", status: int = 301) -> None:
    served.desk.faults.add(_redirect("^/repos/acme/widgets", status))
    found = Fault(path="^/repositories/7$", status=200, body=json.dumps({"full_name": name}))
    served.desk.faults.add(found)


def test_a_renamed_repository_is_named(served: Served) -> None:
    _rename(served)
    with pytest.raises(ForgeError, match=RENAMED) as renamed:
        served.gateway().open_pulls()
    assert renamed.value.exit_code == 3


@pytest.mark.parametrize("action", [a.CreateLabel(Label("x")), a.RemoveLabel(1, "x")])
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_deed_is_lost_silently(served: Served, action: a.Action, status: int) -> None:
    _rename(served, status=status)
    with pytest.raises(ForgeError, match=RENAMED):
        served.gateway().perform(action, Known())
    assert all(entry.method == "GET" for entry in served.desk.journal.entries[1:])


@pytest.mark.parametrize("name", ["", "::error::no name", "acme/gadgets and more"])
def test_a_name_that_makes_no_sense_is_not_told(served: Served, name: str) -> None:
    _rename(served, name)
    with pytest.raises(ForgeError, match="renamed to another one; set GITHUB_REPOSITORY to its"):
        served.gateway().open_pulls()


@pytest.mark.parametrize("to", ["", "/nowhere", "http://[", "/repos/acme/widgets"])
def test_a_redirection_that_leads_nowhere_ends(served: Served, to: str) -> None:
    served.desk.faults.add(_redirect("", to=to))
    with pytest.raises(ForgeError):
        served.gateway().open_pulls()


def test_a_host_that_is_gone_in_between_ends_too(served: Served) -> None:
    served.desk.faults.add(_redirect("^/repos/acme/widgets"))
    served.desk.faults.add(Fault(path="^/repositories/7$", drop=True, times=9))
    with pytest.raises(ForgeError, match="renamed to another one"):
        served.gateway().open_pulls()


def test_an_issue_that_went_elsewhere_is_looked_for_again(served: Served) -> None:
    served.desk.faults.add(_redirect("/issues/9", to="/repositories/8/issues/3"))
    gateway = served.gateway()
    with pytest.raises(DoubtfulError, match="has moved to another repository"):
        gateway.perform(a.UpdateIssue(9, "New"), Known())
    with pytest.raises(RefusedError, match="has moved to another repository"):
        gateway.perform(a.RemoveDependency(1, 9), Known())
