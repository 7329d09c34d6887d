"""Asking for issues: for all of the Steward's, for those at hand, or by their numbers."""

from collections.abc import Collection, Mapping

from bot.forge.asking import Asking
from bot.forge.foresight import Foresight
from bot.forge.issue_queries import ALONG, FIRST
from bot.forge.line import Line
from bot.forge.reading.issues import (
    read_issues,
    read_issues_plainly,
    read_labelled,
    read_labelled_plainly,
)
from bot.forge.reading.whereabouts import read_whereabouts, read_whereabouts_plainly
from bot.model.issue import Issue


class AskingIssues(Asking):
    """What is asked about issues, and what of it is foreseen."""

    def __init__(self, line: Line, me: str) -> None:
        """Open it; nothing is asked yet."""
        super().__init__(line, me)
        self._foresight = Foresight(line, ALONG, FIRST, "issues")

    def issues(self) -> tuple[Issue, ...]:
        """List all issues of the Steward, open or closed, the oldest first."""
        me, ids = self.me(), self._hand.ids
        return self._either(
            lambda: read_issues(self._line, me, ids),
            lambda: read_issues_plainly(self._line, me, ids),
        )

    def labelled_issues(self) -> tuple[Issue, ...]:
        """List those that bear its label, the oldest first."""
        me, ids, first = self.me(), self._hand.ids, self._foresight.take()
        return self._either(
            lambda: read_labelled(self._line, me, ids, first),
            lambda: read_labelled_plainly(self._line, me, ids),
        )

    def foresee(self) -> None:
        """Let those that bear its label come along with the next texts that are read."""
        self._foresight.is_awaited = True

    def whereabouts(self, numbers: Collection[int]) -> Mapping[int, Issue]:
        """Give by number those that are issues of this repository, whosever they are."""
        me, ids = self.me(), self._hand.ids
        return self._either(
            lambda: read_whereabouts(self._line, numbers, me, ids),
            lambda: read_whereabouts_plainly(self._line, numbers, me, ids),
        )
