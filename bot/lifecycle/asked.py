"""Which status people ask for, by a label or a command. The latest word counts.

The Steward's own labels ask for nothing. A label that is taken back by the Steward stays asked for,
so that whoever mends what it needed has not to ask again; one that anybody else took off does not.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.lifecycle.family import in_family, same_word, word_of
from bot.model.pull import Person, PullState
from bot.model.standing import Way


@dataclass(frozen=True, slots=True)
class Asked:
    """A status that was asked for: by whom, when. Nobody knows who set a label without an event."""

    word: str
    by: Person | None
    at: str
    way: Way = Way.LABEL


def last_asked(state: PullState, commands: Iterable[Asked] = ()) -> Asked | None:
    """Give what was asked for last; None where nothing is, or not any more."""
    found = [asked for asked in (_by_label(state), *commands) if asked]
    return max(found, key=lambda asked: asked.at, default=None) or _unexplained(state)


def _by_label(state: PullState) -> Asked | None:
    asked: Asked | None = None
    for event in state.labellings:
        word = word_of(event.name)
        if not word or (event.by and event.by.login == state.me):
            continue
        if event.is_set:
            asked = Asked(word, event.by, event.at)
        elif asked and same_word(asked.word, word):
            asked = None
    return asked


def _unexplained(state: PullState) -> Asked | None:
    """Give a label of which no event tells who set it."""
    told = {word_of(event.name) for event in state.labellings if event.is_set}
    found = [word for label in in_family(state.labels) if (word := word_of(label)) not in told]
    return Asked(found[0], None, "") if found else None
