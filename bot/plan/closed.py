"""A plan without what would only be refused, and without what cannot be done then.

What hangs on an issue needs that issue; a pull request needs its branch; and once one issue could
not be closed none is closed after it, for it may be a part of those.
"""

from collections.abc import Collection, Iterator

from bot.plan.actions import (
    Action,
    AddDependency,
    AddSubIssue,
    CloseIssue,
    CommitFiles,
    CreateIssue,
    OpenPullRequest,
    OrderSubIssue,
    Plan,
    Ref,
)

_CLOSINGS = "closings"


def still_open(
    plan: Plan, closed: Collection[str], refused: Collection[Action] = frozenset()
) -> Plan:
    """Leave out the deeds whose way is closed, those that were refused, and all that need them."""
    if not closed and not refused:
        return plan
    lost: set[str] = set()
    left: list[Action] = []
    for action in plan:
        if action.way in closed or action in refused or not lost.isdisjoint(_needs(action)):
            lost.update(_gives(action, refused))
        else:
            left.append(action)
    return tuple(left)


def _gives(action: Action, refused: Collection[Action]) -> Iterator[str]:
    match action:
        case CreateIssue():
            yield f"issue {action.wish.key}"
        case CommitFiles():
            yield f"branch {action.wish.branch}"
        case AddSubIssue():
            yield f"part {action.child}"
        case CloseIssue() if action in refused:
            yield _CLOSINGS


def _needs(action: Action) -> Iterator[str]:
    match action:
        case AddSubIssue(parent, child):
            yield from _keys(parent, child)
        case OrderSubIssue(parent, child, after):
            yield from _keys(parent, child, after)
            yield from (f"part {part}" for part in (child, after) if part)
        case AddDependency(issue, blocker):
            yield from _keys(issue, blocker)
        case CloseIssue(ref):
            yield from _keys(ref)
            yield _CLOSINGS
        case OpenPullRequest():
            yield f"branch {action.wish.branch}"


def _keys(*refs: Ref | None) -> Iterator[str]:
    return (f"issue {ref.key}" for ref in refs if ref and ref.number is None)
