"""What is left to do where issues are switched off."""

from bot.app.landing.ground import Ground
from bot.app.landing.landed import Landed
from bot.app.landing.look import BRANCH
from bot.forge.door import Door
from bot.plan.converge import converge
from bot.plan.desired import Desired, SyncWish
from bot.plan.difference import difference
from bot.plan.observed import Observed


def withdraw(door: Door, ground: Ground, *, is_dry: bool) -> Landed:
    """Close the write-back of issues that are switched off; the issues stay as they are.

    What waits for it goes on waiting: they may be switched on again.
    """
    why = "issues are switched off"
    wish = SyncWish(BRANCH, ground.branch, ground.commit, (), "", "", why=why, pauses=True)
    desired, first = Desired(sync=wish), Observed(sync=door.sync(BRANCH, ground.branch))
    plan = difference(desired, first, door.can.refused)
    if is_dry or not plan:
        return Landed(ground, plan=plan, is_dry=is_dry)
    out = converge(
        desired,
        lambda: Observed(sync=door.sync(BRANCH, ground.branch)),
        door.perform,
        first,
        door.can.refused,
    )
    return Landed(ground, plan=out.done, refused=out.refused, warnings=out.warned)
