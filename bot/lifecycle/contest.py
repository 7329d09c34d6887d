"""Somebody else's robot that keeps undoing the label: a loop, which only people can end."""

from bot.lifecycle.family import word_of
from bot.model.pull import Labelling, PullState

_ENOUGH = 2  # times that another one answers ours by the opposite


def turns(state: PullState) -> int:
    """Count what has happened to the labels of the family so far."""
    return len(_events(state))


def contested_by(state: PullState, since: int) -> str:
    """Name the bot that has undone our label twice since a number of turns; empty for none."""
    undoing = undone_by(state, since)
    return undoing[_ENOUGH - 1] if len(undoing) >= _ENOUGH else ""


def undone_by(state: PullState, since: int) -> list[str]:
    """Name the bot for each time that one has undone our label since a number of turns.

    What people do is a request, however often they do it.
    """
    undoing: list[str] = []
    is_ours = False
    for event in _events(state)[since:]:
        if event.by and event.by.login == state.me:
            is_ours = True
        elif event.by and event.by.is_bot and is_ours:
            undoing.append(event.by.login)
            is_ours = False
    return undoing


def _events(state: PullState) -> list[Labelling]:
    return [event for event in state.labellings if word_of(event.name)]
