"""The body of an issue with its marker, which names the issue: what is quoted elsewhere is none."""

from functools import partial

from bot.model.issue import Issue
from bot.model.work import Memory
from bot.plan.marker import ISSUE, NUMBER, issue_marker_at, write_marker
from bot.plan.pulls import same_text
from bot.work.body import Body, part_body
from bot.work.memory import to_values


def parted(issue: Issue) -> Body:
    """Part the body of an issue at the marker that is its own."""
    return part_body(issue.body, partial(issue_marker_at, number=issue.number))


def rewritten(issue: Issue | None, standing: Body, memory: Memory, text: str) -> str:
    """Put what is remembered and a text in place of those that stand.

    Its number comes in with the first change after it was opened, and is no reason to write.
    """
    values = to_values(memory)
    plain = standing.with_text(write_marker(ISSUE, values), text)
    if issue is None or same_text(plain, issue.body):
        return plain
    return standing.with_text(write_marker(ISSUE, {**values, NUMBER: str(issue.number)}), text)
