"""The issues of the Steward, and how they hang together.

REST lists them and counts their parts and blockers; GraphQL tells the parts of a hundred at once.
Blockers are not in the schema that GitHub publishes: they are asked for where there are some.
"""

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.families import Family, Ids, number_of, read_families
from bot.forge.reading.listing import list_issues
from bot.forge.reading.people import is_me, person
from bot.model.issue import Issue, Reason


def read_issues(line: Line, me: str, ids: Ids, *, plainly: bool) -> tuple[Issue, ...]:
    """List them, the oldest first; ``ids`` takes what the database calls them and their parts."""
    listed = list_issues(line, me)
    ids.update((each.number("number"), each.number("id")) for each in listed)
    families = read_families(line, listed, ids, plainly=plainly)
    return tuple(_issue(line, each, me, families[each.number("number")]) for each in listed)


def _issue(line: Line, found: Answer, me: str, family: Family) -> Issue:
    reason = found.text("state_reason")
    is_open = found.text("state") == "open"
    return Issue(
        id=found.number("id"),
        number=found.number("number"),
        title=found.text("title"),
        body=found.text("body"),
        mine=is_me(person(found.at("user")), me),
        is_open=is_open,
        reason=Reason(reason) if not is_open and reason in set(Reason) else None,
        labels=tuple(label.text("name") for label in found.parts("labels")),
        assignees=tuple(each.text("login") for each in found.parts("assignees")),
        milestone=found.number_or_none("milestone", "number"),
        parent=family.parent,
        children=family.children,
        blocked_by=_blockers(line, found),
    )


def _blockers(line: Line, found: Answer) -> tuple[int, ...]:
    if not found.number("issue_dependencies_summary", "total_blocked_by"):
        return ()
    path = f"/issues/{found.number('number')}/dependencies/blocked_by"
    return tuple(number_of(line, each) for each in line.pages(path))
