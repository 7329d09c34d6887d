"""A repository drawn by chance, before a push and after it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tests.tools.paper_house import House
from tests.tools.paper_moves import MOVES, copy, free
from tests.tools.papers import FIRST, Paper, Place
from tests.tools.real_checklists import Real, bare, edited, pool

_SHARED = ("Write unit tests", "Update the documentation", "Add metrics", "Announce the release")
_EDITED = 0.3  # of the specs whose files stay as they are


@dataclass(frozen=True, slots=True)
class Draw:
    """A repository before a push and after it; it ``is_linked`` where the write-back was merged.

    What is ``astray`` carries from the beginning a number that an issue gets later; what has
    ``named`` an item of another spec, the number of its issue.
    """

    before: list[Paper]
    after: list[Paper]
    is_linked: bool
    astray: Mapping[Place, int] = field(default_factory=dict)
    named: Mapping[Place, Place] = field(default_factory=dict)


def draw(reals: tuple[list[Real], list[Real]], chance: random.Random) -> Draw:
    """Draw a repository, and what somebody does to it."""
    near, count = chance.choice(reals), chance.randint(2, 5)
    own = {real.title: real for real in chance.sample(near, min(2 * count, len(near)))}
    chosen = list(own.values())[:count]
    shared = _SHARED if chance.random() < 0.3 else ()
    ids = chance.choice(("none", "file", "inside"))
    house = House(ids, _others(near, chosen), shared, chance)
    before = _repository(chosen, house)
    after = _moved(before, house)
    edited_papers = [_edited(paper, house) for paper in after]
    return Draw(
        before,
        edited_papers,
        chance.random() < 0.5,
        _astray(before, chance),
        _named(before, chance),
    )


def _astray(papers: Sequence[Paper], chance: random.Random) -> dict[Place, int]:
    places = [(spec, at) for spec, paper in enumerate(papers) for at in range(len(paper.entries))]
    count = chance.choice((0, 0, 1, 3))
    return {place: FIRST + chance.randrange(len(places)) for place in chance.sample(places, count)}


def _named(papers: Sequence[Paper], chance: random.Random) -> dict[Place, Place]:
    """Let items of one spec name those of another; in some draws, all items that it has."""
    spec, other = chance.sample(range(len(papers)), 2)
    places = [(spec, at) for at in range(len(papers[spec].entries))]
    count = min(len(places), chance.choice((0, 0, 1, 2, len(places))))
    goals = range(len(papers[other].entries))
    return {place: (other, chance.choice(goals)) for place in chance.sample(places, count)}


def _moved(papers: list[Paper], house: House) -> list[Paper]:
    """Do something to files, or two things; never such that one would overwrite another."""
    moves = house.chance.choices(MOVES, k=house.chance.choice((1, 1, 2)))
    after = papers
    for move in sorted(moves, key=lambda move: move is copy):  # else nobody can tell which is which
        after = move(after, house) if len(after) > 1 else after
    is_clear = len({paper.path for paper in after}) == len(after)
    return after if is_clear else _moved(papers, house)


def _others(reals: Sequence[Real], chosen: Sequence[Real]) -> list[Real]:
    """Leave out the documents that some were chosen of, and other versions of these."""
    titles = {real.title for real in chosen}
    known = {bare(entry.text) for real in chosen for entry in real.entries}
    return [
        real for real in reals
        if real.title not in titles and known.isdisjoint(bare(e.text) for e in real.entries)
    ]  # fmt: skip


def _repository(reals: Sequence[Real], house: House) -> list[Paper]:
    chance = house.chance
    found = list[Paper]()
    for at, real in enumerate(reals):
        places = enumerate(house.tasks(real))
        entries = [replace(entry, origins=frozenset({place})) for place, entry in places]
        number = free(found) if found else 1
        path = f"docs/specs/{house.named(number, real.title)}"
        spec_id = f"SPEC-{number}" if house.ids == "inside" else ""
        paper = Paper(path, spec_id, real.title, "spec", tuple(entries), at)
        found.append(house.put(paper, path, "stays"))
    if chance.random() < 0.2:
        found[-1] = replace(found[-1], template="guide", spec_id=found[0].spec_id)
    return found


def _edited(paper: Paper, house: House) -> Paper:
    chance = house.chance
    count = chance.randint(0, 3)
    if paper.fate == "stays" and chance.random() > _EDITED:
        return paper
    others = pool(house.others, chance.randrange(len(house.others)), chance)
    return replace(paper, entries=tuple(edited(paper.entries, others, count, chance)))
