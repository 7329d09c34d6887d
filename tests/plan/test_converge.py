"""Carrying out: when it is looked again, and when it is given up."""

import pytest

from bot.errors import StewardError
from bot.model.pull import PullState
from bot.plan.actions import Action
from bot.plan.carrying import Run
from bot.plan.converge import Known, UnclearError, converge, go_round
from bot.plan.desired import CommentWish, Desired, IssueWish, LabelWish, PullWish
from bot.plan.difference import difference
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from tests.forge.memory import ME, PULL, Memory
from tests.plan.worlds import issue_body

BODY = write_marker("comment", {})
COMMENT = Desired(PullWish(1, comment=CommentWish(BODY)))


class Counted:
    """A model that counts how often it is looked at."""

    def __init__(self) -> None:
        self.memory = Memory(pulls={1: PullState(PULL, ME.login)})
        self.looks = 0

    def run(self, desired: Desired) -> list[str]:
        outcome = converge(desired, self.look, self.memory.perform, self.memory.observe(1))
        return [action.kind for action in outcome.done]

    def look(self) -> Observed:
        self.looks += 1
        return self.memory.observe(1)


def test_after_what_two_may_double_it_is_looked_again() -> None:
    counted = Counted()
    assert counted.run(COMMENT) == ["create-comment"]
    assert counted.looks == 1
    assert counted.run(COMMENT) == []
    assert counted.looks == 1


def test_after_all_else_it_is_not() -> None:
    counted = Counted()
    counted.memory.change_pull(1, labels=("spec: draft",))
    assert counted.run(Desired(PullWish(1, label=LabelWish("spec: ", None)))) == ["remove-label"]
    assert counted.looks == 0


def test_what_github_does_not_keep_is_given_up() -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    with pytest.raises(
        StewardError, match="told to create comment: it took that and did not keep it"
    ):
        converge(COMMENT, lambda: memory.observe(1), lambda *_: None, memory.observe(1))


def test_the_last_try_counts() -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    tried: list[str] = []

    def perform(action: Action, known: Known) -> None:
        tried.append(action.kind)
        if len(tried) < 6:
            raise UnclearError
        memory.perform(action, known)

    outcome = converge(COMMENT, lambda: memory.observe(1), perform, memory.observe(1))
    assert [action.kind for action in outcome.done] == ["create-comment"]


def test_what_stays_unclear_is_given_up_with_the_last_word() -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    tried: list[str] = []

    def perform(action: Action, _: Known) -> None:
        tried.append(action.kind)
        raise UnclearError("502 Bad Gateway")

    with pytest.raises(StewardError, match="502 Bad Gateway"):
        converge(COMMENT, lambda: memory.observe(1), perform, memory.observe(1))
    assert len(tried) == 6


@pytest.mark.parametrize("lost", [7, 40])
def test_a_long_run_may_meet_many_unclear_answers(lost: int) -> None:
    """As long as it gets on: after each it is looked again, and nothing is made twice."""
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    wishes = tuple(IssueWish(f"k{at}", "t", issue_body(f"k{at}")) for at in range(2 * lost))
    tried: list[str] = []

    def perform(action: Action, known: Known) -> None:
        tried.append(action.kind)
        memory.perform(action, Known() if len(tried) % 2 == 0 else known)
        if len(tried) % 2 == 0:
            raise UnclearError("502 Bad Gateway")

    desired = Desired(issues=wishes)
    converge(desired, lambda: memory.observe(1), perform, memory.observe(1))
    assert len(memory.standing) == len(tried) == 2 * lost


def test_what_never_ends_is_given_up_too() -> None:
    """Somebody takes every issue away again, and every second answer stays out."""
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    wishes = tuple(IssueWish(key, "t", issue_body(key)) for key in "ab")
    tried: list[str] = []

    def observe() -> Observed:
        memory.standing.clear()
        return memory.observe(1)

    def perform(action: Action, known: Known) -> None:
        tried.append(action.kind)
        if len(tried) % 2 == 0:
            raise UnclearError("502 Bad Gateway")
        memory.perform(action, known)
        known.numbers.clear()

    with pytest.raises(StewardError, match="502 Bad Gateway"):
        converge(Desired(issues=wishes), observe, perform, observe())
    assert len(tried) == 200


@pytest.mark.parametrize(("lag", "is_borne"), [(1, True), (2, True), (3, False)])
def test_what_github_lists_may_lag_behind(lag: int, is_borne: bool) -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    (deed,) = difference(COMMENT, memory.observe(1))
    plans = iter([(deed,)] * (lag + 1) + [()] * 2)
    run = Run(lambda *_: None, set())
    if is_borne:
        assert go_round(run, lambda: next(plans), 10, 3) == ()
    else:
        with pytest.raises(StewardError, match="it took that and did not keep it"):
            go_round(run, lambda: next(plans), 10, 3)
