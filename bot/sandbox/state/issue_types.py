"""Types of issues: an organization has them, and each of its repositories takes them by name."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import invalid
from bot.sandbox.state.events import touch
from bot.sandbox.threads import Issue, IssueType


def define_type(hub: Hub, name: str, about: str | None = None, color: str = "gray") -> IssueType:
    """Make a type for the owner of the repository."""
    owner = hub.repository.owner_id
    return hub.store.add(IssueType(hub.store.next_id(), owner, name, about, color, hub.now()))


def find_type(hub: Hub, repository: Repository, name: str) -> IssueType | None:
    """Find a type by its name, in any case."""
    where = "owner_id = ? AND name = ? COLLATE NOCASE"
    return hub.store.first(IssueType, where, repository.owner_id, name)


def set_type(hub: Hub, issue: Issue, name: str | None) -> Issue:
    """Give an issue a type, or none."""
    kind = None
    if name is not None:
        kind = find_type(hub, hub.store.get(Repository, issue.repository_id), name)
        if kind is None:
            raise invalid("Issue", "type")
    key = None if kind is None else kind.id
    return issue if key == issue.type_id else touch(hub, hub.store.change(issue, type_id=key))
