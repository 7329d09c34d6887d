"""Carry plans out until nothing is left of them, whatever gets in between.

The one answer to a crash, to an answer that never came and to a second run at the same time is to
look again and plan again: what was done is then found, and what was not is still in the plan. What
is refused closes its way for the rest of the run, and everything else goes on.
"""

from collections.abc import Callable, Collection, Sequence

from bot.errors import ForgeError, StewardError
from bot.plan.actions import CREATING, Action, Plan
from bot.plan.carrying import Perform, Run
from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.plan.known import Known, with_created
from bot.plan.observed import Observed
from bot.plan.outcome import DoubtfulError, Outcome, Refusal, UnclearError

__all__ = [
    "DoubtfulError",
    "Known",
    "Observe",
    "Outcome",
    "Perform",
    "Refusal",
    "UnclearError",
    "converge",
    "go_round",
]

_ROUNDS = 6
_MOST_ROUNDS = 100  # of which each but so many has got on, and was then left without an answer
Observe = Callable[[], Observed]


def converge(
    desired: Desired,
    observe: Observe,
    perform: Perform,
    first: Observed,
    closed: Collection[str] = (),
) -> Outcome:
    """Do what is left until nothing is, and tell what was done, and what was refused.

    ``first`` is what was observed to begin with, ``closed`` the ways that are known to be refused.
    After deeds that two runs may double it is looked again; so it is after an unclear answer.
    Raises ``ForgeError`` where GitHub cannot be reached, or does not accept the token.
    """
    run, looks = Run(perform, set(closed)), iter((first,))

    def plan() -> Plan:
        observed = next(looks, None) or with_created(observe(), run.done, run.known)
        return difference(desired, observed)

    return run.outcome(left=go_round(run, plan, _ROUNDS, is_enough=_is_sure))


def _is_sure(done: Sequence[Action]) -> bool:
    """Tell whether no other run may have done the same at the same time."""
    return not any(isinstance(action, CREATING) for action in done)


def go_round(
    run: Run,
    plans: Callable[[], Plan],
    most: int,
    patience: int = 1,
    is_enough: Callable[[Sequence[Action]], bool] = lambda _: False,
) -> Plan:
    """Carry out one plan after the other until nothing is left to do, and give what is refused.

    What was done ``is_enough`` where it needs no other look. The same plan may come back with some
    ``patience``; and as long as it gets on in between, a long run may meet many unclear answers.
    """
    before, alike, unclear = None, 0, ""
    rounds = 0
    for _ in range(_MOST_ROUNDS):
        everything = plans()
        plan = run.left_of(everything)
        if not plan:
            return everything
        alike = alike + 1 if plan == before else 0
        if alike == patience:
            raise _stuck(plan, "it took that and did not keep it")
        at = len(run.done)
        unclear = run.carry_out(plan)
        now = run.done[at:]
        if not unclear and is_enough(now):
            return tuple(action for action in everything if action not in now)
        before = None if unclear else plan
        rounds += not (unclear and now)
        if rounds == most:
            break
    everything = plans()
    if left := run.left_of(everything):
        raise _stuck(left, unclear or "something else keeps changing it")
    return everything


def _stuck(plan: Plan, said: str) -> StewardError:
    what = plan[0].kind.replace("-", " ")
    return ForgeError(
        f"GitHub was told to {what}: {said}",
        mend="run it again; if it stays so, see what the token may do there",
    )
