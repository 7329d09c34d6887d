"""Which phase waits for which: as the spec says, else in the order in which phases are counted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from bot.model.work import Phase
from bot.schema.fold import fold
from bot.schema.words import PHASE

Key = TypeVar("Key", int, str)
_HEAD = re.compile(r"\W*([A-Za-z]+ \d{1,3}|[A-Za-z]+ [A-Z])\b\W*")


def waits_for(phases: Sequence[Phase]) -> tuple[tuple[int, ...], ...]:
    """Give for each phase the places of those that come first; never such that they form a ring."""
    names = [_names(phase) for phase in phases]
    found: dict[int, tuple[int, ...]] = {}
    for at, phase in enumerate(phases):
        told = [n for n, known in enumerate(names) if _mentions(phase, known)]
        if not phase.dependencies and at and _are_counted(phases[at - 1], phase):
            told = [at - 1]
        found[at] = tuple(n for n in told if not leads_to(found, n, at))
    return tuple(found[at] for at in range(len(phases)))


def leads_to(edges: Mapping[Key, Sequence[Key]], start: Key, goal: Key) -> bool:
    """Tell whether one waits for another, be it by others in between."""
    seen: set[Key] = set()
    ahead = [start]
    while ahead:
        at = ahead.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            ahead.extend(edges.get(at, ()))
    return False


def _names(phase: Phase) -> tuple[str, ...]:
    return (fold(phase.title), *_head(phase.title))


def _head(title: str) -> Iterator[str]:
    if head := _HEAD.match(title):
        yield head[1].casefold()
        rest = " ".join(title[head.end() :].casefold().split())
        if " " in rest:  # a single word may be said of anything
            yield rest


def _mentions(phase: Phase, names: Sequence[str]) -> bool:
    said = phase.dependencies
    if not said:
        return False
    whole, folded = f" {said.casefold()} ", f" {fold(said)} "
    return any(
        re.search(rf"\b{re.escape(name)}\b", whole) or f" {name} " in folded for name in names
    )


def _are_counted(one: Phase, other: Phase) -> bool:
    return bool(PHASE.match(one.title) and PHASE.match(other.title))
