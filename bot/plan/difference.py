"""Desired minus observed: the plan. The same two give the same plan, byte for byte."""

from bot.plan.actions import Plan
from bot.plan.desired import Desired
from bot.plan.issues import plan_issues
from bot.plan.observed import Observed
from bot.plan.pulls import plan_pull
from bot.plan.syncs import plan_sync


def difference(desired: Desired, observed: Observed) -> Plan:
    """Give the deeds that are left; what was not looked at is not touched."""
    plan: Plan = ()
    if desired.issues is not None and observed.issues is not None:
        plan += tuple(plan_issues(desired.issues, observed.issues))
    if desired.sync and observed.sync:
        plan += tuple(plan_sync(desired.sync, observed.sync))
    if desired.pull and observed.pull:
        plan += tuple(plan_pull(desired.pull, observed.pull))
    return plan
