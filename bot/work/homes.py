"""Which spec owns which family of issues, after files were moved, renamed, swapped, or given ids.

A guide shares the id of its spec; what tells them apart is the template.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.work.kinship import Home, Kin, Likeness, resemblance

__all__ = ["Home", "Kin", "settle"]

Fits = Callable[[Home, Kin], bool]
Pair = tuple[Home, Kin, Likeness]


def settle(homes: Sequence[Home], kin: Sequence[Kin]) -> dict[str, str]:
    """Give the path of each spec the key of its family of issues, one to one.

    The evidence is asked in order; each settles what it points to from both sides alone. What is
    left goes where it is most like. Where nobody can tell which of several it is, the key is empty.
    """
    standing = {home.path: home for home in homes}
    is_stranger = _strangers(standing, kin)
    found: dict[str, str] = {}
    for fits in (
        lambda home, family: _agrees_in_all(home, family) and not is_stranger(home, family),
        _carries(standing),
        _has_its_id(standing),
        lambda home, family: home.path == family.path and not is_stranger(home, family),
    ):
        found |= _alone(*_left(homes, kin, found), fits)
    free, left = _left(homes, kin, found)
    lost = [
        family for family in left
        if (own := standing.get(family.path)) is None or is_stranger(own, family)
    ]  # fmt: skip
    return found | _most_like([home for home in free if home.texts], lost)


def _left(
    homes: Sequence[Home], kin: Sequence[Kin], found: Mapping[str, str]
) -> tuple[list[Home], list[Kin]]:
    free = [home for home in homes if home.path not in found]
    return free, [family for family in kin if family.key not in found.values()]


def _most_like(homes: Sequence[Home], kin: Sequence[Kin]) -> dict[str, str]:
    """Join what is most like each other, the best first; of what is as good, nobody can tell.

    A hint is enough where one spec of a template and one family of it are left.
    """
    pairs = [(home, family, resemblance(home, family)) for home in homes for family in kin]
    found: dict[str, str] = {}
    taken: set[str] = set()
    left = [pair for pair in pairs if pair[2].is_enough]
    while left:
        best = max(pair[2].score for pair in left)
        tied = [pair for pair in left if pair[2].score == best]
        found |= dict.fromkeys((home.path for home, _, _ in tied), "")
        found |= _single(tied)
        taken |= {family.key for _, family, _ in tied}
        left = [pair for pair in left if pair[0].path not in found and pair[1].key not in taken]
    rest = [pair for pair in pairs if pair[0].path not in found and pair[1].key not in taken]
    same = _single([pair for pair in rest if pair[0].template == pair[1].template])
    hinted = {home.path for home, _, likeness in rest if likeness.is_hint}
    return found | {path: key for path, key in same.items() if path in hinted}


def _alone(homes: Sequence[Home], kin: Sequence[Kin], fits: Fits) -> Mapping[str, str]:
    """Keep the pairs in which each is the only one for the other."""
    return _only((home.path, family.key) for home in homes for family in kin if fits(home, family))


def _single(pairs: Sequence[Pair]) -> dict[str, str]:
    return _only((home.path, family.key) for home, family, _ in pairs)


def _only(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    every = tuple(pairs)
    of_home = Counter(path for path, _ in every)
    of_family = Counter(key for _, key in every)
    return {path: key for path, key in every if of_home[path] == 1 and of_family[key] == 1}


def _strangers(standing: Mapping[str, Home], kin: Sequence[Kin]) -> Fits:
    """Ask whether a spec has taken the place of another one, as where two were swapped.

    It shares nothing with the family that belongs there, and is like one that has lost its home;
    or there is a new spec which is plainly that family's, and that left this one behind.
    """
    known = {family.path for family in kin}
    new = [home for path, home in standing.items() if path not in known and home.texts]

    def fits(home: Home, family: Kin) -> bool:
        return not _share(home, family) and (
            any(is_lost(each) and _is_like(home, each) for each in kin)
            or any(resemblance(each, family).is_enough for each in new)
        )

    def is_lost(family: Kin) -> bool:
        own = standing.get(family.path)
        return own is None or not _share(own, family)

    return fits


def _share(home: Home, family: Kin) -> bool:
    return bool(home.numbers & family.numbers or home.texts & family.texts)


def _is_like(home: Home, family: Kin) -> bool:
    return _is_most(home, family) or resemblance(home, family).is_enough


def _agrees_in_all(home: Home, family: Kin) -> bool:
    return (home.path, home.spec_id, home.template) == (
        family.path,
        family.spec_id,
        family.template,
    )


def _carries(standing: Mapping[str, Home]) -> Fits:
    """Ask whether most of the family's issues that a spec carries are those, and the other way.

    Where the spec at the family's own path carries them as well, the other one is a copy of it.
    """

    def fits(home: Home, family: Kin) -> bool:
        if not _is_most(home, family):
            return False
        own = standing.get(family.path)
        return own is None or own is home or not _is_most(own, family)

    return fits


def _is_most(home: Home, family: Kin) -> bool:
    both = len(home.numbers & family.numbers)
    return 2 * both > len(home.numbers) and both > 0


def _has_its_id(standing: Mapping[str, Home]) -> Fits:
    """Ask for the same id and template, where the family's own path is no longer its home."""

    def fits(home: Home, family: Kin) -> bool:
        if not home.spec_id or (home.spec_id, home.template) != (family.spec_id, family.template):
            return False
        own = standing.get(family.path)
        return own is None or own.spec_id != family.spec_id

    return fits
