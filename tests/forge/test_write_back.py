"""The pull request that writes back: what has become of the last one, and no open one is missed."""

from dataclasses import replace

import pytest

from bot.errors import ForgeError
from bot.model.pull import PullStage
from bot.plan import actions as a
from bot.plan.converge import Known
from bot.plan.desired import Desired, SyncWish
from bot.plan.sync_marker import digest_of, mark_sync, sync_digest, waits_of
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import BRANCH, Told

FILES = (("docs/a.md", b"new\n"),)


def _wish(told: Told, files: tuple[tuple[str, bytes], ...] = FILES) -> SyncWish:
    return replace(told.sync(*files), body=mark_sync(sync_digest(files)))


def _kinds(told: Told, wish: SyncWish) -> list[str]:
    return [action.kind for action in told.run(Desired(sync=wish)).done]


def test_it_is_seen_in_three_requests(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    _kinds(told, _wish(told))
    served.desk.journal.clear()
    state = told.door.sync(BRANCH, told.base)
    assert [each.state for each in state.pulls] == [PullStage.OPEN]
    assert len(served.desk.journal.entries) == 3


@pytest.mark.parametrize("is_there", [True, False])
def test_what_somebody_has_refused_is_not_asked_for_again(served: Served, is_there: bool) -> None:
    told = Told.at(served.gateway(), 1)
    wish = _wish(told)
    _kinds(told, wish)
    (pull,) = told.door.sync(BRANCH, told.base).pulls
    served.scene.close("ann", pull.number)
    if not is_there:
        state = told.door.sync(BRANCH, told.base)
        told.before(a.DeleteBranch(BRANCH, state.head or ""))
    assert _kinds(told, wish) == []
    other = _wish(told, (("docs/a.md", b"else\n"),))
    assert _kinds(told, other) == ["commit-file", "open-pull-request"]


def test_what_we_have_closed_ourselves_is_asked_for_again(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    wish = _wish(told)
    for _ in range(2):
        assert _kinds(told, wish) == ["commit-file", "open-pull-request"]
        nothing = replace(wish, files=())
        assert _kinds(told, nothing) == ["close-pull-request", "delete-branch"]
    assert told.door.sync(BRANCH, told.base).last is None


def test_what_waits_for_one_that_we_have_closed_is_told_until_it_is_taken_out(
    served: Served,
) -> None:
    told = Told.at(served.gateway(), 1)
    _kinds(told, _wish(told))
    (pull,) = told.door.sync(BRANCH, told.base).pulls
    paused = mark_sync("", {"7": True, "8": True})
    told.door.perform(a.ClosePullRequest(pull.number, paused), Known())
    state = told.door.sync(BRANCH, told.base)
    assert (state.last, state.own and state.own.body) == (None, paused)
    left = a.UpdatePullRequest(pull.number, pull.title, mark_sync(""), (pull.title, paused))
    told.door.perform(left, Known())
    assert told.door.sync(BRANCH, told.base).own is None


def test_one_that_somebody_else_has_opened_is_none_of_our_own(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    _kinds(told, _wish(told))
    (pull,) = told.door.sync(BRANCH, told.base).pulls
    served.scene.close("ann", pull.number)
    theirs = served.scene.pull("ann", BRANCH).number
    state = told.door.sync(BRANCH, told.base)
    assert (state.last and state.last.number, state.own and state.own.number) == (
        theirs,
        pull.number,
    )


@pytest.mark.parametrize("method", ["merge", "squash", "rebase"])
def test_a_branch_that_is_left_over_is_taken_up(served: Served, method: str) -> None:
    told = Told.at(served.gateway(), 1)
    _kinds(told, _wish(told))
    (pull,) = told.door.sync(BRANCH, told.base).pulls
    served.scene.merge("ann", pull.number, method)
    later = Told.at(served.gateway(), 1)
    state = later.door.sync(BRANCH, later.base)
    assert (state.last and state.last.state, state.pulls) == (PullStage.MERGED, ())
    assert _kinds(later, replace(_wish(later), files=())) == []
    assert later.door.sync(BRANCH, later.base).head is not None
    wish = _wish(later, (("docs/a.md", b"newer\n"),))
    assert _kinds(later, wish) == ["commit-file", "open-pull-request"]
    assert _kinds(later, wish) == []


def test_no_open_one_is_missed_behind_many(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    known = Known()
    wish = _wish(told)
    told.before(a.CommitFiles(wish))
    for _ in range(32):
        told.door.perform(a.OpenPullRequest(wish), known)
        served.scene.close("ann", max(known.pulls))
    served.scene.reopen("ann", min(known.pulls))
    served.desk.journal.clear()
    state = told.door.sync(BRANCH, told.base)
    assert [pull.number for pull in state.pulls] == [min(known.pulls)]
    assert state.last
    assert (state.last.number, state.last.state) == (max(known.pulls), PullStage.CLOSED)
    assert len(served.desk.journal.entries) == 4


def test_the_newest_commit_of_ours_says_what_waits_below_those_of_others(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    marker = mark_sync("x", {"7": True, "8": True})
    told.before(a.CommitFiles(replace(_wish(told), body=f"Words\n{marker}\n")))
    served.scene.push(BRANCH, {"docs/a.md": "mine\n"}, f"Hostile\n\n{mark_sync('x', {'9': True})}")
    state = told.door.sync(BRANCH, told.base)
    assert (state.mine, state.message) == (False, f"Write back\n\n{marker}")


def test_a_commit_that_says_nothing_leaves_nothing_told(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.before(a.CommitFiles(told.sync(*FILES)))
    state = told.door.sync(BRANCH, told.base)
    assert (state.mine, state.message) == (True, "")


def _closed_without_branch(served: Served, body: str) -> Told:
    told = Told.at(served.gateway(), 1)
    wish = _wish(told)
    _kinds(told, wish)
    state = told.door.sync(BRANCH, told.base)
    (pull,) = state.pulls
    told.before(a.UpdatePullRequest(pull.number, "Else", body, ("", "")))
    served.scene.close("ann", pull.number)
    told.before(a.DeleteBranch(BRANCH, state.head or ""))
    served.desk.journal.clear()
    return told


def test_one_that_says_nothing_any_more_is_told_by_its_commits(served: Served) -> None:
    told = _closed_without_branch(served, "No.")
    state = told.door.sync(BRANCH, told.base)
    assert (state.head, waits_of(state.message), digest_of(state.message)) == (
        None,
        {},
        sync_digest(FILES),
    )
    assert len(served.desk.journal.entries) == 3
    assert _kinds(told, _wish(told)) == ["update-pull-request"]  # it was refused


def test_one_that_says_what_waits_itself_takes_no_request_more(served: Served) -> None:
    told = _closed_without_branch(served, mark_sync("x", {"7": True}))
    assert told.door.sync(BRANCH, told.base).message == ""
    assert len(served.desk.journal.entries) == 2


@pytest.mark.parametrize(("status", "is_borne"), [(404, True), (500, False)])
def test_commits_that_are_gone_tell_nothing(served: Served, status: int, is_borne: bool) -> None:
    told = _closed_without_branch(served, "No.")
    served.desk.faults.add(Fault(path="/compare/", status=status, times=99))
    if is_borne:
        assert told.door.sync(BRANCH, told.base).message == ""
        return
    with pytest.raises(ForgeError):
        told.door.sync(BRANCH, told.base)
