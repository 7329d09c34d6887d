"""Which status people ask for, by a label or a command, the latest first.

The Steward's own labels ask for nothing. A label that is taken back by the Steward stays asked for,
so that whoever mends what it needed has not to ask again; one that anybody else took off does not.
A label of which the timeline does not tell yet is asked for once it does.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.lifecycle.family import same_word, word_of
from bot.model.pull import Person, PullState
from bot.model.standing import Way


@dataclass(frozen=True, slots=True)
class Asked:
    """A status that was asked for: by whom, when. A deleted account is nobody."""

    word: str
    by: Person | None
    at: str
    way: Way = Way.LABEL


def all_asked(state: PullState, commands: Iterable[Asked] = ()) -> tuple[Asked, ...]:
    """Give all that was asked for and not taken back, the latest first."""
    found = [*_by_label(state), *commands]
    return tuple(sorted(found, key=lambda asked: asked.at))[::-1]


def _by_label(state: PullState) -> list[Asked]:
    asked: list[Asked] = []
    for event in state.labellings:
        word = word_of(event.name)
        if not word or (event.by and event.by.login == state.me):
            continue
        if event.is_set:
            asked.append(Asked(word, event.by, event.at))
        else:
            asked = [each for each in asked if not same_word(each.word, word)]
    return asked
