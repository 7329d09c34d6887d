"""Whether a pull request is held up for want of the check, though it changes no spec.

A branch that requires a check waits for it on each pull request, and for ever where none comes.
"""

from bot.app.action.wishes import NAME
from bot.forge.door import Door
from bot.model.pull import PullStage, PullState


def is_awaited(door: Door, state: PullState) -> bool:
    """Tell whether the base branch requires the check; rulesets are one more question."""
    if state.pull.stage is not PullStage.OPEN:
        return False
    return NAME in state.required or NAME in door.required_checks(state.pull.base_branch)
