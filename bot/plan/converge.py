"""Carry a plan out until nothing is left of it, whatever gets in between.

The one answer to a crash, to an answer that never came and to a second run at the same time is to
look again and plan again: what was done is then found, and what was not is still in the plan. What
is refused closes its way for the rest of the run, and everything else goes on.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bot.errors import ForgeError, RefusedError, StewardError
from bot.plan.actions import CREATING, Action, Plan
from bot.plan.closed import still_open
from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.plan.known import Known, by_number, with_created
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
]

_ROUNDS = 6
_MOST_ROUNDS = 100  # of which each but so many has got on, and was then left without an answer
Observe = Callable[[], Observed]
Perform = Callable[[Action, Known], None]


def converge(
    desired: Desired,
    observe: Observe,
    perform: Perform,
    first: Observed,
    closed: Collection[str] = (),
) -> Outcome:
    """Do what is left until nothing is, and tell what was done, and what was refused.

    ``first`` is what was observed to begin with, ``closed`` the ways that are known to be refused.
    After deeds that two runs may double it is looked again; so it is after an unclear answer. As
    long as it gets on in between, a long run may meet many of these.
    Raises ``ForgeError`` where GitHub cannot be reached, or does not accept the token.
    """
    run = _Run(perform, set(closed))
    observed, before, unclear = first, None, ""
    rounds = 0
    for _ in range(_MOST_ROUNDS):
        everything = difference(desired, observed)
        plan = run.left_of(everything)
        if not plan:
            return run.outcome(left=everything)
        if plan == before:
            raise _stuck(plan, "it took that and did not keep it")
        at = len(run.done)
        unclear = run.carry_out(plan)
        now = run.done[at:]
        if not unclear and not any(isinstance(action, CREATING) for action in now):
            return run.outcome(left=tuple(a for a in everything if a not in now))
        before = None if unclear else plan
        observed = with_created(observe(), run.done, run.known)
        rounds += not (unclear and now)
        if rounds == _ROUNDS:
            break
    everything = difference(desired, observed)
    if left := run.left_of(everything):
        raise _stuck(left, unclear or "something else keeps changing it")
    return run.outcome(left=everything)


@dataclass(slots=True)
class _Run:
    """What has become of the deeds so far."""

    perform: Perform
    closed: set[str]
    known: Known = field(default_factory=Known)
    done: list[Action] = field(default_factory=list)
    told: list[Refusal] = field(default_factory=list)
    did: set[Action] = field(default_factory=set)
    doubted: set[Action] = field(default_factory=set)
    refused: set[Action] = field(default_factory=set)

    def left_of(self, plan: Plan, doubted: Collection[Action] = ()) -> Plan:
        """Leave out what is refused."""
        return still_open(plan, self.closed, {*self.refused, *doubted})

    def outcome(self, left: Plan) -> Outcome:
        """Tell how it ended."""
        return Outcome(tuple(self.done), tuple(self.told), left, tuple(self.known.warned))

    def carry_out(self, plan: Plan) -> str:
        """Do one deed after the other, and say what stayed unclear.

        What GitHub finds not to fit is passed by, until it has been looked at again; where no
        answer came, nothing more is done before that.
        """
        doubted: dict[Action, str] = {}
        left = set(plan)
        for action in plan:
            if action not in left:
                continue
            try:
                self.perform(action, self.known)
            except DoubtfulError as error:
                named = by_number(action, self.known)
                if named in self.did:
                    continue  # by this run, and what lists it lags behind
                if named in self.doubted:
                    self._refuse(action, "", error)
                else:
                    doubted[action] = str(error)
            except UnclearError as error:
                return str(error) or "no answer"
            except RefusedError as error:
                self._refuse(action, error.way if error.way == action.way else "", error)
            else:
                self.done.append(action)
                self.did.add(by_number(action, self.known))
                continue
            left = set(self.left_of(plan, doubted))
        self.doubted.update(by_number(action, self.known) for action in doubted)
        return next(iter(doubted.values()), "")

    def _refuse(self, deed: Action, way: str, error: RefusedError | DoubtfulError) -> None:
        if way:
            self.closed.add(way)
        if isinstance(error, RefusedError):
            told = Refusal(deed, way, error.what, error.mend, error.grant, error.status)
        else:
            told = Refusal(deed, way, error.what, status=error.status)
        self.told.append(told)
        self.refused |= {deed, by_number(deed, self.known)}


def _stuck(plan: Plan, said: str) -> StewardError:
    what = plan[0].kind.replace("-", " ")
    return ForgeError(
        f"GitHub was told to {what}: {said}",
        mend="run it again; if it stays so, see what the token may do there",
    )
