"""The specs of a repository on paper: what stands for them, and what they are to the Steward."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.model.issue import Issue
from bot.model.stage import Stage
from bot.model.work import Checklist, Kept, Memory, Rank, Task
from bot.work.memory import TOLD, fingerprint
from bot.work.node import Node
from bot.work.scene import Scene
from bot.work.survey import Grown, survey
from tests.tools.checklist_edits import Entry

Place = tuple[int, int]  # which of the specs of before, and which of its items
FIRST = 100  # the number of the first issue
_THEIRS = Issue(7, 1, "What others have opened", "", mine=False)


@dataclass(frozen=True, slots=True)
class Paper:
    """A spec with its checklist. ``spec`` is which of those of before it is, or is a copy of.

    It has none where it is new. ``fate`` is what was done to its file.
    """

    path: str
    spec_id: str
    title: str
    template: str
    entries: tuple[Entry, ...]
    spec: int | None = None
    is_copy: bool = False
    fate: str = "stays"


@dataclass(frozen=True, slots=True)
class Issued:
    """The issues that stand for specs, what item each is, and which spec a family.

    What is ``carried`` are the numbers of issues that are not those of the items.
    """

    kept: tuple[Kept, ...]
    places: Mapping[int, Place]
    families: Mapping[str, int]
    carried: Mapping[Place, int]


def issued(
    papers: Sequence[Paper], astray: Mapping[Place, int], named: Mapping[Place, Place]
) -> Issued:
    """Open the issues of specs, as a landing does; what carries a number already gets none.

    What has ``named`` an item of another spec carries the number of its issue as soon as that is
    there.
    """
    named = {place: of for place, of in named.items() if of not in astray}
    found = _opened(papers, {**dict.fromkeys(named, _THEIRS.number), **astray})
    numbers = {place: number for number, place in found.places.items()}
    carried = {place: numbers[of] for place, of in named.items()}
    return _remembering(papers, replace(found, carried={**carried, **astray}))


def _remembering(papers: Sequence[Paper], stands: Issued) -> Issued:
    """Let the tracking issues remember what is carried, as the next run does."""
    scene = Scene(tuple(checklist_of(paper, stands.carried) for paper in papers), stands.kept)
    grown = {each.family.key: each for each in survey(scene)}
    kept = tuple(
        replace(each, memory=replace(memory, dangling=own.dangling, named=own.named))
        if (memory := each.memory).rank is Rank.SPEC and (own := grown.get(memory.family))
        else each
        for each in stands.kept
    )
    return replace(stands, kept=kept)


def _opened(papers: Sequence[Paper], carried: Mapping[Place, int]) -> Issued:
    at = {paper.path: spec for spec, paper in enumerate(papers)}
    kept, places, families = list[Kept](), dict[int, Place](), dict[str, int]()
    found = tuple(checklist_of(paper, carried) for paper in papers)
    for grown in survey(Scene(found, others={_THEIRS.number: _THEIRS})):
        assert grown.family.checklist
        spec = at[grown.family.checklist.path]
        families[grown.family.key] = spec
        first = FIRST + len(kept)
        for number, node in enumerate(grown.nodes, start=first):
            kept.append(_kept(grown, node, number, first))
            if node.entry:
                places[number] = spec, node.entry.task.line - 1
    return Issued(tuple(kept), places, families, carried)


def checklist_of(paper: Paper, numbers: Mapping[Place, int]) -> Checklist:
    """Read a spec; its items carry the numbers of their issues where there are some.

    Of an item that was split the last part carries it, as it stood at the end of the line.
    """
    last = {entry.origins: entry.text for entry in paper.entries}
    tasks = []
    for line, entry in enumerate(paper.entries, start=1):
        is_its = paper.spec is not None and last[entry.origins] == entry.text
        own = [(paper.spec or 0, origin) for origin in sorted(entry.origins)] if is_its else []
        carried = tuple(number for place in own if (number := numbers.get(place)))
        tasks.append(Task(entry.text, line, done=False, phase=entry.phase, numbers=carried))
    return Checklist(
        paper.path, paper.spec_id, paper.title, paper.template, "Accepted", Stage.APPROVED,
        tasks=tuple(tasks),
    )  # fmt: skip


def _kept(grown: Grown, node: Node, number: int, first: int) -> Kept:
    spec = grown.family.checklist
    assert spec
    below = enumerate((each.words for each in grown.nodes), start=first)
    parts = tuple((n, fingerprint(words)) for n, words in below if n > first)
    memory = Memory(
        node.rank, node.key, grown.family.key, spec.path, spec.spec_id, spec.template,
        node.words[:TOLD], node.phase, parts=parts if node.rank is Rank.SPEC else (),
        dangling=grown.dangling if node.rank is Rank.SPEC else (),
    )  # fmt: skip
    return Kept(Issue(number * 7, number, node.words, "", mine=True), memory)
