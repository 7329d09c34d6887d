"""What became of a status that only the label says: it went back, or others will not have it."""

from dataclasses import dataclass

from bot.model.hearing import Hearing
from bot.model.pull import PullStage
from bot.render.comment.phrases import clipped, ended

_LOGIN = 60
_WORD = 50
_WHY = 600


@dataclass(frozen=True, slots=True)
class Fallen:
    """A status that went back: which one it is now, and what it takes to have it again."""

    word: str
    why: str


def fallen(hearing: Hearing) -> Fallen | None:
    """Tell of a status that a label alone says, and that the text does not bear any more."""
    why = ended(clipped(hearing.fell, _WHY))
    if not why or hearing.pull.stage is not PullStage.OPEN:
        return None
    reports = [spec.report for spec in hearing.specs if not spec.is_stated]
    least = min(reports, key=lambda each: each.stage.rank if each.stage else 0, default=None)
    return Fallen(clipped((least and least.status) or "", _WORD), why)


def contesting(hearing: Hearing) -> str:
    """Name the bot that keeps undoing the label."""
    return clipped(hearing.contested, _LOGIN) if hearing.pull.stage is PullStage.OPEN else ""


def put_back(hearing: Hearing) -> str:
    """Name the status whose label was put back, where nothing else tells why it is what it is."""
    is_told = hearing.request or hearing.fell or hearing.contested
    is_open = hearing.pull.stage is PullStage.OPEN
    return clipped(hearing.put_back, _WORD) if is_open and not is_told else ""
