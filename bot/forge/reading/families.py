"""How issues hang under each other; GraphQL tells the parts of a hundred at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.forge import queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.listing import LABEL
from bot.model.issue import Child

ELSEWHERE = 0
"""stands for the number of an issue in another repository"""
Ids = dict[int, int]


@dataclass(frozen=True, slots=True)
class Family:
    """The number of what an issue is a part of, and its own parts."""

    parent: int | None = None
    children: tuple[Child, ...] = ()


Families = dict[int, Family]


def read_families(line: Line, listed: Sequence[Answer], ids: Ids, *, plainly: bool) -> Families:
    """Tell the family of each issue; ``ids`` takes what the database calls their parts."""
    found = {} if plainly or not listed else _asked_at_once(line, ids)
    for each in listed:
        number = each.number("number")
        family = found.get(number)
        if family is None:  # GraphQL finds them by the label alone
            found[number] = Family(_parent(line, each), _children(line, each, ids))
    return found


def number_of(line: Line, found: Answer) -> int:
    """Give the number of an issue as REST tells it; one of another repository has none here."""
    return _here(line, found.number("number"), found.text("repository_url"))


def _here(line: Line, number: int, home: str) -> int:
    return number if f"/{home}".casefold().endswith(f"/{line.repository}".casefold()) else ELSEWHERE


def _asked_at_once(line: Line, ids: Ids) -> Families:
    found: Families = {}
    after: str | None = None
    while True:
        names = {"owner": line.owner, "name": line.name, "label": LABEL, "after": after}
        page = line.query(queries.ISSUES, **names).at("repository", "issues")
        for each in page.parts("nodes"):
            children: list[Child] = []
            for part in each.parts("subIssues", "nodes"):
                home = part.text("repository", "nameWithOwner")
                number = _here(line, part.number("number"), home)
                children.append(Child(number, part.text("state") == "OPEN"))
                if number != ELSEWHERE:
                    ids[number] = part.big_number("fullDatabaseId")
            above = each.at("parent")
            home = above.text("repository", "nameWithOwner")
            parent = _here(line, above.number("number"), home) if above else None
            found[each.number("number")] = Family(parent, tuple(children))
        if not page.flag("pageInfo", "hasNextPage"):
            return found
        after = page.text("pageInfo", "endCursor")


def _children(line: Line, parent: Answer, ids: Ids) -> tuple[Child, ...]:
    if not parent.number("sub_issues_summary", "total"):
        return ()
    children: list[Child] = []
    for part in line.pages(f"/issues/{parent.number('number')}/sub_issues"):
        number = number_of(line, part)
        children.append(Child(number, part.text("state") == "open"))
        if number != ELSEWHERE:
            ids[number] = part.number("id")
    return tuple(children)


def _parent(line: Line, found: Answer) -> int | None:
    """Read the address of the parent, which REST gives along where there is one."""
    home, _, number = found.text("parent_issue_url").rpartition("/issues/")
    return _here(line, int(number), home) if number.isdecimal() else None
