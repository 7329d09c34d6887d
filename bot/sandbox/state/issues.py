"""Issues: opened, changed, closed. A pull request is one, too."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import invalid, limited
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.threads import Assignment, Departure, Issue, Milestone
from bot.sandbox.viewer import Actor

TITLE = 256
BODY = 65536
REASONS = ("completed", "not_planned", "duplicate", "reopened")


@dataclass(frozen=True, slots=True)
class Words:
    """What an issue or a pull request says; ``number`` 0 is whichever comes next."""

    title: str
    body: str | None
    is_pull: bool = False
    number: int = 0


def find_issue(hub: Hub, repository: Repository, number: int) -> Issue | None:
    """Find an issue or pull request by its number."""
    return hub.store.first(Issue, "repository_id = ? AND number = ?", repository.id, number)


def open_issue(hub: Hub, repository: Repository, words: Words, actor: Actor) -> Issue:
    """Open an issue, or the issue side of a pull request."""
    _check(words.title, words.body)
    now = hub.now()
    issue = Issue(
        id=hub.store.next_id(),
        repository_id=repository.id,
        number=words.number or _next_number(hub, repository),
        title=words.title,
        body=words.body,
        state="open",
        state_reason=None,
        author_id=actor.id,
        app_id=actor.app_id,
        milestone_id=None,
        parent_id=None,
        place=0,
        is_pull=words.is_pull,
        created_at=now,
        updated_at=now,
        closed_at=None,
        closed_by_id=None,
    )
    return hub.store.add(issue)


def _next_number(hub: Hub, repository: Repository) -> int:
    """Return the next number: those of issues that have left are not given away again."""
    where = "repository_id = ? ORDER BY number DESC LIMIT 1"
    kinds: tuple[type[Issue | Departure], ...] = (Issue, Departure)
    last = (hub.store.first(kind, where, repository.id) for kind in kinds)
    return max((each.number for each in last if each), default=0) + 1


def reword(hub: Hub, issue: Issue, title: str, body: str | None, actor: Actor) -> Issue:
    """Give an issue another title or text."""
    _check(title, body)
    if title != issue.title:
        record(hub, issue, actor, "renamed", About(title, was=issue.title))
    if (title, body) == (issue.title, issue.body):
        return issue
    return touch(hub, hub.store.change(issue, title=title, body=body))


def set_state(hub: Hub, issue: Issue, state: str, reason: str | None, actor: Actor) -> Issue:
    """Close or reopen an issue, and say why."""
    if state not in {"open", "closed"}:
        raise invalid("Issue", "state")
    if reason not in {None, *REASONS}:
        raise invalid("Issue", "state_reason")
    if state == "closed":
        if issue.state == "closed" and reason in {None, issue.state_reason}:
            return issue
        why = None if issue.is_pull else reason or "completed"
        if issue.state == "open":
            record(hub, issue, actor, "closed", About(name=why))
        closed = {"closed_at": hub.now(), "closed_by_id": actor.id, "state_reason": why}
        return touch(hub, hub.store.change(issue, state="closed", **closed))
    if issue.state == "open":
        return issue
    record(hub, issue, actor, "reopened")
    why = None if issue.is_pull else "reopened"
    opened = {"closed_at": None, "closed_by_id": None, "state_reason": why}
    return touch(hub, hub.store.change(issue, state="open", **opened))


def assignees_of(hub: Hub, issue: Issue) -> list[User]:
    """Return those to whom an issue is assigned."""
    where = "id IN (SELECT user_id FROM Assignment WHERE issue_id = ?)"
    return hub.store.find(User, where, issue.id)


def assign(hub: Hub, issue: Issue, users: Iterable[User], actor: Actor) -> Issue:
    """Assign an issue to more people."""
    known = {user.id for user in assignees_of(hub, issue)}
    for user in users:
        if user.id not in known:
            hub.store.add(Assignment(hub.store.next_id(), issue.id, user.id))
            record(hub, issue, actor, "assigned", About(other_id=user.id))
            issue = touch(hub, issue)
    return issue


def unassign(hub: Hub, issue: Issue, users: Iterable[User], actor: Actor) -> Issue:
    """Take an issue from people who have it."""
    for user in users:
        for each in hub.store.find(Assignment, "issue_id = ? AND user_id = ?", issue.id, user.id):
            hub.store.drop(each)
            record(hub, issue, actor, "unassigned", About(other_id=user.id))
            issue = touch(hub, issue)
    return issue


def set_milestone(hub: Hub, issue: Issue, milestone: Milestone | None, actor: Actor) -> Issue:
    """Put an issue under a milestone, or under none."""
    key = None if milestone is None else milestone.id
    if key == issue.milestone_id:
        return issue
    if issue.milestone_id is not None:
        old = hub.store.get(Milestone, issue.milestone_id)
        record(hub, issue, actor, "demilestoned", About(name=old.title))
    if milestone is not None:
        record(hub, issue, actor, "milestoned", About(name=milestone.title))
    return touch(hub, hub.store.change(issue, milestone_id=key))


def _check(title: str, body: str | None) -> None:
    if not title.strip():
        raise invalid("Issue", "title", "missing_field")
    limited("Issue", "title", title, TITLE)
    limited("Issue", "body", body, BODY)
