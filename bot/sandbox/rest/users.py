"""Accounts, what is left of the rate limit, and what the server says of itself."""

from bot.sandbox.refusal import Refusal
from bot.sandbox.rest.finding import user_named
from bot.sandbox.shapes.people import own_profile, profile
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.route import Route


def _me(call: Call) -> Reply:
    """Say who asks; a workflow's token and an installation are nobody."""
    if call.viewer.user is None:
        raise Refusal(401, "Requires authentication")
    if call.viewer.is_app:
        raise Refusal(403, "Resource not accessible by integration")
    return Reply(own_profile(call.view, call.viewer.user))


def _user(call: Call) -> Reply:
    return Reply(profile(call.view, user_named(call, call.words["login"])))


def _meta(_: Call) -> Reply:
    return Reply({"verifiable_password_authentication": False, "domains": {}})


ROUTES = (
    Route("GET", "/user", _me, None, alone=True),
    Route("GET", "/users/{login}", _user, None, alone=True),
    Route("GET", "/meta", _meta, None, alone=True),
)
