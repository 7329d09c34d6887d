"""What people asked for in comments, and what they are shown for it."""

from dataclasses import dataclass

from bot.model import command_help
from bot.model.command_help import HelpLine
from bot.model.hearing import Hearing
from bot.render.comment.address import Links
from bot.render.comment.answers import HELP, PLAN, Answered, answers, shows
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.onward import Onward, all_onward


@dataclass(frozen=True, slots=True)
class Conversation:
    """Answers to commands, ``more`` of which are left out.

    ``usages`` is the list of commands where somebody asked for it. ``is_planned`` where somebody
    asked what merging does, and then ``ways`` is what lies ahead of each spec.
    """

    answers: tuple[Answered, ...]
    more: int
    usages: tuple[HelpLine, ...]
    is_planned: bool
    ways: tuple[Onward, ...]


def conversation(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Conversation:
    """Arrange what came of commands."""
    is_planned = shows(hearing, PLAN)
    told = tuple(answers(hearing, links, detail))
    return Conversation(
        answers=told,
        more=len(hearing.answers) - len(told),
        usages=command_help.HELP if shows(hearing, HELP) else (),
        is_planned=is_planned,
        ways=tuple(all_onward(hearing, links, names, detail)) if is_planned else (),
    )
