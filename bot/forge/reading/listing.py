"""Which issues are the Steward's: those that bear its label, and those that it has lost it from.

Somebody may take the label off. What our own account has made and marked is ours all the same: it
is found by its author, among what was changed last, so that it is not made again.
"""

from collections.abc import Iterator
from itertools import islice

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.plan.issues import ISSUE
from bot.plan.marker import read_marker

LABEL = "spec-steward"
_LOOKED_AT = 1_000  # of a workflow's account may be the work of many other workflows
_INVALID = 422


def list_issues(line: Line, me: str) -> list[Answer]:
    """List them, the oldest first."""
    words = {"labels": LABEL, "state": "all", "sort": "created", "direction": "asc"}
    labelled = [each for each in line.pages("/issues", **words) if not each.at("pull_request")]
    found = {each.number("number"): each for each in (*_own(line, me), *labelled)}
    return [found[number] for number in sorted(found)]


def _own(line: Line, me: str) -> Iterator[Answer]:
    words = {"creator": me, "state": "all", "sort": "updated", "direction": "desc"}
    try:
        for each in islice(line.pages("/issues", **words), _LOOKED_AT):
            is_marked = read_marker(each.text("body"), ISSUE) is not None
            if is_marked and not each.at("pull_request"):
                yield each
    except ForgeError as error:
        if error.status != _INVALID:  # an account that GitHub does not know has made nothing
            raise
