"""Which issues are the Steward's: those that bear its label, and those that it has lost it from.

Somebody may take the label off. What our own account has made and marked is ours all the same: it
is found by its author, among what was changed last, so that it is not made again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.plan.marker import ISSUE, LABEL, read_marker

_LOOKED_AT = 1_000  # of a workflow's account may be the work of many other workflows
_NONE = (410, 422)


def list_labelled(line: Line) -> Iterator[Answer]:
    """List what bears the label, the oldest first."""
    words = {"labels": LABEL, "state": "all", "sort": "created", "direction": "asc"}
    with _maybe_none():
        yield from (each for each in line.pages("/issues", **words) if not each.at("pull_request"))


def list_own(line: Line, me: str) -> Iterator[Answer]:
    """List what our account has made and marked, among what was changed last."""
    words = {"creator": me, "state": "all", "sort": "updated", "direction": "desc"}
    with _maybe_none():
        for each in islice(line.pages("/issues", **words), _LOOKED_AT):
            is_marked = read_marker(each.text("body"), ISSUE) is not None
            if is_marked and not each.at("pull_request"):
                yield each


@contextmanager
def _maybe_none() -> Iterator[None]:
    """Find none where there can be none, which GitHub refuses to say.

    That is so of an account that it does not know, and where issues are switched off.
    """
    try:
        yield
    except ForgeError as error:
        if error.status not in _NONE:
            raise
