"""What a request says of where a comment is to stand."""

from bot.sandbox.refusal import Json, invalid, unprocessable
from bot.sandbox.state.placing import Remark

_SIDES = ("LEFT", "RIGHT")


def remark_of(given: Json) -> Remark:
    """Read a comment at lines from a request."""
    path, body = given.get("path"), given.get("body")
    if not isinstance(path, str) or not isinstance(body, str):
        raise unprocessable('Invalid request.\n\n"path" or "body" wasn\'t supplied.')
    line, start = given.get("line"), given.get("start_line")
    if not isinstance(line, int) and given.get("subject_type") != "file":
        raise invalid("PullRequestReviewComment", "line", "missing_field")
    side = str(given.get("side") or "RIGHT")
    first_side = str(given.get("start_side") or side)
    if side not in _SIDES or first_side not in _SIDES:
        raise unprocessable(f"Invalid request.\n\n{side} is not a member of {list(_SIDES)}.")
    end = line if isinstance(line, int) else None
    if not isinstance(start, int):
        return Remark(path, body, end, side)
    return Remark(path, body, end, side, start, first_side)
