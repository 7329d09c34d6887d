"""Names of files held against the form that a template gives them, in steps and never back.

A form is made from text of anybody's: as one regular expression, its open parts would be tried in
all the ways in which they can share a name. Here each part moves all places that are reached.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """What stands at a place: some text, and how it may go on, a character at a time."""

    begins: re.Pattern[str]
    goes_on: re.Pattern[str] | None = None


def part(begins: str, goes_on: str | None = None) -> Part:
    """Make a part; what begins has to be of one length wherever it fits."""
    return Part(re.compile(begins, re.I), re.compile(goes_on, re.I) if goes_on else None)


def reached(parts: Iterable[Part], name: str) -> list[int]:
    """Give the places of a name that the parts, from its beginning on, may end at."""
    at = [0]
    for each in parts:
        at = [match.end() for place in at if (match := each.begins.match(name, place))]
        if at and each.goes_on:
            at = _onward(at, each.goes_on, name)
    return at


def _onward(at: list[int], more: re.Pattern[str], name: str) -> list[int]:
    places = set(at)
    for place in range(at[0], len(name)):
        if place in places and more.match(name, place):
            places.add(place + 1)
    return sorted(places)
