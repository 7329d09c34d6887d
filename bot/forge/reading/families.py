"""How issues hang under each other, as REST tells it: a request for each that has parts."""

from dataclasses import dataclass

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.model.issue import Child

ELSEWHERE = 0
"""stands for the number of an issue in another repository"""
Ids = dict[int, int]


@dataclass(frozen=True, slots=True)
class Family:
    """The number of what an issue is a part of, and its own parts."""

    parent: int | None = None
    children: tuple[Child, ...] = ()


def read_family(line: Line, found: Answer, ids: Ids) -> Family:
    """Tell the family of an issue; ``ids`` takes what the database calls its parts."""
    return Family(_parent(line, found), _children(line, found, ids))


def number_of(line: Line, found: Answer) -> int:
    """Give the number of an issue as REST tells it; one of another repository has none here."""
    return number_in(line, found.number("number"), found.text("repository_url"))


def number_in(line: Line, number: int, home: str) -> int:
    """Give a number that is one of this repository; ``home`` ends in the name of its own."""
    return number if f"/{home}".casefold().endswith(f"/{line.repository}".casefold()) else ELSEWHERE


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
    return number_in(line, int(number), home) if number.isdecimal() else None
