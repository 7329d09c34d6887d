"""Repositories that were renamed: GitHub sends on whoever asks for a former name."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import FormerName, Repository
from bot.sandbox.refusal import invalid
from bot.sandbox.state.people import find_user

_TAKEN = "name already exists on this account"


def rename(hub: Hub, repository: Repository, name: str) -> Repository:
    """Give a repository another name, and remember the one that it had."""
    if not name.strip() or "/" in name:
        raise invalid("Repository", "name")
    where = "owner_id = ? AND name = ? COLLATE NOCASE AND NOT deleted AND id != ?"
    owner = repository.owner_id
    if hub.store.first(Repository, where, owner, name, repository.id) is not None:
        raise invalid("Repository", "name", "custom", _TAKEN)
    former = FormerName(hub.store.next_id(), repository.id, owner, repository.name)
    hub.store.add(former)
    return hub.store.change(repository, name=name)


def find_renamed(hub: Hub, owner: str, name: str) -> Repository | None:
    """Find a repository by a name that it had."""
    user = find_user(hub, owner)
    if user is None:
        return None
    where = "owner_id = ? AND name = ? COLLATE NOCASE ORDER BY id DESC"
    former = hub.store.first(FormerName, where, user.id, name)
    return None if former is None else hub.store.get(Repository, former.repository_id)
