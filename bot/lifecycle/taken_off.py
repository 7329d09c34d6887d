"""A label that a person took off, and that comes back: it is the status of what states none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.lifecycle.asked import Asked
from bot.lifecycle.family import same_word, word_of
from bot.lifecycle.labels import status_label
from bot.model.hearing import HeardSpec
from bot.model.pull import Labelling, PullStage, PullState

_SHORT = 12  # of a commit's name


@dataclass(frozen=True, slots=True)
class Back:
    """When somebody took one off, and the head at which it was put back.

    The ``word`` is its status, empty once something was pushed: who has read why it is back need
    not read it for ever.
    """

    at: str
    head: str
    word: str = ""


def put_back(
    state: PullState, specs: Iterable[HeardSpec], asked: Sequence[Asked], last: Back | None
) -> Back | None:
    """Tell of the label that is put back; None where nobody took off the one that stands.

    Nor is anything told where somebody has asked for a status since: that has its own answer.
    """
    event = _taken_off(state)
    if event is None or (asked and asked[0].at > event.at):
        return None
    specs = tuple(specs)
    label = status_label(specs)
    word = word_of(label.name) if label else ""
    told = (spec.report.status or "" for spec in specs if not spec.is_stated)
    if not word or word != word_of(event.name) or not any(same_word(each, word) for each in told):
        return None
    head = state.pull.head[:_SHORT]
    is_known = last is not None and last.at == event.at
    first = last.head if last and is_known else head
    return Back(event.at, first, word if first == head else "")


def _taken_off(state: PullState) -> Labelling | None:
    """Give the last that a person did to the labels, if that was to take one off.

    What the Steward does itself is passed over, or it would say so for a moment only.
    """
    if state.pull.stage is not PullStage.OPEN:
        return None
    others = (e for e in reversed(state.labellings) if not e.by or e.by.login != state.me)
    event = next((each for each in others if word_of(each.name)), None)
    is_persons = event is not None and event.by is not None and not event.by.is_bot
    return event if event and is_persons and not event.is_set else None
