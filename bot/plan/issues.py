"""What is left to do on issues: those that lack, differ, lie elsewhere, or stand twice.

Identity is the key in an issue's marker. Of two with one key the older is the issue, and the later
a twin that a crash or a second run has left.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from bot.model.issue import Issue, Reason
from bot.plan.actions import (
    Action,
    AddDependency,
    AddLabel,
    CloseIssue,
    CreateIssue,
    Ref,
    RemoveDependency,
    RemoveSubIssue,
    ReopenIssue,
    UpdateIssue,
)
from bot.plan.desired import IssueWish
from bot.plan.family import plan_families
from bot.plan.owned import KEY, owned
from bot.plan.pulls import same_text

_TWIN = "the older issue of this key stays the only one"


def plan_issues(wishes: Sequence[IssueWish], standing: Sequence[Issue]) -> Iterator[Action]:
    """Give the deeds: first what exists, then how it hangs together, then what is closed."""
    markers = owned(standing)
    found, twins = match_issues(wishes, standing, markers)
    # an issue that is named and was not found is somewhere else: it is left alone, never doubled
    wishes = [wish for wish in wishes if wish.key in found or wish.number is None]
    refs = {
        wish.key: Ref(wish.key, found[wish.key].number if wish.key in found else None)
        for wish in wishes
    }
    # what stands comes first: opening many takes minutes, and people write meanwhile
    for wish in sorted(wishes, key=lambda wish: wish.is_root):
        if issue := found.get(wish.key):
            yield from _changes(wish, issue)
    for wish in wishes:
        if wish.key not in found:
            yield CreateIssue(wish, wish.why)
    for twin in twins.values():
        if twin.parent is not None:
            yield RemoveSubIssue(twin.parent, twin.number, _TWIN)
    ours = {issue.number for issue in found.values()} | {*twins}
    yield from plan_families(wishes, found, refs, ours, markers.keys())
    for wish in wishes:
        yield from _dependencies(wish, found.get(wish.key), refs, ours)
    yield from _closings(wishes, found, refs)
    for twin in twins.values():
        if twin.is_open:
            yield CloseIssue(Ref("", twin.number), Reason.DUPLICATE, _TWIN)


def match_issues(
    wishes: Sequence[IssueWish],
    standing: Iterable[Issue],
    markers: Mapping[int, Mapping[str, str]],
) -> tuple[dict[str, Issue], dict[int, Issue]]:
    """Pair keys with the issues that stand for them, and give the twins that are left over."""
    by_number = {issue.number: issue for issue in standing}
    found: dict[str, Issue] = {}
    taken: set[int] = set()
    for wish in wishes:  # of two that name one issue, the first has it
        if wish.number in by_number and wish.number not in taken:
            found[wish.key] = by_number[wish.number]
            taken.add(wish.number)
    twins: dict[int, Issue] = {}
    wanted = {wish.key for wish in wishes}
    for number, marker in sorted(markers.items()):
        key = marker.get(KEY)
        if key is None or key not in wanted or number in taken:
            continue
        if key in found:
            twins[number] = by_number[number]
        else:
            found[key] = by_number[number]
    return found, twins


def _changes(wish: IssueWish, issue: Issue) -> Iterator[Action]:
    title = wish.title if wish.title != issue.title else None
    body = wish.body if not same_text(wish.body, issue.body) else None
    is_there = wish.milestone.casefold() in {"", issue.milestone.casefold()}
    milestone = None if is_there else wish.milestone
    if any(each is not None for each in (title, body, milestone)):
        before = (issue.title, issue.body)
        yield UpdateIssue(issue.number, title, body, milestone, before, wish.why)
    standing = {name.casefold() for name in issue.labels}
    for name in wish.labels:
        if name.casefold() not in standing:
            yield AddLabel(issue.number, name, wish.why, CreateIssue.way)
    if wish.is_open and not issue.is_open:
        yield ReopenIssue(issue.number, wish.why)


def _dependencies(
    wish: IssueWish, issue: Issue | None, refs: Mapping[str, Ref], ours: Container[int]
) -> Iterator[Action]:
    standing = set(issue.blocked_by) if issue else set()
    wanted = [refs[key] for key in dict.fromkeys(wish.blocked_by) if key in refs]
    for blocker in wanted:
        if blocker.number is None or blocker.number not in standing:
            yield AddDependency(refs[wish.key], blocker, wish.why)
    if issue:
        kept = {ref.number for ref in wanted}
        for number in sorted(standing - kept):
            if number in ours:  # blockers that people have set stay
                yield RemoveDependency(issue.number, number, wish.why)


def _closings(
    wishes: Sequence[IssueWish], found: Mapping[str, Issue], refs: Mapping[str, Ref]
) -> Iterator[Action]:
    """Close what is to be closed, from the leaves up; never one with a part that stays open."""
    ours = {issue.number for issue in found.values()}
    parts: dict[str | None, list[str]] = {}
    for wish in wishes:
        parts.setdefault(wish.parent, []).append(wish.key)
    closed: set[str] = set()
    for wish in _leaves_first(wishes):
        issue = found.get(wish.key)
        foreign = issue.children if issue else ()
        holds_open = any(child.is_open and child.number not in ours for child in foreign)
        if wish.is_open or holds_open or not closed.issuperset(parts.get(wish.key, ())):
            continue
        closed.add(wish.key)
        if issue is None or issue.is_open:
            yield CloseIssue(refs[wish.key], wish.reason, wish.why)


def _leaves_first(wishes: Sequence[IssueWish]) -> list[IssueWish]:
    above = {wish.key: wish.parent for wish in wishes}

    def depth(wish: IssueWish) -> int:
        steps, key = 0, wish.parent
        while key is not None and steps < len(above):  # a ring has no depth
            steps, key = steps + 1, above.get(key)
        return steps

    return sorted(wishes, key=depth, reverse=True)
