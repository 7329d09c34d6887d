"""What goes wrong with GitHub now and then, by name."""

import json

from bot.sandbox.wire.faults import ALWAYS, Fault

_GRAPHQL = "/graphql$"
_REFUSED = "Resource not accessible by integration"
_LIMIT = "API rate limit already exceeded for user ID 1."
_TIMEOUT = (
    "Something went wrong while executing your query. This may be the result of a timeout, or it "
    "could be a GitHub bug. Please include `SAND:0001` when reporting this issue."
)


def no_graphql() -> Fault:
    """Refuse GraphQL for good, so that REST has to do."""
    body = json.dumps({"message": _REFUSED, "status": "403"})
    return Fault("POST", _GRAPHQL, times=ALWAYS, status=403, body=body)


def limited_graphql() -> Fault:
    """Say in an answer that went well that nothing is left of GraphQL's limit."""
    body = json.dumps({"errors": [{"type": "RATE_LIMITED", "message": _LIMIT}]})
    return Fault("POST", _GRAPHQL, times=ALWAYS, status=200, body=body)


def overtaxed_graphql(times: int = 1) -> Fault:
    """Let queries take too long."""
    body = json.dumps({"data": None, "errors": [{"message": _TIMEOUT}]})
    return Fault("POST", _GRAPHQL, times=times, status=502, body=body)


def refused_parts(*parts: str, times: int = ALWAYS) -> Fault:
    """Refuse parts of what is asked of GraphQL, beside data for the rest."""
    return Fault("POST", _GRAPHQL, times=times, status=403, body=_REFUSED, parts=parts)


def broken_parts(*parts: str, times: int = 1) -> Fault:
    """Let parts of what is asked of GraphQL fail for no reason of the asker."""
    return Fault("POST", _GRAPHQL, times=times, body=_TIMEOUT, parts=parts)


def stale_reads(path: str, times: int = 1, nth: int = 1) -> Fault:
    """Let reads not show the last write yet: of REST, or with a path of ``/graphql`` of that."""
    method = "POST" if "graphql" in path else "GET"
    return Fault(method, path, nth=nth, times=times, stale=True)
