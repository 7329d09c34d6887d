"""What has become of issues that are known by their number alone.

A number may be anybody's issue, a pull request, or nothing any more: deleted, made a discussion, or
transferred. What is elsewhere is not followed there, for its number is another one.
"""

from collections.abc import Collection, Sequence

from bot.errors import RefusedError
from bot.forge import issue_queries as queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.patience import MOVED
from bot.forge.reading.families import Ids, number_of
from bot.forge.reading.nodes import is_here, issue_of
from bot.forge.reading.plain_issues import plain_issue
from bot.model.issue import Issue

_LARGEST = 2**31 - 1  # a number in GraphQL; no issue has a larger one
_GONE = frozenset({404, 410, *MOVED})
_ABSENT = "NOT_FOUND"


def read_whereabouts(line: Line, numbers: Collection[int], me: str, ids: Ids) -> dict[int, Issue]:
    """Give those that are issues of this repository, fifty in one request."""
    asked = _possible(numbers)
    found: dict[int, Issue] = {}
    for at in range(0, len(asked), queries.NUMBERED):
        found |= _some(line, asked[at : at + queries.NUMBERED], me, ids)
    return found


def read_whereabouts_plainly(
    line: Line, numbers: Collection[int], me: str, ids: Ids
) -> dict[int, Issue]:
    """Give the same by REST, one in a request."""
    each = {number: _one(line, number, me, ids) for number in _possible(numbers)}
    return {number: issue for number, issue in each.items() if issue}


def _some(line: Line, numbers: Sequence[int], me: str, ids: Ids) -> dict[int, Issue]:
    answer = line.ask(queries.numbered(numbers), owner=line.owner, name=line.name)
    absent = _absent(answer)
    found: dict[int, Issue | None] = {}
    for number in numbers:
        node = answer.at("data", "repository", f"i{number}")
        if node:
            found[number] = issue_of(line, node, me, ids) if is_here(line, node) else None
        elif f"i{number}" not in absent:  # it was not told, which does not say that there is none
            found[number] = _one(line, number, me, ids)
    return {number: issue for number, issue in found.items() if issue}


def _absent(answer: Answer) -> set[object]:
    """Name the places in an answer of which GitHub says that nothing is there."""
    errors = (error for error in answer.parts("errors") if error.text("type") == _ABSENT)
    return {step.value for error in errors for step in error.parts("path")}


def _one(line: Line, number: int, me: str, ids: Ids) -> Issue | None:
    try:
        found = line.get(f"/issues/{number}")
    except RefusedError as error:
        if error.status not in _GONE:
            raise
        return None
    is_issue = number_of(line, found) == number and not found.at("pull_request")
    return plain_issue(line, found, me, ids) if is_issue else None


def _possible(numbers: Collection[int]) -> list[int]:
    return sorted({number for number in numbers if 0 < number <= _LARGEST})
