"""A hearing → what should stand on the pull request."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.app.action.committing import edit_wishes
from bot.app.action.suggesting import suggestion_wishes
from bot.app.action.words import Words
from bot.lifecycle.family import in_family
from bot.lifecycle.labels import status_label
from bot.model.finding import Severity
from bot.model.hearing import Hearing, Verdict
from bot.model.own_labels import FAMILY
from bot.model.pull import PullStage, PullState
from bot.plan.desired import (
    Annotation,
    CheckWish,
    CommentWish,
    LabelWish,
    PullWish,
    ReactionWish,
    StatusWish,
)
from bot.plan.pulls import own_checks, own_comments
from bot.render.comment.check import MARKED

NAME = "spec-steward"
_LEVELS = {Severity.ERROR: "failure", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STATES = {"failure": "failure"}  # of a commit status, which knows no neutral


@dataclass(frozen=True, slots=True)
class Wisher:
    """Wishes for one hearing, on what was observed to stand there.

    ``said`` is what the comment says already; a push that changes nothing of it leaves it alone.
    ``reactions`` answer commands. Where the check ``is_awaited``, it is there whatever is changed.
    """

    hearing: Hearing
    state: PullState
    words: Words
    said: str = ""
    reactions: tuple[ReactionWish, ...] = ()
    is_awaited: bool = False

    def wish(self) -> PullWish:
        """Say what should stand.

        Where nobody works on a pull request any more, what it has is kept true and nothing is
        added: a label on something long closed calls nobody back. What was merged keeps the label
        that it was merged with, for that may stand for the status, and who asks is answered.
        """
        number = self.state.pull.number
        return PullWish(
            number,
            comment=self._comment() if self._may_comment else None,
            label=self._label() if self._may_label else None,
            check=None if self.is_silent and not self.is_awaited else self.check(),
            status=self._status(self._place) if self._has_status else None,
            suggestions=tuple(suggestion_wishes(self.hearing)) if self._may_add else (),
            reactions=self.reactions if self._may_add or self._is_over else (),
            edits=tuple(edit_wishes(self.hearing)) if self._may_add else (),
        )

    def status(self, url: str) -> PullWish:
        """Say in a commit status what the check would have said."""
        return PullWish(self.state.pull.number, status=self._status(url))

    def _status(self, url: str) -> StatusWish:
        check = self.check()
        state = _STATES.get(check.conclusion, "success")
        return StatusWish(NAME, check.head, state, check.title, url, check.why)

    @property
    def is_silent(self) -> bool:
        """Tell whether nothing calls for a check: there is none yet, nor anything to judge."""
        return not (self._may_add or self._has_check)

    @property
    def _may_add(self) -> bool:
        is_open = self.state.pull.stage is PullStage.OPEN
        return is_open and self.hearing.verdict is not Verdict.SKIPPED

    @property
    def _is_over(self) -> bool:
        return self.hearing.is_over and self.hearing.verdict is not Verdict.SKIPPED

    @property
    def _may_comment(self) -> bool:  # also to tell who comes late, where ours was deleted
        is_late = self._is_over and self.hearing.request is not None
        return self._may_add or is_late or bool(own_comments(self.state))

    @property
    def _may_label(self) -> bool:
        return self._may_add or self._is_over or bool(in_family(self.state.labels))

    @property
    def _has_check(self) -> bool:
        return self._has_status or bool(own_checks(self.state, NAME))

    @property
    def _has_status(self) -> bool:
        """Tell whether a run that might not write checks has left a word; it has to stay true."""
        return any(status.context == NAME for status in self.state.statuses)

    @property
    def _place(self) -> str:
        own = own_comments(self.state)
        return own[0].url if own else self.state.pull.url

    def _comment(self) -> CommentWish:
        body = None if self.said == self.words.said else self.words.comment
        return CommentWish(body, why=self._why("says what there is to do"))

    def _label(self) -> LabelWish | None:
        if self.hearing.contested:  # two robots would go on for ever
            return None
        label = status_label(self.hearing.specs)
        return LabelWish(FAMILY, label, self._why("says where its specs stand"))

    def check(self) -> CheckWish:
        """Say what the check should say."""
        return CheckWish(
            name=NAME,
            head=self.hearing.pull.head,
            conclusion=self._conclusion,
            title=self.words.title,
            summary=self.words.summary,
            annotations=tuple(self._annotations()),
            why=self._why("says whether it may merge"),
        )

    @property
    def _conclusion(self) -> str:
        if self.hearing.verdict is Verdict.SKIPPED:
            return "skipped"
        if self.hearing.verdict is Verdict.FAIL:
            return "failure"
        is_any = bool(self.hearing.specs or self.hearing.deleted)
        is_sure = is_any and self.hearing.is_whole and not self.hearing.has_errors
        return "success" if is_sure else "neutral"

    def _annotations(self) -> Iterator[Annotation]:
        weighty = sorted(self.hearing.findings, key=lambda finding: -finding.severity.weight)
        for finding in weighty[:MARKED]:
            title, message = self.words.remark(finding)
            level = _LEVELS[finding.severity]
            yield Annotation(finding.path, max(1, finding.line), level, title, message)

    def _why(self, what: str) -> str:
        if self.hearing.verdict is Verdict.SKIPPED:
            is_new = self.is_silent and self.is_awaited
            return "the base branch waits for it" if is_new else "it changes no spec any more"
        return what
