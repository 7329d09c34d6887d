"""Deeds of several requests, cut off at each of them: nothing is doubled, nothing is lost."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

import pytest

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.forge.patience import Patience
from bot.plan import actions as a
from bot.plan.actions import Action, Ref
from bot.plan.converge import Known, Outcome
from bot.plan.desired import Annotation, CheckWish, Desired
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import NAME, WORKFLOW, Served
from tests.forge.stories import Told, issue
from tests.forge.test_faults import KilledError, is_healed

FILES = (("docs/a.md", b"new\n"), ("docs/b.bin", b"\xff\0"))


def _commit(told: Told) -> Desired:
    return Desired(sync=told.sync(*FILES))


def _commit_again(told: Told) -> Desired:
    wish = told.sync(("docs/a.md", b"old\n"))
    told.before(a.CommitFiles(wish), a.OpenPullRequest(wish))
    return Desired(sync=told.sync(*FILES))


def _nothing_left(told: Told) -> Desired:
    wish = told.sync(*FILES)
    told.before(a.CommitFiles(wish), a.OpenPullRequest(wish))
    return Desired(sync=replace(wish, files=()))


def _check(told: Told) -> Desired:
    notes = tuple(Annotation("docs/a.md", at, "notice", "t", "m") for at in range(120))
    return told.on_pull(check=CheckWish("spec-steward", told.head, "success", "t", "s", notes))


def _to_the_top(told: Told) -> Desired:
    parts = ("b", "c", "d")
    made = (a.CreateIssue(issue(key)) for key in ("a", *parts))
    told.before(*made, *(a.AddSubIssue(Ref("a"), Ref(key)) for key in parts))
    return Desired(issues=(issue("a"), *(issue(key, parent="a") for key in ("d", "b", "c"))))


def _edit(told: Told) -> Desired:
    return told.on_pull(edits=(told.edit(b"# Newer\n"),))


DEEDS: dict[str, tuple[str, Callable[[Told], Desired], int]] = {
    "one file": ("edit-file", _edit, 1),
    "new branch": ("commit-file", _commit, 6),
    "old branch": ("commit-file", _commit_again, 6),
    "no branch": ("delete-branch", _nothing_left, 2),
    "check": ("write-check", _check, 3),
    "order": ("order-sub-issue", _to_the_top, 2),
}
CASES = [(name, nth) for name, (*_, count) in DEEDS.items() for nth in range(1, count + 1)]
FAULTS = {
    "dropped before": Fault(drop=True),
    "dropped after": Fault(drop=True, after_deed=True),
    "502 after": Fault(status=502, body="{}", after_deed=True),
}


class CutLine(Line):
    """A wire that counts its requests, and is cut off at one of them."""

    left = -1
    is_done = False

    def _send(
        self,
        method: str,
        url: str,
        way: str,
        parameters: dict[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> tuple[Mapping[str, str], Answer]:
        self.left -= 1
        if self.left == 0 and not self.is_done:
            raise KilledError
        try:
            return super()._send(method, url, way, parameters, body)
        finally:
            if self.left == 0:
                raise KilledError


def _told(served: Served) -> tuple[Told, CutLine]:
    line = CutLine(NAME, WORKFLOW, served.url, Patience.usual(pause=0, secondary_wait=0))
    return Told.at(Gateway(line), 1), line


def _is_whole(served: Served, told: Told, desired: Desired) -> None:
    told.run(desired)
    is_healed(told, desired)
    before = len(served.desk.journal.writes())
    assert told.run(desired) == Outcome()
    assert len(served.desk.journal.writes()) == before


@pytest.mark.parametrize("name", DEEDS)
def test_so_many_requests_it_takes(served: Served, name: str) -> None:
    kind, prepare, count = DEEDS[name]
    told, line = _told(served)
    desired = prepare(told)
    counted: list[int] = []

    def perform(action: Action, known: Known) -> None:
        line.left = 0
        told.door.perform(action, known)
        if action.kind == kind:
            counted.append(-line.left)

    told.run(desired, perform)
    assert counted == [count]


@pytest.mark.wire
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(("name", "nth"), CASES)
def test_it_heals_at_each_request(served: Served, name: str, nth: int, fault: str) -> None:
    kind, prepare, _ = DEEDS[name]
    told = Told.at(served.gateway(), 1)
    desired = prepare(told)
    armed = [replace(FAULTS[fault], nth=nth)]

    def perform(action: Action, known: Known) -> None:
        if action.kind == kind and armed:
            served.desk.faults.add(armed.pop())
        told.door.perform(action, known)

    with suppress(ForgeError):
        told.run(desired, perform)
    assert not armed
    _is_whole(served, told, desired)


@pytest.mark.wire
@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("name", "nth"), CASES)
def test_a_run_that_is_killed_within_a_deed_heals(
    served: Served, name: str, nth: int, is_done: bool
) -> None:
    kind, prepare, _ = DEEDS[name]
    told, line = _told(served)
    desired = prepare(told)
    line.is_done = is_done

    def perform(action: Action, known: Known) -> None:
        line.left = nth if action.kind == kind else -1
        told.door.perform(action, known)

    with pytest.raises(KilledError):
        told.run(desired, perform)
    line.left = -1
    _is_whole(served, told, desired)
