"""The rules of all rulesets that hold for a branch, whether it is there or not."""

from bot.sandbox.records import RequiredCheck
from bot.sandbox.refusal import Json
from bot.sandbox.state.required import RULESET, required_checks
from bot.sandbox.view import View
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.paging import paged
from bot.sandbox.wire.route import METADATA, Route


def _rules(call: Call) -> Reply:
    def shape(view: View, each: RequiredCheck) -> Json:
        """Write a rule: here each check is required by a ruleset of its own."""
        checks = {
            "strict_required_status_checks_policy": False,
            "do_not_enforce_on_create": False,
            "required_status_checks": [{"context": each.name}],
        }
        return {
            "type": "required_status_checks",
            "ruleset_source_type": "Repository",
            "ruleset_source": view.full_name(call.repository),
            "ruleset_id": each.id,
            "parameters": checks,
        }

    found = required_checks(call.hub, call.repository, call.words["branch"], RULESET)
    return paged(call, found, shape)


ROUTES = (Route("GET", "/rules/branches/{branch:path}", _rules, METADATA),)
