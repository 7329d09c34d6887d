"""Issues as REST tells them: how they hang together takes requests of its own."""

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.families import Ids, number_of, read_family
from bot.forge.reading.people import is_ours, person
from bot.model.issue import Issue, Reason


def plain_issue(line: Line, found: Answer, me: str, ids: Ids) -> Issue:
    """Read one as REST tells it, and ask for its relations where it has some."""
    reason = found.text("state_reason")
    is_open = found.text("state") == "open"
    family = read_family(line, found, ids)
    ids[found.number("number")] = found.number("id")
    return Issue(
        id=found.number("id"),
        number=found.number("number"),
        title=found.text("title"),
        body=found.text("body"),
        mine=is_ours(person(found.at("user")), me),
        is_open=is_open,
        reason=Reason(reason) if not is_open and reason in set(Reason) else None,
        labels=tuple(label.text("name") for label in found.parts("labels")),
        assignees=tuple(each.text("login") for each in found.parts("assignees")),
        milestone=found.text("milestone", "title"),
        parent=family.parent,
        children=family.children,
        blocked_by=_blockers(line, found),
    )


def _blockers(line: Line, found: Answer) -> tuple[int, ...]:
    if not found.number("issue_dependencies_summary", "total_blocked_by"):
        return ()
    path = f"/issues/{found.number('number')}/dependencies/blocked_by"
    return tuple(number_of(line, each) for each in line.pages(path))
