"""What is left of a request from one look to the next.

A request is about the specs that were there. It ends once a document states a third status, or
another spec comes along: what is over stays over, whatever they say later. A document that has
followed it waits for the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.picking import Picked
from bot.lifecycle.remembered import LABELLED, MOST, UNREAD, Remembered, Seen, mark_of
from bot.lifecycle.subject import FIRST, Subject


def seen(picked: Picked, remembered: Remembered, subjects: Sequence[Subject]) -> Remembered:
    """Remember the requests, and what the specs said when each was seen first."""
    said = {each.key: _said(each) for each in subjects} if len(subjects) <= MOST else None
    goal = mark_of(picked.asked.word) if picked.asked else ""
    return replace(
        remembered,
        asked=_looked_at(remembered.asked, picked.asked, said, goal),
        turned=_looked_at(remembered.turned, picked.turned, said, ""),
    )


def _looked_at(last: Seen, asked: Asked | None, said: Mapping[str, str] | None, goal: str) -> Seen:
    """Look at a request again, or for the first time; ``said`` is None where they are too many."""
    is_new = asked is not None and asked.at != last.at
    seen = Seen(asked.at) if asked is not None and is_new else last
    if not seen.at or seen.is_over:
        return seen
    if said is None or seen.then is None:
        return replace(seen, then=None if said is None else tuple(said.items()))
    return _left(seen, dict(seen.then), said, goal)


def _left(seen: Seen, then: Mapping[str, str], said: Mapping[str, str], goal: str) -> Seen:
    """Say what is left of it: a document that has reached the goal is not to leave it again."""
    joined = next((key for key in said if key not in then), "")
    if joined:
        return Seen(seen.at, is_over=True, joined=joined)
    now = {key: said.get(key, mark) for key, mark in then.items()}
    moved = next((key for key in now if _has_moved(then[key], now[key], goal)), "")
    if moved:
        is_done = all(mark in {goal, LABELLED} for mark in then.values())
        return Seen(seen.at, is_over=True, moved="" if is_done else moved)
    return replace(seen, then=tuple(now.items()))


def _has_moved(then: str, now: str, goal: str) -> bool:
    """Tell whether a document says a third status; after nobody could read it, any is the first."""
    return UNREAD not in {then, now} and now not in {then, goal}


def _said(spec: Subject) -> str:
    """Mark its status; where it says none that is known, the one that it is likely to have next."""
    if not spec.is_stated:
        return LABELLED
    if not spec.is_read:
        return UNREAD
    return mark_of((spec.stage and spec.word) or spec.before or FIRST)
