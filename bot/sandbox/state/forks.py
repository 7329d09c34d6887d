"""Forks: repositories of other people, whose branches live in the same mirror."""

from dataclasses import replace

from bot.sandbox.git.refs import find_refs, move_ref
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.state.people import set_role


def find_fork(hub: Hub, repository: Repository, owner: User) -> Repository | None:
    """Find somebody's fork."""
    where = "parent_id = ? AND owner_id = ? AND NOT deleted"
    return hub.store.first(Repository, where, repository.id, owner.id)


def add_fork(hub: Hub, owner: User) -> Repository:
    """Make somebody's fork, with all branches as they are now, or return the one that is there."""
    with hub.lock, hub.store.transaction():
        origin = hub.repository
        known = find_fork(hub, origin, owner)
        if known is not None:
            return known
        prefix = f"refs/forks/{owner.login.lower()}/"
        key, now = hub.store.next_id(), hub.now()
        fork = replace(
            origin,
            id=key,
            owner_id=owner.id,
            prefix=prefix,
            parent_id=origin.id,
            has_issues=False,
            created_at=now,
        )
        hub.store.add(fork)
        set_role(hub, fork, owner, "admin")
        for ref in find_refs(hub.mirror, "refs/heads"):
            move_ref(hub.mirror, prefix + ref.name.removeprefix("refs/"), ref.sha)
        return fork


def delete_fork(hub: Hub, fork: Repository) -> None:
    """Delete a fork; pull requests from it stay, with no repository at their head."""
    with hub.lock, hub.store.transaction():
        hub.store.change(fork, deleted=True)
