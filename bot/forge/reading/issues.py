"""The issues that bear the Steward's label, and how they hang together.

REST lists them and counts their parts and blockers; GraphQL tells the parts of a hundred at once.
Blockers are not in the schema that GitHub publishes: they are asked for where there are some.
"""

from collections.abc import Mapping

from bot.forge import queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.people import is_me, person
from bot.model.issue import Child, Issue, Reason

LABEL = "spec-steward"
ELSEWHERE = 0
"""stands for the number of an issue in another repository"""
Hierarchy = Mapping[int, tuple[int | None, tuple[Child, ...]]]
Ids = dict[int, int]


def read_issues(line: Line, me: str, ids: Ids, *, plainly: bool) -> tuple[Issue, ...]:
    """List them, the oldest first; ``ids`` takes what the database calls them and their parts."""
    words = {"labels": LABEL, "state": "all", "sort": "created", "direction": "asc"}
    listed = [each for each in line.pages("/issues", **words) if not each.at("pull_request")]
    ids.update((each.number("number"), each.number("id")) for each in listed)
    if not listed:
        hierarchy: Hierarchy = {}
    elif plainly:
        parents = [each for each in listed if each.number("sub_issues_summary", "total")]
        hierarchy = _asked_singly(line, parents, ids)
    else:
        hierarchy = _asked_at_once(line, ids)
    return tuple(_issue(line, each, me, hierarchy) for each in listed)


def _asked_at_once(line: Line, ids: Ids) -> Hierarchy:
    found: dict[int, tuple[int | None, tuple[Child, ...]]] = {}
    after: str | None = None
    while True:
        names = {"owner": line.owner, "name": line.name, "label": LABEL, "after": after}
        page = line.query(queries.ISSUES, **names).at("repository", "issues")
        for each in page.parts("nodes"):
            children: list[Child] = []
            for part in each.parts("subIssues", "nodes"):
                number = _number(line, part, part.text("repository", "nameWithOwner"))
                children.append(Child(number, part.text("state") == "OPEN"))
                if number != ELSEWHERE:
                    ids[number] = part.big_number("fullDatabaseId")
            above = each.at("parent")
            parent = _number(line, above, above.text("repository", "nameWithOwner"))
            found[each.number("number")] = (parent if above else None, tuple(children))
        if not page.flag("pageInfo", "hasNextPage"):
            return found
        after = page.text("pageInfo", "endCursor")


def _asked_singly(line: Line, parents: list[Answer], ids: Ids) -> Hierarchy:
    found: dict[int, tuple[int | None, tuple[Child, ...]]] = {}
    above: dict[int, int] = {}
    for parent in parents:
        number = parent.number("number")
        children: list[Child] = []
        for part in line.pages(f"/issues/{number}/sub_issues"):
            own = _number(line, part, _home(part))
            children.append(Child(own, part.text("state") == "open"))
            if own != ELSEWHERE:
                ids[own], above[own] = part.number("id"), number
        found[number] = (None, tuple(children))
    for number, parent_number in above.items():
        found[number] = (parent_number, found.get(number, (None, ()))[1])
    return found


def _number(line: Line, found: Answer, home: str) -> int:
    """Give the number of an issue of ours; one of another repository has none here."""
    return found.number("number") if home.casefold() == line.repository.casefold() else ELSEWHERE


def _home(found: Answer) -> str:
    """Read the repository of an issue, as REST tells it."""
    return "/".join(found.text("repository_url").split("/")[-2:])


def _issue(line: Line, found: Answer, me: str, hierarchy: Hierarchy) -> Issue:
    number = found.number("number")
    parent, children = hierarchy.get(number, (None, ()))
    reason = found.text("state_reason")
    is_open = found.text("state") == "open"
    return Issue(
        id=found.number("id"),
        number=number,
        title=found.text("title"),
        body=found.text("body"),
        mine=is_me(person(found.at("user")), me),
        is_open=is_open,
        reason=Reason(reason) if not is_open and reason in set(Reason) else None,
        labels=tuple(label.text("name") for label in found.parts("labels")),
        assignees=tuple(each.text("login") for each in found.parts("assignees")),
        milestone=found.number_or_none("milestone", "number"),
        parent=parent,
        children=children,
        blocked_by=_blockers(line, found),
    )


def _blockers(line: Line, found: Answer) -> tuple[int, ...]:
    if not found.number("issue_dependencies_summary", "total_blocked_by"):
        return ()
    path = f"/issues/{found.number('number')}/dependencies/blocked_by"
    return tuple(_number(line, each, _home(each)) for each in line.pages(path))
