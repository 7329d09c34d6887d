"""Lists in GraphQL, page by page: a further one is asked for only where there is one."""

from collections.abc import Iterator

from bot.forge.answer import Answer
from bot.forge.line import Line

Names = dict[str, object]


def all_pages(
    line: Line, first: Answer, query: str, names: Names, place: tuple[str, ...]
) -> Iterator[Answer]:
    """Give the entries of a list whose first page has come, and of all that follow it."""
    page = first
    while True:
        yield from page.parts("nodes")
        if not page.flag("pageInfo", "hasNextPage"):
            return
        page = line.query(query, **names, after=page.text("pageInfo", "endCursor")).at(*place)
