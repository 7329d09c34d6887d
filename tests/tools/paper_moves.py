"""What people do to the files of specs, done by chance, with the truth of which spec is which."""

from collections.abc import Callable
from dataclasses import replace

from tests.tools.paper_house import FOLDERS, House
from tests.tools.papers import Paper
from tests.tools.rewording import reworded

Papers = list[Paper]
Move = Callable[[Papers, House], Papers]


def rename(papers: Papers, house: House) -> Papers:
    """Rename one or some: folder, number, name, title, id, each or not."""
    chance = house.chance
    chosen = set(chance.sample(range(len(papers)), chance.choice((1, 1, 1, len(papers)))))
    return [_renamed(p, house, free(papers) + at) if at in chosen else p for at, p in
            enumerate(papers)]  # fmt: skip


def _renamed(paper: Paper, house: House, number: int) -> Paper:
    chance = house.chance
    folder, _, name = paper.path.rpartition("/")
    title, spec_id = paper.title, paper.spec_id
    if chance.random() < 0.4:
        title = _retitled(title, house)
    if chance.random() < 0.6:
        name = house.named(int(name[:3]), _retitled(title, house))
    if chance.random() < 0.5:
        name = f"{number:03}{name[3:]}"
    if chance.random() < 0.5 or f"{folder}/{name}" == paper.path:
        folder = chance.choice([each for each in FOLDERS if each != folder])
    if chance.random() < 0.3 and house.ids == "inside":
        spec_id = f"AGAIN-{number}"
    return house.put(replace(paper, title=title, spec_id=spec_id), f"{folder}/{name}", "renamed")


def _retitled(title: str, house: House) -> str:
    if house.chance.random() < 0.5:
        return reworded(title, house.chance)
    return house.chance.choice(house.others).title


def move_folder(papers: Papers, house: House) -> Papers:
    """Move all of them to another folder."""
    folder = house.chance.choice(FOLDERS[1:])
    new = [f"{folder}/{at}-{p.path.rpartition('/')[2]}" for at, p in enumerate(papers)]
    plain = [path.replace(f"/{at}-", "/", 1) for at, path in enumerate(new)]
    paths = plain if len(set(plain)) == len(papers) else new
    return [house.put(p, path, "moved") for p, path in zip(papers, paths, strict=True)]


def renumber(papers: Papers, house: House) -> Papers:
    """Put a new one in front, so that all others get the next number."""
    later = []
    for paper in papers:
        folder, _, name = paper.path.rpartition("/")
        path = f"{folder}/{int(name[:3]) + 1:03}{name[3:]}"
        later.append(house.put(paper, path, "renumbered"))
    return [house.new(1), *later]


def swap(papers: Papers, house: House) -> Papers:
    """Let two change places."""
    one, two = house.chance.sample(range(len(papers)), 2)
    new = papers.copy()
    new[one] = house.put(papers[one], papers[two].path, "swapped")
    new[two] = house.put(papers[two], papers[one].path, "swapped")
    return new


def supplant(papers: Papers, house: House) -> Papers:
    """Move one away, and another into its place."""
    one, two = house.chance.sample(range(len(papers)), 2)
    new = papers.copy()
    new[two] = _renamed(papers[two], house, free(papers))
    new[one] = house.put(papers[one], papers[two].path, "takes a place")
    return new


def delete(papers: Papers, house: House) -> Papers:
    """Delete one."""
    gone = house.chance.randrange(len(papers))
    return papers[:gone] + papers[gone + 1 :]


def replace_by(papers: Papers, house: House) -> Papers:
    """Delete one and add another, now and then under the same number."""
    gone = house.chance.randrange(len(papers))
    number = free(papers)
    if house.chance.random() < 0.3:
        number = int(papers[gone].path.rpartition("/")[2][:3])
    return [*papers[:gone], *papers[gone + 1 :], house.new(number)]


def copy(papers: Papers, house: House) -> Papers:
    """Start a follow-up as a copy, whose own title tells it; the first may move meanwhile."""
    left = [at for at, p in enumerate(papers) if p.fate == "stays" and p.spec is not None]
    if not left:
        return papers
    old = papers[at := house.chance.choice(left)]
    title = house.chance.choice(house.others).title
    number = free(papers)
    follow = replace(old, title=title, is_copy=True)
    if house.ids == "inside":
        follow = replace(follow, spec_id=f"NEXT-{number}")
    path = f"{old.path.rpartition('/')[0]}/{house.named(number, title)}"
    if house.chance.random() < 0.3:
        moved = replace(_renamed(old, house, number + 1), title=old.title, spec_id=old.spec_id)
        old = house.put(moved, moved.path, "moved, and copied")
    else:
        old = replace(old, fate="copied")
    return [*papers[:at], old, *papers[at + 1 :], house.put(follow, path, "a copy")]


def free(papers: Papers) -> int:
    """Give a number that no file has."""
    return 1 + max(int(paper.path.rpartition("/")[2][:3]) for paper in papers)


MOVES: tuple[Move, ...] = (
    rename, rename, rename, move_folder, renumber, swap, supplant, delete, replace_by, copy,
)  # fmt: skip
