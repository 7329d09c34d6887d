"""What became of the commands: a reaction to each comment, and words for the latest of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.app.action.heeding import LOST, SHOWN, Heeded, Refusals, Told
from bot.lifecycle.commands import (
    Approve,
    Check,
    Command,
    Help,
    PlanAsked,
    SetStatus,
    Unknown,
    Waive,
)
from bot.lifecycle.family import same_word, word_of
from bot.lifecycle.labels import status_label
from bot.lifecycle.reactions import Reaction, reaction
from bot.lifecycle.rights import may_not_approve
from bot.lifecycle.settled import Settled
from bot.model.heard import Answer
from bot.model.hearing import Hearing
from bot.model.standing import Way
from bot.plan.desired import ReactionWish

_MOST = 20  # comments that are answered in one run: the next one goes on


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers for one hearing, in which the status was settled so.

    ``refused`` says of commands why they were not taken up; ``late`` are those that came when the
    pull request was merged already.
    """

    hearing: Hearing
    heeded: Heeded
    settled: Settled
    refused: Refusals = ()
    late: Told = ()

    def answers(self) -> Iterator[Answer]:
        """Give the words; what a request comes to is told on its own, and a check is the run."""
        turned = self.settled.turned
        if turned and turned.way is Way.LABEL and turned != self.hearing.request:
            yield Answer(0, turned.by, f"label spec: {turned.word}", turned.refusal)
        for _, commands in self._told[-SHOWN:]:
            for command in commands:
                why = self._why(command)
                if isinstance(command, Check | SetStatus) and not why:
                    continue
                if isinstance(command, SetStatus) and self._is_told(command):
                    continue
                origin = command.origin
                shows = _SHOWS.get(type(command), "")
                yield Answer(origin.comment, origin.by.login, _words(command), why, shows)

    def reactions(self) -> Iterator[ReactionWish]:
        """React to each comment once: what it was answered then stays its answer."""
        new = [told for told in self._told if not told[0].reactions]
        for comment, commands in new[-_MOST:]:
            for content in dict.fromkeys(map(self._reaction, commands)):
                yield ReactionWish(comment.id, content, "answers the command")

    def _reaction(self, command: Command) -> Reaction:
        """Choose one; a request that a later one has taken the place of was seen, and no more."""
        kept, why = self.settled.remembered, self._why(command)
        if isinstance(command, SetStatus) and self.hearing.is_over:
            label = status_label(self.hearing.specs)
            is_so = label and same_word(word_of(label.name), command.word)
            return Reaction.DONE if is_so and not why else Reaction.REFUSED
        seen = {kept.asked.at, kept.turned.at}
        if isinstance(command, SetStatus) and command.origin.at not in seen:
            return Reaction.SEEN
        return reaction(command, why)

    @property
    def _told(self) -> Told:
        return (*self.heeded.comments, *self.late)

    def _why(self, command: Command) -> str:
        if why := self._refusals.get(command):
            return why
        match command:
            case Unknown():
                return command.why
            case SetStatus():
                told = (self.settled.request, self.settled.turned)
                at = command.origin.at
                return next((each.refusal for each in told if each and each.at == at), "")
            case Approve():
                return self._why_not_approved(command)
            case _:
                return ""

    @property
    def _refusals(self) -> Mapping[Command, str]:
        return dict(self.refused)

    def _is_told(self, command: SetStatus) -> bool:
        request = self.hearing.request
        return request is not None and request.at == command.origin.at

    def _why_not_approved(self, command: Approve) -> str:
        login, author = command.origin.by.login, self.hearing.pull.author
        is_author = author is not None and author.login == login
        needed = [each for spec in self.hearing.specs for each in spec.due]
        if dict(self.heeded.approved).get(command.origin.comment) == LOST:
            return "the text it was about is no longer known: look at the specs and approve again"
        voices = [v for each in needed for v in each.voices if v.login == login]
        is_counted = not needed or any(voice.counts for voice in voices)
        why = next((voice.why for voice in voices if not voice.counts), "")
        if not is_counted and not is_author and why:
            return f"it does not count: {login} {why}"
        return may_not_approve(is_author=is_author, is_approver=is_counted)


_SHOWS: Mapping[type[Command], str] = {Help: "help", PlanAsked: "plan"}


def _words(command: Command) -> str:
    match command:
        case SetStatus():
            return f"/spec status {command.word}"
        case Waive():
            section = f' "{command.section}"' if command.section else ""
            return f"/spec waive {command.rule}{section}"
        case Unknown():
            return f"/spec {command.said}"
        case Approve():
            return "/spec approve"
        case PlanAsked():
            return "/spec plan"
        case _:
            return "/spec help"
