"""Issues as GraphQL tells them: one answer holds all that REST tells in three."""

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.families import Ids, number_in
from bot.forge.reading.people import is_ours, person
from bot.model.issue import Child, Issue, Reason


def issue_of(line: Line, node: Answer, me: str, ids: Ids) -> Issue:
    """Read one; ``ids`` takes what the database calls it and its parts."""
    is_open = node.text("state") == "OPEN"
    reason = node.text("stateReason").lower()
    number, id_ = node.number("number"), node.big_number("fullDatabaseId")
    ids[number] = id_
    above = node.at("parent")
    return Issue(
        id=id_,
        number=number,
        title=node.text("title"),
        body=node.text("body"),
        mine=is_ours(person(node.at("author")), me),
        is_open=is_open,
        reason=Reason(reason) if not is_open and reason in set(Reason) else None,
        labels=tuple(label.text("name") for label in node.parts("labels", "nodes")),
        assignees=tuple(each.text("login") for each in node.parts("assignees", "nodes")),
        milestone=node.text("milestone", "title"),
        parent=_number(line, above) if above else None,
        children=tuple(_child(line, part, ids) for part in node.parts("subIssues", "nodes")),
        blocked_by=tuple(_number(line, each) for each in node.parts("blockedBy", "nodes")),
    )


def is_here(line: Line, node: Answer) -> bool:
    """Tell whether an issue is one of this repository: one that was transferred is none."""
    return bool(_number(line, node))


def _child(line: Line, part: Answer, ids: Ids) -> Child:
    number = _number(line, part)
    if number:
        ids[number] = part.big_number("fullDatabaseId")
    return Child(number, part.text("state") == "OPEN")


def _number(line: Line, node: Answer) -> int:
    return number_in(line, node.number("number"), node.text("repository", "nameWithOwner"))
