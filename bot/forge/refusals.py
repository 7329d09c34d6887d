"""What a refusal means, and the line in a workflow that would have prevented it."""

from github import GithubException

from bot.errors import ForgeError
from bot.forge.answer import Answer

PERMISSIONS = {
    "comments": "pull-requests: write",
    "labels": "pull-requests: write",
    "checks": "checks: write",
    "statuses": "statuses: write",
    "issues": "issues: write",
    "contents": "contents: write",
    "pulls": "pull-requests: write",
    "graphql": "pull-requests: read",
    "reading": "contents: read",
}
_UNAUTHORISED, _FORBIDDEN, _NOT_FOUND, _GONE = 401, 403, 404, 410
_LIMITED = 429
CLOSED = frozenset({_FORBIDDEN, _NOT_FOUND, _GONE})
"""the answers that will not change while this run lasts"""


def refusal(error: GithubException, way: str, where: str) -> ForgeError:
    """Turn a refusal into something that its reader can mend."""
    said = message_of(error)
    grant = PERMISSIONS.get(way, "contents: read")
    mend = f"grant it in the workflow: “permissions: {{{grant}}}”"
    if error.status == _UNAUTHORISED:
        what, mend = "GitHub does not accept the token", "see that it is set and has not expired"
    elif is_limited(error):
        what, mend = "GitHub's rate limit is used up", "run it again later, or less often"
    elif error.status == _FORBIDDEN:
        what = f"the token may not write {way}" if way != "reading" else "the token may not read"
        what = f"{what} ({said})" if said else what
    elif error.status == _NOT_FOUND:
        what = "GitHub finds nothing there, or does not show it to this token"
        mend = f"see that the name is right; in a private repository, {mend}"
    elif error.status == _GONE:
        what, mend = f"{way} are switched off in this repository", "switch them on in its settings"
    else:
        what = f"GitHub refused with {error.status}: {said or 'it gave no reason'}"
        mend = "see what it says; if it makes no sense, report it"
    closed = way if error.status in CLOSED and not is_limited(error) else ""
    return ForgeError(what, where=where, mend=mend, way=closed, status=error.status)


def is_limited(error: GithubException) -> bool:
    """Tell whether a refusal is a rate limit, and not a lack of rights."""
    said = message_of(error).casefold()
    return error.status == _LIMITED or (error.status == _FORBIDDEN and "rate limit" in said)


def message_of(error: GithubException) -> str:
    """Give GitHub's own words, in one line, with what it says of single fields."""
    answer = Answer(error.data)
    parts = [answer.text("message")]
    for detail in answer.parts("errors"):
        words = detail.text("message") or " ".join(
            detail.text(name) for name in ("field", "code") if detail.text(name)
        )
        parts.append(words)
    return " ".join("; ".join(part for part in parts if part).split())
