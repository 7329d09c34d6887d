"""Bulk work is spread out, by a clock that nobody waits for."""

from dataclasses import dataclass, field

import pytest

from bot.forge.pace import Pace
from bot.forge.patience import CEILING
from bot.plan import actions as a
from bot.plan.converge import Known
from bot.plan.desired import Desired, IssueWish
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import Told, issue

NEW = a.CreateIssue(IssueWish("k", "t", "b"))
OTHER = a.AddLabel(1, "x")


@dataclass
class Clock:
    """Time passes only where somebody sleeps, or says so."""

    now: float = 1_000.0
    naps: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds


def _paced() -> tuple[Clock, Pace]:
    clock = Clock()
    return clock, Pace(clock, clock.sleep)


def test_the_first_deed_does_not_wait_and_the_next_one_a_second() -> None:
    clock, pace = _paced()
    pace.admit(OTHER)
    assert clock.naps == []
    pace.admit(OTHER)
    assert clock.naps == [1.0]


def test_the_time_that_a_deed_takes_counts() -> None:
    clock, pace = _paced()
    for took, nap in ((0.25, [0.75]), (1.5, [0.75])):
        pace.admit(OTHER)
        clock.now += took
        pace.admit(OTHER)
        assert clock.naps == nap
        clock.now += 1


@pytest.mark.parametrize("took", [0.0, 0.4, 2.5, 10.0])
def test_never_more_than_twenty_new_issues_in_a_minute(took: float) -> None:
    clock, pace = _paced()
    made = []
    for _ in range(200):
        pace.admit(NEW)
        made.append(clock.now)
        clock.now += took
        pace.admit(OTHER)
    pairs = zip(made, made[20:], strict=False)
    assert all(later - first >= 60 for first, later in pairs)
    assert pace.waited == pytest.approx(sum(clock.naps))
    assert len(pace._made) <= 21


def test_two_hundred_issues_take_ten_minutes_and_no_longer() -> None:
    clock, pace = _paced()
    for _ in range(200):
        pace.admit(NEW)
    assert clock.now - 1_000 == 9 * 60 + 19
    assert pace.waited > CEILING  # of Patience, which has nothing to do with it


def test_what_has_no_pace_never_waits(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: float) -> None:
        raise AssertionError

    monkeypatch.setattr("time.sleep", refuse)
    gateway = served.gateway()
    assert gateway.pace is None
    for key in "abc":
        gateway.perform(a.CreateIssue(issue(key)), Known())


def test_a_run_with_a_pace_waits_before_each_write(served: Served) -> None:
    clock, pace = _paced()
    gateway = served.gateway()
    gateway.pace = pace
    told = Told(gateway, 1, "0" * 40, "0" * 40)
    keys = [f"k{at}" for at in range(25)]
    parts = tuple(issue(key, parent="a") for key in keys)
    assert told.run(Desired(issues=(issue("z"),))).done
    assert clock.naps == []  # nothing else waits
    with gateway.slowly():
        outcome = told.run(Desired(issues=(issue("z"), issue("a"), *parts)))
    assert [each.kind for each in outcome.done] == ["create-issue"] * 26 + ["add-sub-issue"] * 25
    assert clock.naps.count(1.0) == len(outcome.done) - 2
    assert pace.waited == 60 + 5 + 25


def test_what_github_asks_for_is_waited_for_besides(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, pace = _paced()
    monkeypatch.setattr("time.sleep", clock.sleep)
    gateway = served.gateway()
    gateway.pace = pace
    gateway.issues()
    limit = (("Retry-After", "30"),)
    served.desk.faults.add(Fault("POST", "/issues$", status=429, headers=limit, body="{}"))
    gateway.perform(a.CreateIssue(issue("a")), Known())
    gateway.perform(a.CreateIssue(issue("b")), Known())
    assert [nap for nap in clock.naps if nap] == [30]  # by then the second is long over
    assert pace.waited == 0
