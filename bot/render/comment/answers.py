"""What became of the commands that people gave in comments, and what they asked to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.heard import Answer
from bot.model.hearing import Hearing
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.phrases import Target, clipped

HELP, PLAN = "help", "plan"

_CALL = "/spec"
_LOGIN = 60
_SAID = 120
_WHY = 400
_SHOWN = {HELP: "the commands are below", PLAN: "what merging does is below"}


@dataclass(frozen=True, slots=True)
class Answered:
    """A command: whose it is, its words, and what came of it; ``is_done`` where it was heeded."""

    icon: str
    by: str
    said: Target
    came: str
    is_done: bool


def answers(hearing: Hearing, links: Links, detail: Detail) -> Iterator[Answered]:
    """Give what became of each command, the latest last, of many the latest."""
    found = hearing.answers[-detail.lists :] if detail.lists else ()
    for each in found:
        yield Answered(
            icon=_icon(each),
            by=clipped(each.by, _LOGIN) or "somebody",
            said=Target(_words(each), links.remark(hearing.pull, each.comment)),
            came=_came(each),
            is_done=not each.why,
        )


def is_telling(hearing: Hearing) -> bool:
    """Tell whether an answer says more than that it was done, as its reaction does already."""
    return any(each.why or each.shows for each in hearing.answers)


def shows(hearing: Hearing, what: str) -> bool:
    """Tell whether somebody asked to be shown something."""
    return any(each.shows == what and not each.why for each in hearing.answers)


def _icon(answer: Answer) -> str:
    return "❌" if answer.why else "✅"


def _words(answer: Answer) -> str:
    said = clipped(answer.said, _SAID)
    return said if said.casefold().startswith(_CALL) else f"{_CALL} {said}".rstrip()


def _came(answer: Answer) -> str:
    return clipped(answer.why, _WHY) or _SHOWN.get(answer.shows, "done")
