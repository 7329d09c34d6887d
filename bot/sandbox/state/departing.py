"""Issues that leave: deleted for good, or transferred to another repository."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal, moved
from bot.sandbox.threads import Assignment, Comment, Departure, Dependency, Event, Issue, Labelling

_PARTS = (Assignment, Comment, Event, Labelling)


def delete_issue(hub: Hub, issue: Issue) -> None:
    """Delete an issue, as those do who administer the repository."""
    _leave(hub, issue, None)


def transfer_issue(hub: Hub, issue: Issue, address: str) -> None:
    """Let an issue go to another repository, where it has this address of the REST API."""
    _leave(hub, issue, address)


def refuse_departed(hub: Hub, repository: Repository, number: int) -> None:
    """Say of an issue that has left that it has, and where it went."""
    where = "repository_id = ? AND number = ?"
    gone = hub.store.first(Departure, where, repository.id, number)
    if gone is not None:
        raise moved(gone.address, keeps=False) if gone.address else Refusal(410, _DELETED)


_DELETED = "This issue was deleted"


def _leave(hub: Hub, issue: Issue, address: str | None) -> None:
    store = hub.store
    for kind in _PARTS:
        for part in store.find(kind, "issue_id = ?", issue.id):
            store.drop(part)
    for tie in store.find(Dependency, "issue_id = ? OR blocker_id = ?", issue.id, issue.id):
        store.drop(tie)
    for child in store.find(Issue, "parent_id = ?", issue.id):
        store.change(child, parent_id=None, place=0)
    store.drop(issue)
    store.add(Departure(store.next_id(), issue.repository_id, issue.number, address))
