"""The checks that a branch requires: by its protection, or by a ruleset."""

from collections.abc import Sequence

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, RequiredCheck

PROTECTION, RULESET = "protection", "ruleset"
KINDS = (RULESET, PROTECTION)


def require_checks(hub: Hub, branch: str, names: Sequence[str], kind: str) -> None:
    """Let a branch require these checks, and no others, in one of the two ways."""
    with hub.lock, hub.store.transaction():
        for old in required_checks(hub, hub.repository, branch, kind):
            hub.store.drop(old)
        for name in names:
            key, place = hub.store.next_id(), hub.repository.id
            hub.store.add(RequiredCheck(key, place, branch, name, kind))


def required_checks(
    hub: Hub, repository: Repository, branch: str, kind: str
) -> list[RequiredCheck]:
    """List what a branch requires in one of the two ways."""
    where = "repository_id = ? AND branch = ? AND kind = ?"
    return hub.store.find(RequiredCheck, where, repository.id, branch, kind)
