"""How alike two work items are: whether they are one, reworded, or two that share words.

Words count by how rare they are among the items of the spec. What was only added, or only left
out, leaves an item what it was; where a word stands in the place of another, it may be another
item, and where both of these are names, it is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import log

from bot.work.alignment import Alignment, align
from bot.work.vocabulary import NEGATIONS, TURNS
from bot.work.words import Words


class Grade(IntEnum):
    """What two texts are to each other; ``NEAR`` is one item if its place says so too."""

    OTHER = 0
    MAYBE = 1
    NEAR = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """The grade, how much the two share, and whether all words of either are in the other."""

    grade: Grade
    share: float
    old_within: bool = False
    new_within: bool = False


# The weight that two texts have in common, as a share of that of either.
_HALF = 0.5
_ONE_WORD, _LITTLE = 0.15, 0.2  # where one text is all in the other, and stands where it stood
_KEPT = {2: 0.5, 3: 0.4, 4: 0.25}  # the same, wherever it stands, by the number of common words
_MUCH, _MOST = 0.45, 0.65  # where words were lost here, and others gained there
_APART, _REPLACED, _PART_RENAMED, _RENAMED = 0.4, 0.6, 0.7, 0.8  # less is another item
_SEVERAL = 3  # words
_FEW = 4  # words: of two texts that have to be alike, if none are the same; of names put in
_ENDINGS = frozenset({"", "s", "es"})  # that leave a word what it is
NONE = Likeness(Grade.OTHER, 0.0)


def weigh(texts: Sequence[Words]) -> dict[str, float]:
    """Give each word of the spec's items, old and new, the weight that its rarity gives it."""
    seen = Counter(stem for words in texts for stem in set(words.stems))
    return {stem: log(1 + len(texts) / count) for stem, count in seen.items()}


def likeness(old: Words, new: Words, weights: Mapping[str, float]) -> Likeness:
    """Compare the words of two items."""
    strange = set(old.stems).isdisjoint(new.stems)
    if not old.stems or not new.stems or (strange and len(old.stems) + len(new.stems) > _FEW):
        return NONE
    found = align(old, new)
    left, right = _sum(found.lost, weights), _sum(found.gained, weights)
    whole_old, whole_new = _sum(old.stems, weights), _sum(new.stems, weights)
    share = min((whole_old - left) / whole_old, (whole_new - right) / whole_new)
    dice = 1 - (left + right) / (whole_old + whole_new)
    grade = _grade(old, new, found, share)
    if grade > Grade.MAYBE and _is_turned(old, new, found):
        grade = Grade.MAYBE
    if found.slips or strange:
        grade = min(grade, Grade.MAYBE if found.misnames or share < _HALF else Grade.NEAR)
    return Likeness(grade, dice, not found.lost, not found.gained)


def _sum(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in stems)


def _grade(old: Words, new: Words, found: Alignment, share: float) -> Grade:
    if not found.lost and not found.gained:
        return Grade.MAYBE if _is_by_stem_alone(old, new) else Grade.SAME
    if not found.pairs:
        return Grade.OTHER
    if found.lost and found.gained:
        return _exchanged(old, new, found, share)
    if _is_noted(old, new, found) or _is_noted(new, old, found):
        return Grade.SAME if len(found.pairs) > 1 else Grade.NEAR
    odd = set(found.lost + found.gained)
    if odd <= old.names | new.names:
        is_little = not found.lost and len(found.gained) <= _FEW
        return Grade.MAYBE if share >= (_LITTLE if is_little else _HALF) else Grade.OTHER
    if len(found.pairs) == 1:
        return Grade.NEAR if share >= _ONE_WORD else Grade.OTHER
    if share >= _KEPT[min(len(found.pairs), 4)]:
        return Grade.SAME
    return Grade.NEAR if share >= _LITTLE else Grade.MAYBE


def _is_by_stem_alone(old: Words, new: Words) -> bool:
    """Tell whether texts of one word have but its stem in common: "Requirements", "Require it"."""
    if len(old.raw) != 1 or old.stems != new.stems:
        return False
    short, long = sorted((old.raw[0], new.raw[0]), key=len)
    return not long.startswith(short) or long[len(short) :] not in _ENDINGS


def _is_noted(bare: Words, noted: Words, found: Alignment) -> bool:
    """Tell whether one text is the other with a note behind it, its words standing as they did."""
    size = len(bare.stems)
    return size in noted.bare and found.pairs == tuple(zip(range(size), range(size), strict=True))


def _exchanged(old: Words, new: Words, found: Alignment, share: float) -> Grade:
    """Grade what has lost words and gained others."""
    lost, gained = old.names.intersection(found.lost), new.names.intersection(found.gained)
    floor, grade = _APART, Grade.MAYBE
    if lost and gained:
        floor = _RENAMED
    elif found.replaces:
        floor = _PART_RENAMED if lost or gained else _REPLACED
    elif len(found.pairs) >= _SEVERAL and share >= _MUCH:
        grade = Grade.SAME if share >= _MOST else Grade.NEAR
    return grade if share >= floor else Grade.OTHER


def _is_turned(old: Words, new: Words, found: Alignment) -> bool:
    """Tell whether the same words may say another thing: "from A to B" and "from B to A"."""
    odd = set(found.lost + found.gained)
    if odd and (odd <= TURNS or (len(odd) <= _SEVERAL and not odd.isdisjoint(NEGATIONS))):
        return True
    here, there = {one for one, _ in found.pairs}, {other for _, other in found.pairs}
    if _turns_what_stayed(old, here) or _turns_what_stayed(new, there):
        return True
    common = set(old.stems).intersection(new.stems)
    before, after = _ways(old, common), _ways(new, common)
    return any(after.get(way, stem) != stem for way, stem in before.items())


def _turns_what_stayed(words: Words, paired: Collection[int]) -> bool:
    """Tell whether a word that came or went turns what both say: “without adding an attribute”."""
    return any(
        stem in TURNS and at not in paired and at + 1 in paired
        for at, stem in enumerate(words.stems)
    )


def _ways(words: Words, common: set[str]) -> dict[str, str]:
    """Give what follows those words of direction that stand there once."""
    once = Counter(way for way, _ in words.ways)
    return {way: stem for way, stem in words.ways if once[way] == 1 and stem in common}
