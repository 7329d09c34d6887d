"""The issues of the Steward, and how they hang together.

GraphQL tells fifty at once, with all their relations. REST lists them without; it is asked for what
has lost its label, and for everything where GraphQL is refused.
"""

from collections.abc import Iterable, Iterator

from bot.errors import RefusedError
from bot.forge import issue_queries as queries
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.families import Ids
from bot.forge.reading.listing import list_labelled, list_own
from bot.forge.reading.nodes import is_here, issue_of
from bot.forge.reading.plain_issues import plain_issue
from bot.forge.reading.whereabouts import read_whereabouts
from bot.model.issue import Issue
from bot.plan.marker import LABEL


def read_issues(line: Line, me: str, ids: Ids) -> tuple[Issue, ...]:
    """List them, the oldest first; ``ids`` takes what the database calls them and their parts."""
    found = {issue.number: issue for issue in read_labelled(line, me, ids)}
    lost = {each.number("number") for each in list_own(line, me)} - found.keys()
    found |= read_whereabouts(line, lost, me, ids)
    return tuple(found[number] for number in sorted(found))


def read_labelled(line: Line, me: str, ids: Ids, first: Answer | None = None) -> tuple[Issue, ...]:
    """List those that bear the label; their ``first`` page may be here already."""
    nodes = (node for node in _nodes(line, first) if is_here(line, node))
    found = {issue.number: issue for issue in (issue_of(line, node, me, ids) for node in nodes)}
    return tuple(found[number] for number in sorted(found))


def _nodes(line: Line, page: Answer | None) -> Iterator[Answer]:
    """Give all that bear the label; what is not told of one is no reason to make it again."""
    after: str | None = None
    while True:
        page = page or _page(line, after)
        yield from page.parts("nodes")
        if not page.flag("pageInfo", "hasNextPage"):
            return
        after, page = page.text("pageInfo", "endCursor"), None


def _page(line: Line, after: str | None) -> Answer:
    names = {"owner": line.owner, "name": line.name, "label": LABEL, "after": after}
    answer = line.ask(queries.LABELLED, **names)
    page = answer.at("data", "repository", "issues")
    if answer.at("errors") or not page:
        what = "GraphQL does not tell all of the issues"
        raise RefusedError(what, where=line.repository, way="graphql")
    return page


def read_issues_plainly(line: Line, me: str, ids: Ids) -> tuple[Issue, ...]:
    """List them by REST."""
    return _plain(line, (*list_own(line, me), *list_labelled(line)), me, ids)


def read_labelled_plainly(line: Line, me: str, ids: Ids) -> tuple[Issue, ...]:
    """List those that bear the label by REST."""
    return _plain(line, list_labelled(line), me, ids)


def _plain(line: Line, answers: Iterable[Answer], me: str, ids: Ids) -> tuple[Issue, ...]:
    listed = {each.number("number"): each for each in answers}
    return tuple(plain_issue(line, listed[number], me, ids) for number in sorted(listed))
