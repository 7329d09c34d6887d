"""What people do to a checklist, done by chance, with the truth of what became of each item."""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.tools.rewording import reworded

_AND = re.compile(r" and |; |, ")
_TOKEN = re.compile(r"[A-Za-z0-9_]+")
_UNSEEN = re.compile(r"\]\(|\]\[|<!--")
_MODAL = ("MUST", "SHOULD", "SHALL", "MAY", "NOT", "CAN")
_PHASE_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it stands, and the places of the items in the old checklist that it may be.

    Nothing, if it is new; two, where it was made of two. It ``was`` what the old checklist said.
    """

    text: str
    phase: str
    origins: frozenset[int] = frozenset()
    was: str = ""


List = list[Entry]
Edit = Callable[[List, Sequence[str], random.Random], List]


def reword(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Reword some items: mostly few of them, now and then a third."""
    most = max(1, len(entries) // 3)
    count = min(chance.choice((1, 1, 2, most)), len(entries))
    chosen = set(chance.sample(range(len(entries)), count))
    return [
        replace(entry, text=reworded(entry.text, chance)) if at in chosen else entry
        for at, entry in enumerate(entries)
    ]


def reorder(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Move an item, or turn the order about, or shuffle all."""
    way = chance.randrange(4)
    if way == 0:
        return entries[::-1]
    if way == 1:
        return chance.sample(entries, len(entries))
    moved = entries.copy()
    moved.insert(chance.randrange(len(entries)), moved.pop(chance.randrange(len(entries))))
    return moved


def rephase(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Put an item into another phase, at its end."""
    phases = list(dict.fromkeys(entry.phase for entry in entries))
    entry = entries[at := chance.randrange(len(entries))]
    phase = chance.choice(phases)
    rest = entries[:at] + entries[at + 1 :]
    last = max((i for i, other in enumerate(rest) if other.phase == phase), default=-1)
    return [*rest[: last + 1], replace(entry, phase=phase), *rest[last + 1 :]]


def rename_phase(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Give a phase another title."""
    old = chance.choice(entries).phase
    new = reworded(old, chance) if chance.random() < 0.6 else f"Milestone {chance.randrange(9)}"
    return [replace(e, phase=new) if e.phase == old else e for e in entries]


def renumber_phases(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Put a phase in front, so that all others get the next number; or number bare ones."""
    phases = list(dict.fromkeys(entry.phase for entry in entries))
    if chance.random() < 0.5:
        titles = [f"Phase {at}" for at in range(2, len(phases) + 2)]
    else:
        titles = [_PHASE_NUMBER.sub(lambda m: str(int(m[0][:9]) + 1), phase) for phase in phases]
    new = dict(zip(phases, titles, strict=True))
    return [replace(entry, phase=new[entry.phase]) for entry in entries]


def delete(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Delete one to three items; once in a while nearly all."""
    few = chance.choice((1, 1, 2, 3)) if chance.random() < 0.95 else len(entries) - 1
    gone = set(chance.sample(range(len(entries)), min(few, len(entries) - 1)))
    return [entry for at, entry in enumerate(entries) if at not in gone]


def insert(entries: List, others: Sequence[str], chance: random.Random) -> List:
    """Put in one to three real items of elsewhere."""
    grown = entries.copy()
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(grown) + 1)
        phase = grown[min(at, len(grown) - 1)].phase
        grown.insert(at, Entry(chance.choice(others), phase))
    return grown


def supplant(entries: List, others: Sequence[str], chance: random.Random) -> List:
    """Delete an item, and put another real one in its place."""
    at = chance.randrange(len(entries))
    return [*entries[:at], Entry(chance.choice(others), entries[at].phase), *entries[at + 1 :]]


def sibling(entries: List, others: Sequence[str], chance: random.Random) -> List:
    """Delete an item, and put in its place its like for something else: C instead of A."""
    once = Counter(origin for entry in entries for origin in entry.origins)
    whole = [
        at for at, entry in enumerate(entries)
        if entry.was and once[min(entry.origins)] == 1 and len(entry.text) < 1.5 * len(entry.was)
    ]  # fmt: skip
    at = chance.choice(whole or range(len(entries)))
    text, was = entries[at].text, set(_TOKEN.findall(entries[at].was))
    names = [m for m in _TOKEN.finditer(text) if _is_name(m[0]) and m[0] in was][1:]
    if not names or _UNSEEN.search(text) or not whole:
        return supplant(entries, others, chance)
    match = chance.choice(names)
    new = text[: match.start()] + _other(match[0], others, chance) + text[match.end() :]
    return [*entries[:at], Entry(new, entries[at].phase), *entries[at + 1 :]]


def _is_name(word: str) -> bool:
    return (len(word) >= 7 or not word.isalpha() or word.isupper()) and word not in _MODAL


def _other(word: str, others: Sequence[str], chance: random.Random) -> str:
    if word.isdigit():
        return str(int(word[:9]) + chance.randrange(1, 9))
    if len(word) == 1:
        return chance.choice("BCDEFGHXYZ".replace(word, ""))
    found = [
        w for text in chance.sample(others, min(30, len(others))) for w in _TOKEN.findall(text)
    ]
    alike = word[:4].casefold()
    found = [w for w in found if w[:2].isalpha() and w[2:] and _is_name(w)]
    found = [w for w in found if w[:4].casefold() != alike]
    return str(chance.choice(found or ["gateway"]))


def split(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Make two items of one; either is what it was."""
    fitting = [at for at, entry in enumerate(entries) if _AND.search(entry.text, 12)]
    if not fitting:
        return entries
    entry = entries[at := chance.choice(fitting)]
    cut = _AND.search(entry.text, 12)
    assert cut
    halves = entry.text[: cut.start()], entry.text[cut.end() :]
    parts = [replace(entry, text=half) for half in halves if half.strip()]
    return [*entries[:at], *parts, *entries[at + 1 :]]


def merge(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Make one item of two neighbours; it is either of them."""
    if len(entries) < 2:
        return entries
    at = chance.randrange(len(entries) - 1)
    one, two = entries[at : at + 2]
    text = f"{one.text.rstrip('.')} and {two.text[:1].lower()}{two.text[1:]}"
    return [*entries[:at], Entry(text, one.phase, one.origins | two.origins), *entries[at + 2 :]]


def duplicate(entries: List, _: Sequence[str], chance: random.Random) -> List:
    """Copy an item; either is what it was."""
    entry = chance.choice(entries)
    return [*entries[: (at := chance.randrange(len(entries)))], entry, *entries[at:]]


EDITS: tuple[Edit, ...] = (
    reword, reword, reword, reorder, rephase, rename_phase, renumber_phases, delete, insert,
    supplant, sibling, split, merge, duplicate,
)  # fmt: skip
