"""The record of what happened to an issue, and who did it."""

from dataclasses import dataclass

from bot.sandbox.hub import Hub
from bot.sandbox.threads import Event, Issue
from bot.sandbox.viewer import Actor


@dataclass(frozen=True, slots=True)
class About:
    """What an event is about: a label, a milestone, a rename, another issue, a commit."""

    name: str | None = None
    color: str | None = None
    was: str | None = None
    other_id: int | None = None
    commit_id: str | None = None


_NOTHING = About()


def record(hub: Hub, issue: Issue, actor: Actor, event: str, about: About = _NOTHING) -> Event:
    """Write an event down."""
    return hub.store.add(
        Event(
            id=hub.store.next_id(),
            repository_id=issue.repository_id,
            issue_id=issue.id,
            actor_id=actor.id,
            app_id=actor.app_id,
            event=event,
            created_at=hub.now(),
            name=about.name,
            color=about.color,
            was=about.was,
            other_id=about.other_id,
            commit_id=about.commit_id,
        )
    )


def touch(hub: Hub, issue: Issue) -> Issue:
    """Let an issue count as updated now."""
    return hub.store.change(issue, updated_at=hub.now())
