"""Which spec owns which family of issues, after files were moved, renamed, swapped, or given ids.

A guide shares the id of its spec; what tells them apart is the template.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_FEWEST = 2  # texts that have to agree, if nothing else does


@dataclass(frozen=True, slots=True)
class Home:
    """A spec of today: the issues that its tasks carry, and the folded texts of its tasks."""

    path: str
    spec_id: str
    template: str
    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kin:
    """A family of issues, as its tracking issue remembers the spec; ``key`` is how it is known."""

    key: str
    path: str
    spec_id: str
    template: str
    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()


Fits = Callable[[Home, Kin], bool]


def settle(homes: Sequence[Home], kin: Sequence[Kin]) -> dict[str, str]:
    """Give the path of each spec the key of its family of issues, one to one.

    The evidence is asked in order; each settles what it points to from both sides alone. A spec
    that several families could belong to, and a family that several specs could own, stay apart.
    """
    standing = {home.path: home for home in homes}
    is_stranger = _strangers(standing, kin)
    found: dict[str, str] = {}
    for fits in (
        lambda home, family: _agrees_in_all(home, family) and not is_stranger(home, family),
        _carries(standing),
        _has_its_id(standing),
        lambda home, family: home.path == family.path and not is_stranger(home, family),
        _says_the_same(standing, is_stranger),
    ):
        free = [home for home in homes if home.path not in found]
        left = [family for family in kin if family.key not in found.values()]
        found |= _alone(free, left, fits)
    return found


def _alone(homes: Sequence[Home], kin: Sequence[Kin], fits: Fits) -> Mapping[str, str]:
    """Keep the pairs in which each is the only one for the other."""
    pairs = [(home.path, family.key) for home in homes for family in kin if fits(home, family)]
    of_home = Counter(path for path, _ in pairs)
    of_family = Counter(key for _, key in pairs)
    return {path: key for path, key in pairs if of_home[path] == 1 and of_family[key] == 1}


def _strangers(standing: Mapping[str, Home], kin: Sequence[Kin]) -> Fits:
    """Ask whether a spec has taken the place of another one, as where two were swapped.

    It shares nothing with the family that belongs there, and is like one that has lost its home.
    """

    def fits(home: Home, family: Kin) -> bool:
        return not _share(home, family) and any(
            is_lost(each) and _is_like(home, each) for each in kin
        )

    def is_lost(family: Kin) -> bool:
        own = standing.get(family.path)
        return own is None or not _share(own, family)

    return fits


def _share(home: Home, family: Kin) -> bool:
    return bool(home.numbers & family.numbers or home.texts & family.texts)


def _is_like(home: Home, family: Kin) -> bool:
    return _is_most(home, family) or _is_half(home, family)


def _is_half(home: Home, family: Kin) -> bool:
    both = len(home.texts & family.texts)
    return both >= _FEWEST and 2 * both >= max(len(home.texts), len(family.texts))


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


def _says_the_same(standing: Mapping[str, Home], is_stranger: Fits) -> Fits:
    """Ask whether at least half of the texts agree, where the family's file is there no more."""

    def fits(home: Home, family: Kin) -> bool:
        own = standing.get(family.path)
        return (own is None or is_stranger(own, family)) and _is_half(home, family)

    return fits
