"""What a refusal means, and the line in a workflow that would have prevented it."""

import re

from github import GithubException

from bot.errors import ForgeError, LimitError, RefusedError
from bot.forge.answer import Answer
from bot.render.defuse import prose

PERMISSIONS = {
    "comments": "pull-requests: write",
    "folding": "pull-requests: write",
    "suggestions": "pull-requests: write",
    "reactions": "pull-requests: write",
    "labels": "pull-requests: write",
    "checks": "checks: write",
    "statuses": "statuses: write",
    "issues": "issues: write",
    "sub-issues": "issues: write",
    "dependencies": "issues: write",
    "contents": "contents: write",
    "pulls": "pull-requests: write",
    "graphql": "pull-requests: read",
    "reading": "contents: read",
}
_RIGHTS = (
    (re.compile(r"/commits/[^/]+/check-runs"), "checks: read"),
    (re.compile(r"/commits/[^/]+/status"), "statuses: read"),
    (re.compile(r"/pulls|/issues/\d+/(comments|events)|/commits/\w+/pulls"), "pull-requests: read"),
    (re.compile(r"/issues|/labels"), "issues: read"),
)
"""what it takes to read below an address, where that is not the files"""
_UNAUTHORISED, _FORBIDDEN, _NOT_FOUND, _GONE, _LIMITED = 401, 403, 404, 410, 429
_LATE = ("sub-issues", "dependencies")  # ways that Enterprise servers got late
_NO_PULLS = "not permitted to create or approve pull requests"
_ARCHIVED = "was archived"
_SETTINGS = (_NO_PULLS, _ARCHIVED)  # words of refusals that no permission would prevent
_NAMES = {"pulls": "pull requests"}  # of ways whose own are none that people use
_NOTHING = ("", "Not Found")  # the words that say no more than the number does
_LONGEST = 300
CLOSED = frozenset({_FORBIDDEN, _NOT_FOUND, _GONE})
"""the answers that will not change while this run lasts"""


def refusal(error: GithubException, way: str, where: str, path: str = "") -> ForgeError:
    """Turn a refusal into something that its reader can mend; ``path`` is what was asked for."""
    if error.status == _UNAUTHORISED:
        what, mend = "GitHub does not accept the token", "see that it is set and has not expired"
        return ForgeError(what, where=where, mend=mend, status=error.status)
    if is_limited(error):
        return _limit(error, where)
    closed = way if error.status in CLOSED else ""
    grant = _right(error, way, path) if closed else ""
    what, mend = _words(error, way, grant)
    refused = RefusedError(
        what, where=where, mend=mend, way=closed, status=error.status, grant=grant
    )
    refused.fields = tuple(each.text("field") for each in Answer(error.data).parts("errors"))
    return refused


def _right(error: GithubException, way: str, path: str) -> str:
    """Give the line that would open a way; none where it is not there to be opened."""
    if way == "reading":
        found = (right for pattern, right in _RIGHTS if pattern.match(path))
        return next(found, PERMISSIONS[way])
    is_lacking = way in _LATE and error.status == _NOT_FOUND
    is_set_so = error.status == _GONE or any(each in message_of(error) for each in _SETTINGS)
    return "" if is_lacking or is_set_so else PERMISSIONS.get(way, "contents: read")


def _words(error: GithubException, way: str, grant: str) -> tuple[str, str]:
    said = message_of(error)
    mend = f"grant it in the workflow: “permissions: {{{grant}}}”"
    if _NO_PULLS in said:
        return said, "allow it in the repository's settings, under Actions, General"
    if _ARCHIVED in said:
        return "the repository is archived", "take it out of the archive, or the workflow out of it"
    match error.status:
        case 403:
            what = (
                f"the token may not write {_NAMES.get(way, way)}"
                if way != "reading"
                else "the token may not read"
            )
            return f"{what} ({said})" if said else what, mend
        case 404 if way in _LATE:
            return f"GitHub finds no {way} there", "an older server does not have them"
        case 404:
            what = "GitHub finds nothing there, or does not show it to this token"
            what = what if said in _NOTHING else f"{what} ({said})"
            return what, f"see that the name is right; in a private repository, {mend}"
        case 410:
            name = _NAMES.get(way, way)
            return f"{name} are switched off in this repository", "switch them on in its settings"
    what = f"GitHub refused with {error.status}: {said or 'it gave no reason'}"
    return what, "see what it says; if it makes no sense, report it"


def _limit(error: GithubException, where: str) -> LimitError:
    wait = getattr(error, "wait", None)
    what, mend = "GitHub's rate limit is used up", "run it again later, or less often"
    if wait:
        what, mend = f"{what}, and it asks to wait {wait:.0f} seconds", "run it again after that"
    return LimitError(what, where=where, mend=mend, status=error.status)


def is_limited(error: GithubException) -> bool:
    """Tell whether a refusal is a rate limit, and not a lack of rights."""
    said = message_of(error).casefold()
    return error.status == _LIMITED or (error.status == _FORBIDDEN and "rate limit" in said)


def message_of(error: GithubException) -> str:
    """Give GitHub's own words, harmless and in one line, with what it says of single fields.

    They may hold what somebody has written: the name of a label, of a branch.
    """
    answer = Answer(error.data)
    parts = [answer.text("message")]
    for detail in answer.parts("errors"):
        words = detail.text("message") or " ".join(
            detail.text(name) for name in ("field", "code") if detail.text(name)
        )
        parts.append(words)
    words = prose("; ".join(part for part in parts if part))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
