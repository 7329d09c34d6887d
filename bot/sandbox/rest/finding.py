"""What the words of a path mean: an issue, a pull request, a commit."""

from bot.sandbox.git.refs import resolve
from bot.sandbox.records import User
from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.state.departing import refuse_departed
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull
from bot.sandbox.wire.call import Call


def issue_of(call: Call) -> Issue:
    """Return the issue, or the pull request as an issue, that the path names."""
    found = find_issue(call.hub, call.repository, call.number("number"))
    if found is None:
        refuse_departed(call.hub, call.repository, call.number("number"))
        raise not_found()
    if not found.is_pull:
        require_issues(call)
    return found


def real_issue_of(call: Call) -> Issue:
    """Return the issue that the path names; a pull request is none."""
    found = issue_of(call)
    if found.is_pull:
        raise not_found()
    return found


def require_issues(call: Call) -> None:
    """Refuse where a repository has its issues switched off."""
    if not call.repository.has_issues:
        raise Refusal(410, "Issues are disabled for this repo")


def issue_by_id(call: Call, key: int | None) -> Issue:
    """Return the issue of a database id, which is not its number."""
    if key is None:
        raise not_found()
    found = call.hub.store.first(Issue, "id = ? AND NOT is_pull", key)
    if found is None:
        raise Refusal(404, "The provided issue does not exist")
    return found


def pull_of(call: Call) -> tuple[Issue, Pull]:
    """Return both sides of the pull request that the path names."""
    issue = find_issue(call.hub, call.repository, call.number("number"))
    pull = None if issue is None else find_pull(call.hub, issue)
    if issue is None or pull is None:
        raise not_found()
    return call.hub.store.get(Issue, issue.id), pull


def commit_at(call: Call, name: str, *, missing: int = 404) -> str:
    """Return the commit that a branch, a tag or an id in a request means."""
    wanted = call.repository.default_branch if name in {"", "HEAD"} else name
    sha = resolve(call.hub.mirror, call.repository.prefix, wanted)
    if sha is None:
        if missing == 404:  # noqa: PLR2004 - the status is its own name
            raise not_found()
        raise Refusal(missing, f"No commit found for SHA: {name}")
    return sha


def user_named(call: Call, login: str) -> User:
    """Return the account of that name."""
    user = find_user(call.hub, login)
    if user is None:
        raise not_found()
    return user
