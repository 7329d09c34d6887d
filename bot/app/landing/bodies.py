"""The body of an issue with its marker, which names the issue: what is quoted elsewhere is none."""

from collections.abc import Sequence

from bot.model.issue import Issue
from bot.model.work import Memory
from bot.plan.marker import ISSUE, NUMBER, issue_markers, write_marker
from bot.plan.owned import KEY
from bot.plan.pulls import same_text
from bot.work.body import Body, part_body
from bot.work.memory import to_values


def parted(issue: Issue, key: str) -> Body:
    """Part the body of an issue at the marker that is its own, which has a key."""

    def own(lines: Sequence[str]) -> int | None:
        found = issue_markers(lines, issue.number)
        return next((at for at, values in found.items() if values.get(KEY) == key), None)

    return part_body(issue.body, own)


def rewritten(issue: Issue | None, standing: Body, memory: Memory, text: str) -> str:
    """Put what is remembered and a text in place of those that stand.

    Its number comes in with the first change after it was opened, and is no reason to write.
    """
    values = to_values(memory)
    plain = standing.with_text(write_marker(ISSUE, values), text)
    if issue is None or same_text(plain, issue.body):
        return plain
    return standing.with_text(write_marker(ISSUE, {**values, NUMBER: str(issue.number)}), text)
