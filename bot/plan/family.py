"""What is left to do so that issues hang under each other, in order.

An issue that somebody has put under an issue of their own stays there.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from bot.model.issue import Issue
from bot.plan.actions import Action, AddSubIssue, OrderSubIssue, Ref, RemoveSubIssue
from bot.plan.desired import IssueWish
from bot.plan.ordering import moves

MOST = 100
"""sub-issues that GitHub takes under one issue"""

Refs = Mapping[str, Ref]
Found = Mapping[str, Issue]


def plan_families(
    wishes: Sequence[IssueWish],
    found: Found,
    refs: Refs,
    ours: Container[int],
    idle: Container[int],
) -> Iterator[Action]:
    """Give the deeds: out from under the wrong parent, under the right one, into its order.

    What GitHub has no room for under a parent is left where it is. ``ours`` are the numbers of all
    issues that are wished for, twins that are to be closed among them. The ``idle`` are those of
    the Steward that are left as they are, as the phase of a deleted spec: what is wished for
    elsewhere goes from there.
    """
    families: dict[str, list[IssueWish]] = {}
    leaving: set[int] = set()
    for wish in wishes:
        issue = found.get(wish.key)
        parent = issue.parent if issue else None
        if issue and parent is not None:
            if parent not in ours and (parent not in idle or wish.parent not in refs):
                continue
            wanted = refs.get(wish.parent or "")
            if not wanted or wanted.number != parent:
                leaving.add(issue.number)
                yield RemoveSubIssue(parent, issue.number, wish.why)
        if wish.parent in refs:
            families.setdefault(wish.parent or "", []).append(wish)
    for above, parts in families.items():
        head = found.get(above)
        children = head.children if head else ()
        standing = [f"#{child.number}" for child in children if child.number not in leaving]
        yield from _family(above, parts, standing, refs)


def _family(
    parent: str, parts: Sequence[IssueWish], standing: list[str], refs: Refs
) -> Iterator[Action]:
    names = {part.key: _name(refs[part.key]) for part in parts}
    whys = {names[part.key]: part.why for part in parts}
    for part in parts:
        if names[part.key] not in standing and len(standing) < MOST:
            yield AddSubIssue(refs[parent], refs[part.key], part.why)
            standing.append(names[part.key])
    by_name = {name: refs[key] for key, name in names.items() if name in standing}
    for name, before in moves(standing, list(by_name)):
        after = by_name[before] if before is not None else None
        yield OrderSubIssue(refs[parent], by_name[name], after, whys[name])


def _name(ref: Ref) -> str:
    return f"={ref.key}" if ref.number is None else f"#{ref.number}"
