"""Deeds as they are carried out, one after the other; what is refused closes its way."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.errors import RefusedError
from bot.plan.actions import Action, Plan
from bot.plan.closed import still_open
from bot.plan.known import Known, by_number
from bot.plan.outcome import DoubtfulError, Outcome, Refusal, UnclearError

Perform: TypeAlias = Callable[[Action, Known], None]


@dataclass(slots=True)
class Run:
    """What has become of the deeds of one run so far, over all of its plans."""

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
