"""Milestones of a repository."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import invalid
from bot.sandbox.threads import Issue, Milestone
from bot.sandbox.viewer import Actor


def find_milestone(hub: Hub, repository: Repository, number: int) -> Milestone | None:
    """Find a milestone by its number."""
    return hub.store.first(Milestone, "repository_id = ? AND number = ?", repository.id, number)


def create_milestone(
    hub: Hub, repository: Repository, title: str, about: str | None, due: str | None, actor: Actor
) -> Milestone:
    """Make a milestone."""
    _check(hub, repository, title, None)
    now = hub.now()
    return hub.store.add(
        Milestone(
            id=hub.store.next_id(),
            repository_id=repository.id,
            number=hub.store.count(Milestone, "repository_id = ?", repository.id) + 1,
            title=title,
            description=about,
            state="open",
            creator_id=actor.id,
            created_at=now,
            updated_at=now,
            closed_at=None,
            due_on=due,
        )
    )


def change_milestone(hub: Hub, milestone: Milestone, **values: str | None) -> Milestone:
    """Change what a milestone says, or close or reopen it."""
    repository = hub.store.get(Repository, milestone.repository_id)
    _check(hub, repository, values.get("title") or milestone.title, milestone)
    state = values.get("state") or milestone.state
    if state not in {"open", "closed"}:
        raise invalid("Milestone", "state")
    closed = (milestone.closed_at or hub.now()) if state == "closed" else None
    return hub.store.change(milestone, **values, closed_at=closed, updated_at=hub.now())


def progress(hub: Hub, milestone: Milestone) -> tuple[int, int]:
    """Count the open and the closed issues of a milestone."""
    where = "milestone_id = ? AND state = ?"
    return (
        hub.store.count(Issue, where, milestone.id, "open"),
        hub.store.count(Issue, where, milestone.id, "closed"),
    )


def _check(hub: Hub, repository: Repository, title: str, own: Milestone | None) -> None:
    if not title.strip():
        raise invalid("Milestone", "title", "missing_field")
    where = "repository_id = ? AND title = ? AND id != ?"
    if hub.store.first(Milestone, where, repository.id, title, own.id if own else 0) is not None:
        raise invalid("Milestone", "title", "already_exists")
