"""Issues under issues, and issues that wait for others."""

from bot.sandbox.hub import Hub
from bot.sandbox.refusal import unprocessable
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.threads import Dependency, Issue
from bot.sandbox.viewer import Actor

_CHILDREN = 100
_LEVELS = 8
_BLOCKERS = 50


def children_of(hub: Hub, issue: Issue) -> list[Issue]:
    """Return the sub-issues of an issue, in their order."""
    return hub.store.find(Issue, "parent_id = ? ORDER BY place, id", issue.id)


def add_child(hub: Hub, parent: Issue, child: Issue, actor: Actor, *, replace: bool) -> Issue:
    """Put an issue under another one, last; where it has a parent, only to replace that."""
    if child.parent_id == parent.id:
        raise unprocessable("Issue may not contain duplicate sub-issues")
    if child.parent_id is not None and not replace:
        raise unprocessable("Sub issue may only have one parent")
    if child.id in _line(hub, parent):
        raise unprocessable("Sub issue may not create a circular dependency")
    siblings = children_of(hub, parent)
    if len(siblings) >= _CHILDREN:
        raise unprocessable(f"Parent cannot have more than {_CHILDREN} sub-issues")
    if len(_line(hub, parent)) + _depth(hub, child) > _LEVELS:
        raise unprocessable(f"Sub-issues cannot be nested more than {_LEVELS} levels deep")
    if child.parent_id is not None:
        child = remove_child(hub, hub.store.get(Issue, child.parent_id), child, actor)
    record(hub, parent, actor, "sub_issue_added", About(other_id=child.id))
    record(hub, child, actor, "parent_issue_added", About(other_id=parent.id))
    touch(hub, parent)
    place = max((each.place for each in siblings), default=0) + 1
    return hub.store.change(child, parent_id=parent.id, place=place)


def remove_child(hub: Hub, parent: Issue, child: Issue, actor: Actor) -> Issue:
    """Take an issue out from under its parent."""
    record(hub, parent, actor, "sub_issue_removed", About(other_id=child.id))
    record(hub, child, actor, "parent_issue_removed", About(other_id=parent.id))
    touch(hub, parent)
    return hub.store.change(child, parent_id=None, place=0)


def order_child(hub: Hub, parent: Issue, child: Issue, neighbour: Issue, *, after: bool) -> None:
    """Put a sub-issue next to another one."""
    rest = [each for each in children_of(hub, parent) if each.id != child.id]
    at = [each.id for each in rest].index(neighbour.id) + after
    for place, each in enumerate((*rest[:at], child, *rest[at:]), 1):
        if each.place != place:
            hub.store.change(each, place=place)


def blockers_of(hub: Hub, issue: Issue) -> list[Issue]:
    """Return the issues that an issue waits for."""
    where = "id IN (SELECT blocker_id FROM Dependency WHERE issue_id = ?)"
    return hub.store.find(Issue, where, issue.id)


def blocked_by(hub: Hub, issue: Issue) -> list[Issue]:
    """Return the issues that wait for an issue."""
    where = "id IN (SELECT issue_id FROM Dependency WHERE blocker_id = ?)"
    return hub.store.find(Issue, where, issue.id)


def add_blocker(hub: Hub, issue: Issue, blocker: Issue, actor: Actor) -> None:
    """Let an issue wait for another one."""
    known = {each.id for each in blockers_of(hub, issue)}
    if blocker.id in known:
        raise unprocessable("Validation failed: Target issue has already been taken")
    if blocker.id == issue.id or issue.id in {each.id for each in blockers_of(hub, blocker)}:
        raise unprocessable("Validation failed: An issue cannot block itself or its own blocker")
    if len(known) >= _BLOCKERS:
        raise unprocessable(f"Validation failed: An issue takes {_BLOCKERS} dependencies at most")
    hub.store.add(Dependency(hub.store.next_id(), issue.id, blocker.id))
    record(hub, issue, actor, "blocked_by_added", About(other_id=blocker.id))
    record(hub, blocker, actor, "blocking_added", About(other_id=issue.id))
    touch(hub, issue)


def remove_blocker(hub: Hub, issue: Issue, blocker: Issue, actor: Actor) -> bool:
    """Let an issue no longer wait for another one; False where it did not."""
    where = "issue_id = ? AND blocker_id = ?"
    found = hub.store.first(Dependency, where, issue.id, blocker.id)
    if found is None:
        return False
    hub.store.drop(found)
    record(hub, issue, actor, "blocked_by_removed", About(other_id=blocker.id))
    record(hub, blocker, actor, "blocking_removed", About(other_id=issue.id))
    touch(hub, issue)
    return True


def _line(hub: Hub, issue: Issue) -> list[int]:
    """Return the ids of an issue and all above it."""
    found = [issue.id]
    while issue.parent_id is not None:
        issue = hub.store.get(Issue, issue.parent_id)
        found.append(issue.id)
    return found


def _depth(hub: Hub, issue: Issue) -> int:
    return 1 + max((_depth(hub, each) for each in children_of(hub, issue)), default=0)
