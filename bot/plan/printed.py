"""The plan as the contract prints it: what each deed changes, from what, to what, and why."""

from bot.plan.actions import Action, Plan


def plan_json(plan: Plan) -> dict[str, object]:
    """Give the plan as JSON has it; an empty list means that nothing is to be done."""
    return {"version": 1, "actions": [_printed(action) for action in plan]}


def _printed(action: Action) -> dict[str, object]:
    change = action.change()
    return {
        "kind": action.kind,
        "target": change.target,
        "before": change.before,
        "after": change.after,
        "why": action.why,
    }
