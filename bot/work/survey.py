"""All specs with work, and all issues of theirs → which issues are to stand, and what is left open.

It is made from the whole state, never from what has changed: a run that was lost is made good by
the next.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.model.issue import Issue
from bot.model.sheet import Lapse
from bot.model.stage import Stage
from bot.model.work import Rank
from bot.work.dangling import dangling_in
from bot.work.entries import Around, Entries, entries_of
from bot.work.families import families_of
from bot.work.family import Family, above_tasks, of_tasks
from bot.work.lapses import NONE, lapse, lost_spec
from bot.work.merged import merged
from bot.work.node import Node
from bot.work.order import leads_to
from bot.work.planting import Planting
from bot.work.references import references_in
from bot.work.scene import Scene
from bot.work.taken_back import taken_back
from bot.work.tree import plant
from bot.work.wiped import restored


@dataclass(frozen=True, slots=True)
class Grown:
    """What is to stand for one spec. Nothing new does where it has ``lapsed``, which says why."""

    family: Family
    nodes: tuple[Node, ...] = ()
    entries: Entries = field(default_factory=Entries)
    lapsed: Lapse = NONE
    requires: tuple[tuple[str, str], ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    dangling: tuple[tuple[int, str], ...] = ()
    named: tuple[tuple[int, str], ...] = ()

    @property
    def root(self) -> Node | None:
        """Give the tracking issue."""
        return next((node for node in self.nodes if node.rank is Rank.SPEC), None)


def survey(scene: Scene) -> tuple[Grown, ...]:
    """Say for each spec what is to stand for it; a spec without work and without issues is none."""
    found = families_of(scene.checklists, scene.seen, scene.apart, scene.stage)
    families = merged(taken_back(found), scene)
    taken = {each.memory.key for each in scene.kept} | {family.key for family in families}
    known = _Known(
        {**scene.others, **{each.issue.number: each.issue for each in scene.kept}},
        frozenset(each.issue.number for each in scene.kept),
        above_tasks(scene.kept),
    )
    grown = [_grown(family, scene, known, taken) for family in families]
    return tuple(_tied([each for each in grown if each.nodes or each.lapsed], scene.apart_ids))


@dataclass(frozen=True, slots=True)
class _Known:
    """All issues by number; those that are ours, and of these what is above tasks."""

    issues: Mapping[int, Issue]
    ours: frozenset[int]
    above: frozenset[int]


def _grown(family: Family, scene: Scene, known: _Known, taken: set[str]) -> Grown:
    spec = family.checklist
    why = lapse(spec, scene.stage) if spec else lost_spec(family, scene.bare, scene.unread)
    if spec is None or why:
        # a guide goes by its spec, which may be what nobody can read
        is_unclear = spec and spec.spec_id in scene.apart_ids
        return Grown(family, lapsed=why if family.kept and not is_unclear else NONE)
    family = replace(family, kept=(*family.kept, *restored(family, spec, scene.others, taken)))
    # a task may have been copied from another spec, with the number of its issue there
    own, dangling = {each.issue.number for each in family.kept}, family.dangling
    gone = _lost(family, known.ours)
    told = {number for task in spec.tasks for number in task.numbers}.union(gone)
    mine = known.ours & {*own, *dangling}
    others = {n: known.issues[n] for n in told.difference(mine) if n in known.issues}
    ticks = scene.ticks.get(spec.path, {})
    around = Around(others, gone, scene.waiting, scene.leaving, ticks, family.hearsay)
    tasks = of_tasks(spec.tasks, known.above, dangling)
    entries = entries_of(tasks, family.as_they_stood(), around)
    if spec.stage is Stage.DONE and not family.kept:
        return Grown(family)  # it was done before the Steward came
    nodes = plant(
        Planting(
            family.key, spec, entries, family.kept, scene.granularity, taken, scene.waiting
        )
    )  # fmt: skip
    lost = tuple((each.task.text, each.lost) for each in entries.tasks if each.lost)
    numbers = [each.kept.issue.number if each.kept else None for each in entries.tasks]
    dangles = dangling_in(tasks, numbers, dangling, {*own, *others, *gone})
    named = references_in(tasks, numbers, {*others, *family.named}, scene.kept)
    return Grown(family, nodes, entries, lost=lost, dangling=dangles, named=named)


def _lost(family: Family, here: Collection[int]) -> dict[int, str]:
    """Give what was seen below the tracking issue and is none of ours any more.

    It was deleted, or moved elsewhere, or somebody has wiped out what it was told by.
    """
    roots = (each.memory for each in family.kept if each.memory.rank is Rank.SPEC)
    return {n: words for memory in roots for n, words in memory.parts if n not in here}


def _tied(grown: Sequence[Grown], known: Mapping[str, str]) -> Iterator[Grown]:
    """Let the tracking issue of a spec wait for those of the specs that it requires.

    Never such that they form a ring. The keys of those that nobody can read now are ``known``.
    """
    by_id = {**known} | {
        spec.spec_id: each.family.key
        for each in reversed(grown)
        if (spec := each.family.checklist) and spec.spec_id and each.root
    }
    edges: dict[str, list[str]] = {}
    for each in grown:
        spec, own = each.family.checklist, each.family.key
        if spec is None or each.root is None:
            yield each
            continue
        pairs = tuple((wanted, by_id.get(wanted, "")) for wanted in spec.requires)
        for _, key in pairs:
            if key and not leads_to(edges, key, own):
                edges.setdefault(own, []).append(key)
        root = replace(each.root, after=tuple(edges.get(own, ())))
        yield replace(each, nodes=(root, *each.nodes[1:]), requires=pairs)
