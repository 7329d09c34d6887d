"""A label that a person took off, and that comes back: it is the status of what states none."""

from collections.abc import Iterable

from bot.lifecycle.family import same_word, word_of
from bot.lifecycle.labels import status_label
from bot.model.hearing import HeardSpec
from bot.model.pull import Person, PullState


def put_back(state: PullState, specs: Iterable[HeardSpec]) -> str:
    """Give the status whose label is put back; empty where nobody took off the one that stands.

    What the Steward does itself is passed over, or it would say so for a moment only.
    """
    events = [each for each in state.labellings if word_of(each.name)]
    last = next((each for each in reversed(events) if not _is_ours(each.by, state)), None)
    if last is None or last.is_set or last.by is None or last.by.is_bot:
        return ""
    specs = tuple(specs)
    label = status_label(specs)
    word = word_of(label.name) if label else ""
    if not word or not same_word(word, word_of(last.name)):
        return ""
    told = (spec.report.status for spec in specs if not spec.is_stated)
    return word if any(same_word(each or "", word) for each in told) else ""


def _is_ours(by: Person | None, state: PullState) -> bool:
    return by is not None and by.login == state.me
