"""Which word of an item is which in its later text, and what was lost, gained, or exchanged."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.work.equal import equal_words
from bot.work.stems import is_slip, is_synonym, may_be_slip, stem
from bot.work.words import Words

_MOST_TRIED = 100  # pairs of left-over words that are looked at


@dataclass(frozen=True, slots=True)
class Alignment:
    """The places of words that answer each other, and the stems that nothing answers.

    It ``replaces`` if a lost word and a gained one stand beside the same words that stayed. Where
    it ``slips``, words were paired that may be one mistyped, and may be two; it ``misnames`` where
    one of these is a name.
    """

    pairs: tuple[tuple[int, int], ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    replaces: bool
    slips: bool
    misnames: bool


def align(old: Words, new: Words) -> Alignment:
    """Pair equal words wherever they stand, then what is mistyped, a synonym, or written apart."""
    pairs = equal_words(old.stems, new.stems)
    pairs.update(_akin(old, new, pairs))
    slips = dict(_slips(old, new, pairs))
    pairs.update(slips)
    lost = [at for at in range(len(old.stems)) if at not in pairs]
    taken = set(pairs.values())
    gained = [at for at in range(len(new.stems)) if at not in taken]
    lost, gained = _joined(old, new, lost, gained), _joined(new, old, gained, lost)
    return Alignment(
        tuple(sorted(pairs.items())),
        tuple(old.stems[at] for at in lost),
        tuple(new.stems[at] for at in gained),
        _replaces(pairs, lost, gained, len(new.stems)),
        bool(slips),
        any(old.stems[i] in old.names or new.stems[j] in new.names for i, j in slips.items()),
    )


def _left(old: Words, new: Words, pairs: dict[int, int]) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    lost = [at for at in range(len(old.stems)) if at not in pairs]
    return lost, [at for at in range(len(new.stems)) if at not in taken]


def _akin(old: Words, new: Words, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    lost, gained = _left(old, new, pairs)
    if len(lost) * len(gained) > _MOST_TRIED:
        return
    names = old.names | new.names
    for one in lost:
        for other in gained:
            left, right = old.stems[one], new.stems[other]
            named = left in names or right in names
            if is_synonym(left, right) or is_slip(old.raw[one], new.raw[other], named=named):
                yield one, other
                gained.remove(other)
                break


def _slips(old: Words, new: Words, pairs: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pair the few words that may be mistyped where nothing but their place can tell."""
    lost, gained = _left(old, new, pairs)
    if len(lost) * len(gained) > _MOST_TRIED:
        return
    for one in lost:
        for other in gained:
            if may_be_slip(old.raw[one], new.raw[other]):
                yield one, other
                gained.remove(other)
                break


def _joined(words: Words, others: Words, left: list[int], rest: list[int]) -> list[int]:
    """Leave out words that the other text writes as one, or in two: "set up", "setup"."""
    if not left or not rest:
        return left
    pairs = [others.raw[at : at + 2] for at in {*rest, *(at - 1 for at in rest)} if at >= 0]
    doubles = {stem("".join(pair)) for pair in pairs if min(map(len, pair)) > 1}
    apart = {others.stems[at] for at in rest}
    raw = words.raw
    out = {at for at in left if words.stems[at] in doubles}
    for at in left:
        if at + 1 in left and stem(raw[at] + raw[at + 1]) in apart:
            out |= {at, at + 1}
    return [at for at in left if at not in out]


def _replaces(pairs: dict[int, int], lost: list[int], gained: list[int], end: int) -> bool:
    if not lost or not gained:
        return False
    stayed = set(pairs.values())
    sides = set[tuple[str, int]]()
    for at in lost:
        sides.add(("after", next((pairs[i] for i in range(at, -1, -1) if i in pairs), -1)))
        after = (pairs[i] for i in range(at, max(pairs, default=0) + 1) if i in pairs)
        sides.add(("before", next(after, end)))
    for at in gained:
        if ("after", next((i for i in range(at, -1, -1) if i in stayed), -1)) in sides:
            return True
        if ("before", next((i for i in range(at, end) if i in stayed), end)) in sides:
            return True
    return False
