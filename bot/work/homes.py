"""Which spec owns which family of issues, after files were moved, renamed, swapped, or given ids.

A guide shares the id of its spec; what tells them apart is the template.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.work.claims import Fits, agrees_in_all, carries, has_its_id, has_moved, is_plain
from bot.work.kinship import Home, Kin, Kinship, Likeness
from bot.work.strangers import strangers

__all__ = ["Home", "Kin", "Settled", "settle"]

Pair = tuple[Home, Kin, Likeness]


@dataclass(frozen=True, slots=True)
class Settled:
    """The key of the family of each spec, by its path.

    Where nobody can tell which of several it is, the family is ``torn`` between their paths.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    torn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def settle(homes: Sequence[Home], kin: Sequence[Kin]) -> Settled:
    """Give each spec its family of issues, one to one.

    The evidence is asked in order; each settles what it points to from both sides alone. What is
    left goes where it is most like.
    """
    kinship = Kinship(kin, homes)
    standing = {home.path: home for home in homes}
    is_stranger = strangers(standing, kin, kinship)
    found: dict[str, str] = {}
    for fits in (
        is_plain,
        carries(standing, kin, kinship),
        has_moved(standing),
        lambda home, family: agrees_in_all(home, family) and not is_stranger(home, family),
        has_its_id(standing, kinship, is_stranger),
        lambda home, family: home.path == family.path and not is_stranger(home, family),
    ):
        found |= _alone(*_left(homes, kin, found), fits)
    free, left = _left(homes, kin, found)
    lost = [
        family for family in left
        if (own := standing.get(family.path)) is None or is_stranger(own, family)
    ]  # fmt: skip
    return _most_like([home for home in free if home.texts], lost, kinship, found)


def _left(
    homes: Sequence[Home], kin: Sequence[Kin], found: Mapping[str, str]
) -> tuple[list[Home], list[Kin]]:
    taken = set(found.values())
    free = [home for home in homes if home.path not in found]
    return free, [family for family in kin if family.key not in taken]


def _most_like(
    homes: Sequence[Home], kin: Sequence[Kin], kinship: Kinship, known: Mapping[str, str]
) -> Settled:
    """Join what is most like each other, the best first; of what is as good, nobody can tell.

    A hint is enough where one spec of a template and one family of it are left, or only one pair of
    what is left has its title in common.
    """
    pairs = [(home, family, kinship.of(home, family)) for home in homes for family in kin]
    found: dict[str, str] = {}
    torn: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    left = [pair for pair in pairs if pair[2].is_enough]
    while left:
        best = max(pair[2].score for pair in left)
        tied = [pair for pair in left if pair[2].score == best]
        found |= (clear := _single(tied) | _parted(tied))
        seen |= {name for home, family, _ in tied for name in (home.path, family.key)}
        rest = [pair for pair in tied if pair[1].key not in clear.values()]
        for path, key in _unclear(rest, left):
            torn[key].append(path)
            seen.add(path)
        left = [pair for pair in left if seen.isdisjoint((pair[0].path, pair[1].key))]
    found |= _hinted([pair for pair in pairs if seen.isdisjoint((pair[0].path, pair[1].key))])
    return Settled({**known, **found}, {key: tuple(paths) for key, paths in torn.items()})


def _parted(tied: Sequence[Pair]) -> dict[str, str]:
    """Give a family whose tasks were parted to the spec that carries most of its numbers.

    What the others carry goes along with it. No number may stand in two of them: those are copies.
    """
    found: dict[str, str] = {}
    families = Counter(home.path for home, _, _ in tied)
    for kin in {family.key: family for _, family, _ in tied}.values():
        homes = [home for home, family, _ in tied if family is kin]
        shares = {home.path: home.numbers & kin.numbers for home in homes}
        is_apart = sum(map(len, shares.values())) == len(frozenset().union(*shares.values()))
        if is_apart and all(shares.values()) and all(families[path] == 1 for path in shares):
            found[min(shares, key=lambda path: (-len(shares[path]), path))] = kin.key
    return found


def _hinted(pairs: Sequence[Pair]) -> dict[str, str]:
    """Join what one title speaks for, and what is the last of its template and has any hint."""
    hinted = [pair for pair in pairs if pair[2].is_hint]
    found = _single([pair for pair in hinted if pair[2].is_titled])
    seen = {*found, *found.values()}
    rest = [pair for pair in pairs if seen.isdisjoint((pair[0].path, pair[1].key))]
    last = _single([pair for pair in rest if pair[0].template == pair[1].template])
    told = {home.path for home, _, _ in hinted}
    return found | {path: key for path, key in last.items() if path in told}


def _unclear(tied: Sequence[Pair], left: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Give what may be each other: what is tied, and where that leaves families, what else is like.

    For one of these is that of a spec which is less like them.
    """
    paths, keys = {home.path for home, _, _ in tied}, {family.key for _, family, _ in tied}
    yield from ((home.path, family.key) for home, family, _ in tied)
    if len(keys) > len(paths):
        others = [pair for pair in left if pair[0].path not in paths and pair[1].key in keys]
        yield from ((home.path, family.key) for home, family, _ in others)


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
