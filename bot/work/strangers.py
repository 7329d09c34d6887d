"""Specs that have only taken the place of another one, or its number."""

from collections.abc import Mapping, Sequence
from functools import cache

from bot.work.claims import Fits, are_few, telling
from bot.work.kinship import Home, Kin, Kinship, Likeness

_PLAINLY = 0.2  # so much more has to speak for another spec than for the one at the path


def strangers(standing: Mapping[str, Home], kin: Sequence[Kin], kinship: Kinship) -> Fits:
    """Ask whether a spec has only taken the place or the number of a family's own.

    It is plainly more like one that has lost its home, as where two were swapped; or a spec that is
    new at its path is plainly that family's, and left this one behind.
    """
    told = telling(kin)

    def fits(home: Home, family: Kin) -> bool:
        if told(home, family) and not are_few(home, family):
            return False
        own = kinship.of(home, family)
        return any(is_more(home, each, own) and is_lost(each, home) for each in kin) or (
            not is_own(home, family) and any(is_more(each, family, own) for each in new())
        )

    @cache
    def new() -> list[Home]:
        at = {family.path: family for family in kin}
        return [
            home for path, home in standing.items()
            if path not in at or not is_own(home, at[path])
        ]  # fmt: skip

    def is_own(home: Home, family: Kin) -> bool:
        own = kinship.of(home, family)
        return own.is_enough or own.is_marked or (own.is_titled and bool(home.texts))

    def is_more(home: Home, family: Kin, own: Likeness) -> bool:
        if not kinship.may_be(home, family):
            return False
        other = kinship.of(home, family)
        return other.is_enough and other.weight >= own.weight + _PLAINLY

    def is_lost(family: Kin, home: Home) -> bool:
        own = standing.get(family.path)
        return own is None or is_more(home, family, kinship.of(own, family))

    return fits
