"""The property that carries the product, over the embedded GitHub and the real way to it.

The worlds and the wishes are those that the model in memory is searched with (``tests/plan``). What
the model cannot have is here: ids that differ from numbers, pages, refusals, answers that get lost.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ForgeError
from bot.forge.gateway import Gateway
from bot.model.issue import Child, Issue
from bot.model.pull import PullState
from bot.plan.actions import Action, AddSubIssue
from bot.plan.converge import Known, Perform, converge
from bot.plan.desired import Desired, IssueWish
from bot.plan.difference import difference
from bot.plan.observed import Observed
from bot.plan.pulls import own_comments
from bot.plan.suggestion import key_of_remark
from bot.sandbox import threads
from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.kept import Kept
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served, serving
from tests.forge.memory import ME, PULL, Memory
from tests.forge.theatre import Theatre
from tests.plan.owning import key_of
from tests.plan.worlds import BRANCH, desires, issue_body, memories
from tests.searching import times_as_many

_REFUSED = 400
pytestmark = pytest.mark.wire


class KilledError(BaseException):
    """The process is gone."""


class Play:
    """One server for all examples; each begins with the scene as it was set."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self._theatre = Theatre(served.scene)
        self._theatre.prepare()
        self._kept = Kept.of(served.desk.hub)

    def begin(self, desired: Desired, memory: Memory) -> Desired:
        self._kept.restore(self.served.desk.hub)
        self.served.desk.faults.clear()
        self.served.desk.journal.clear()
        self.served.desk.limits.clear()
        self._theatre.set(memory)
        return self._theatre.wanted(desired)

    def look(self, desired: Desired) -> Observed:
        return _look(self.served.gateway(), desired)

    def run(self, desired: Desired, cut: Callable[[Perform], Perform] | None = None) -> int:
        """Run once, as a process of its own would."""
        door = self.served.gateway()
        look = partial(_look, door, desired)
        return len(converge(desired, look, cut(door.perform) if cut else door.perform, look()).done)

    def is_healed(self, desired: Desired) -> None:
        seen = self.look(desired)
        wanted = {wish.key for wish in desired.issues or ()}
        ours = {issue.number for issue in seen.issues or () if key_of(issue) in wanted}
        assert all(self._is_barred(left, ours) for left in difference(desired, seen))
        assert seen.pull
        assert not (desired.pull and desired.pull.comment) or len(own_comments(seen.pull)) <= 1
        made = Counter(filter(None, map(key_of_remark, seen.pull.remarks)))
        assert all(count == 1 for count in made.values())
        keys = Counter(key_of(issue) for issue in seen.issues or () if issue.is_open)
        assert all(keys[key] <= 1 for key in wanted)

    def _is_barred(self, left: Action, ours: set[int]) -> bool:
        """Tell whether GitHub refuses it for a ring that somebody else's issue is part of."""
        if not isinstance(left, AddSubIssue) or not (left.parent.number and left.child.number):
            return False
        scene, line = self.served.scene, [left.parent.number]
        while above := scene.thread(line[-1]).parent_id:
            line.append(scene.hub.store.get(threads.Issue, above).number)
        return left.child.number in line and not ours.issuperset(line)

    def close(self) -> None:
        self._kept.close()


def _look(door: Gateway, desired: Desired) -> Observed:
    base = door.default_branch()[1]
    sync = door.sync(BRANCH, base) if desired.sync else None
    return Observed(door.pull(1), door.issues(), sync)


@pytest.fixture(scope="module")
def play(with_a_pull: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    state = tmp_path_factory.mktemp("play") / "hub"
    shutil.copytree(with_a_pull, state)
    with serving(Hub.open(state, SteadyClock())) as served:
        play = Play(served)
        yield play
        play.close()


@times_as_many(0.6)
@given(desires(), memories())
def test_after_a_run_nothing_is_left(play: Play, desired: Desired, memory: Memory) -> None:
    wanted = play.begin(desired, memory)
    play.run(wanted)
    play.is_healed(wanted)
    play.served.desk.journal.clear()
    assert play.run(wanted) == 0
    assert all(entry.status >= _REFUSED for entry in play.served.desk.journal.writes())


@times_as_many(0.6)
@given(desires(), memories(), st.integers(0, 12), st.booleans())
def test_a_run_that_is_killed_heals(
    play: Play, desired: Desired, memory: Memory, after: int, is_done: bool
) -> None:
    wanted = play.begin(desired, memory)

    def cut(perform: Perform) -> Perform:
        left = after

        def act(action: Action, known: Known) -> None:
            nonlocal left
            left -= 1
            if left >= 0 or is_done:
                perform(action, known)
            if left < 0:
                raise KilledError

        return act

    with suppress(KilledError):
        play.run(wanted, cut)
    play.run(wanted)
    play.is_healed(wanted)


@times_as_many(0.6)
@given(desires(), memories(), st.integers(1, 40), st.booleans())
def test_a_request_that_gets_lost_does_no_harm(
    play: Play, desired: Desired, memory: Memory, nth: int, is_done: bool
) -> None:
    wanted = play.begin(desired, memory)
    play.served.desk.faults.add(Fault(nth=nth, drop=True, after_deed=is_done))
    with suppress(ForgeError):
        play.run(wanted)
    play.run(wanted)
    play.is_healed(wanted)


def test_what_somebody_has_put_between_is_left_alone(play: Play) -> None:
    """A stranger's issue hangs under ours, and ours under that: the wish would close a ring."""
    over = Issue(id=1, number=2, title="B", body=issue_body("b"), mine=True)
    between = Issue(id=2, number=3, title="X", body="", mine=False, parent=2)
    under = Issue(id=3, number=4, title="A", body=issue_body("a"), mine=True, parent=3)
    over, between = (
        replace(each, children=(Child(each.number + 1, is_open=True),)) for each in (over, between)
    )
    standing = {each.number: each for each in (over, between, under)}
    wishes = tuple(IssueWish(key, key.upper(), issue_body(key)) for key in ("a", "b"))
    desired = Desired(issues=(wishes[0], replace(wishes[1], parent="a")))
    memory = Memory(pulls={1: PullState(PULL, ME.login)}, standing=standing)
    wanted = play.begin(desired, memory)
    play.run(wanted)
    play.is_healed(wanted)
    assert [each.kind for each in difference(wanted, play.look(wanted))] == ["add-sub-issue"]
    assert play.run(wanted) == 0
