"""Which issues are the Steward's, and which key each of them stands for.

The key is in the marker in its body. Whoever may edit that may paste the marker of another issue
into it, which may have no number yet: what another issue has as its only one was quoted from there.
"""

from collections.abc import Iterable, Mapping

from bot.model.issue import Issue
from bot.plan.marker import issue_markers

KEY = "key"


def owned(issues: Iterable[Issue]) -> dict[int, Mapping[str, str]]:
    """Give the values of the markers of those that are ours; what others have written is no word.

    Of several that one issue might be known by, it is the first that no other issue has alone.
    """
    mine = (issue for issue in issues if issue.mine)
    found = {each.number: list(issue_markers(_lines(each), each.number).values()) for each in mine}
    alone = {values[0].get(KEY) for values in found.values() if len(values) == 1}
    return {
        number: next((each for each in values if each.get(KEY) not in alone), values[0])
        for number, values in found.items()
        if values
    }


def _lines(issue: Issue) -> list[str]:
    return issue.body.replace("\r\n", "\n").split("\n")
