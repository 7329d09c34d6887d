"""Why a status that was asked for is not given: one sentence that somebody can act on."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.lifecycle.asked import Asked
from bot.lifecycle.remembered import MOST
from bot.lifecycle.subject import Subject
from bot.model.role import Role
from bot.model.stage import Stage
from bot.model.standing import Request
from bot.rules.base import listed, quoted

NO_RIGHT = "it takes write access to ask for a status: ask somebody who has it to set the label"
_SHOWN = 8  # words of a vocabulary


@dataclass(frozen=True, slots=True)
class Asking:
    """A request, the specs that it is about, and all that the pull request changes."""

    asked: Asked
    concerned: tuple[Subject, ...]
    subjects: tuple[Subject, ...]


def may_not_ask(asked: Asked, role_of: Callable[[str], Role]) -> str:
    """Say why somebody's word does not count, and what would; empty where it does."""
    if asked.by is None:
        return "nobody can tell who set it: set it again"
    if asked.by.is_bot:
        return "a bot set it, and only people may ask for a status: set it yourself"
    return "" if role_of(asked.by.login).rank >= Role.WRITE.rank else NO_RIGHT


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a status is not given, and what it needs.

    It ``is_waiting`` where gates alone are shut: the status is given by itself once they open. Who
    may not ask, or asks for a status that there is not or that does not follow, has to ask again.
    """

    why: str
    is_waiting: bool = False


def request_of(asked: Asked, refusal: Refusal | None) -> Request:
    """Tell of a request, as it was granted or refused."""
    by = asked.by.login if asked.by else ""
    if refusal is None:
        return Request(asked.word, by, asked.at, asked.way)
    return Request(asked.word, by, asked.at, asked.way, refusal.why, refusal.is_waiting)


def refuse(asking: Asking) -> Refusal | None:
    """Refuse a status, or do not."""
    if never := _too_many(asking) or _unknown(asking) or _astray(asking):
        return Refusal(never)
    word = asking.asked.word
    shut = [(each, needs) for each in asking.concerned if (needs := each.keeps_out(word))]
    if not shut:
        return None
    first, needs = shut[0]
    more = f"; {len(shut) - 1} more of the specs lack something too" if len(shut) > 1 else ""
    return Refusal(
        f"{_called(first, asking)} may be {quoted(word)} once {needs}{more}", is_waiting=True
    )


def _too_many(asking: Asking) -> str:
    if len(asking.subjects) <= MOST:
        return ""
    return (
        f"{len(asking.subjects):,} specs are changed here, and a status is asked for {MOST} at once"
        " at most: part them into several pull requests"
    )


def _unknown(asking: Asking) -> str:
    for subject in asking.concerned:
        if subject.spelt(asking.asked.word) is None:
            words = [word for word, stage in subject.vocabulary.items() if stage]
            shown = words if len(words) <= _SHOWN else _usual(subject)
            return f"{quoted(subject.path)} has no such status: ask for {listed(shown, _SHOWN)}"
    return ""


def _astray(asking: Asking) -> str:
    for subject in asking.concerned:
        if instead := subject.strays(asking.asked.word):
            it = _called(subject, asking)
            return f"the configuration keeps {it} from {quoted(asking.asked.word)}: {instead}"
    return ""


def _called(subject: Subject, asking: Asking) -> str:
    return "it" if len(asking.subjects) == 1 else quoted(subject.path)


def _usual(subject: Subject) -> list[str]:
    """Give one word for each stage, where any of many will do."""
    found: dict[Stage, str] = {}
    for word, stage in subject.vocabulary.items():
        if stage:
            found.setdefault(stage, word)
    return [found[stage] for stage in Stage if stage in found]
