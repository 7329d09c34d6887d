"""Carry a plan out until nothing is left of it, whatever gets in between.

The one answer to a crash, to an answer that never came and to a second run at the same time is to
look again and plan again: what was done is then found, and what was not is still in the plan.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.errors import ForgeError, StewardError
from bot.plan.actions import CREATING, Action, Plan
from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.plan.observed import Observed

_ROUNDS = 6


class UnclearError(Exception):
    """GitHub gave no clear answer: the deed may have been done."""


@dataclass(slots=True)
class Known:
    """The issues that this run has created, by key: numbers, and the ids of the database."""

    numbers: dict[str, int] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)


Observe = Callable[[], Observed]
Perform = Callable[[Action, Known], None]


def converge(desired: Desired, observe: Observe, perform: Perform, first: Observed) -> Plan:
    """Do what is left until nothing is, and give what was done.

    ``first`` is what was observed to begin with. After deeds that two runs may double it is looked
    again; so it is after an unclear answer.
    """
    done: list[Action] = []
    observed, before, unclear = first, None, ""
    for _ in range(_ROUNDS):
        plan = difference(desired, observed)
        if not plan:
            return tuple(done)
        if plan == before:
            raise _stuck(plan, "it took that and did not keep it")
        unclear = _carry_out(plan, perform, done)
        if not unclear and not any(isinstance(action, CREATING) for action in plan):
            return tuple(done)
        before = None if unclear else plan
        observed = observe()
    left = difference(desired, observed)
    if left:
        raise _stuck(left, unclear or "something else keeps changing it")
    return tuple(done)


def _carry_out(plan: Plan, perform: Perform, done: list[Action]) -> str:
    """Do one deed after the other, up to one whose answer is unclear: that is given."""
    known = Known()
    for action in plan:
        try:
            perform(action, known)
        except UnclearError as error:
            return str(error) or "no answer"
        done.append(action)
    return ""


def _stuck(plan: Plan, said: str) -> StewardError:
    return ForgeError(
        f"GitHub does not do “{plan[0].kind}”: {said}",
        mend="run it again; if it stays so, see what the token may do there",
    )
