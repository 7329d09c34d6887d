"""Desired minus observed: the plan. The same two give the same plan, byte for byte."""

from collections.abc import Collection

from bot.plan.actions import Plan
from bot.plan.closed import still_open
from bot.plan.desired import Desired
from bot.plan.fitting import fitted
from bot.plan.issues import plan_issues
from bot.plan.observed import Observed
from bot.plan.pulls import plan_pull
from bot.plan.syncs import plan_sync


def difference(desired: Desired, observed: Observed, closed: Collection[str] = ()) -> Plan:
    """Give the deeds that are left; what was not looked at is not touched.

    Nothing is wanted that GitHub would not take for its length. ``closed`` are the ways that are
    known to be refused: their deeds are left out, with those that need them.
    """
    wanted = fitted(desired)
    plan: Plan = ()
    if wanted.issues is not None and observed.issues is not None:
        plan += tuple(plan_issues(wanted.issues, observed.issues))
    if wanted.sync and observed.sync:
        plan += tuple(plan_sync(wanted.sync, observed.sync))
    if wanted.pull and observed.pull:
        plan += tuple(plan_pull(wanted.pull, observed.pull))
    return still_open(plan, closed)
