"""Every spec's checklist with the issues that go with it, wherever its file has moved."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from bot.model.stage import Stage
from bot.model.work import Checklist, Kept, Rank, Task
from bot.work.adoption import adopted
from bot.work.body import is_alerted
from bot.work.boxes import bared
from bot.work.exact import folded
from bot.work.family import Family, above_tasks, dangling_of, of_tasks, without
from bot.work.held import Held
from bot.work.homes import Home, Kin, settle
from bot.work.keys import family_key
from bot.work.last_seen import held_of, told
from bot.work.memory import TOLD
from bot.work.references import (
    pairs_in,
    remembered,
    without_references,
    words_by_mark,
)


def families_of(
    checklists: Sequence[Checklist],
    kept: Sequence[Kept],
    apart: Collection[str] = (),
    stage: Stage = Stage.APPROVED,
) -> tuple[Family, ...]:
    """Put together what belongs together: the specs in their order, then what is left of others.

    The keys that stand ``apart`` are given to none. A spec that has reached a ``stage`` may take
    over what a closed one leaves.
    """
    issues: dict[str, list[Kept]] = defaultdict(list)
    for each in sorted(kept, key=lambda one: one.issue.number):
        issues[each.memory.family].append(each)
    dangling, named = dangling_of(kept), frozenset(remembered(kept))
    words = words_by_mark([task for spec in checklists for task in spec.tasks]) if named else {}
    listed = {bared(task.text): task.text for spec in checklists for task in spec.tasks}
    kin = [_kin(key, own, dangling, words, listed) for key, own in issues.items()]
    known = {name for each in kin for name in (each.path, each.spec_id) if name}
    # one without work is of interest only where it had some
    specs = [s for s in checklists if s.tasks or not known.isdisjoint((s.path, s.spec_id))]
    above = above_tasks(kept)
    every = (without(dangling, of_tasks(each.tasks, above)) for each in specs)
    bare = [without_references(named, tasks) for tasks in every]
    homes = settle([_home(spec, tasks) for spec, tasks in zip(specs, bare, strict=True)], kin)
    torn = {path for paths in homes.torn.values() for path in paths}
    taken = {*issues, *apart}
    found: list[Family] = []
    for spec in specs:
        key = homes.keys.get(spec.path)
        if spec.path in torn:
            continue  # nobody can tell whose it is
        if key is None:
            key = family_key(spec.path, spec.template, taken)
        heard = tuple(sorted(named.intersection(pairs_in(spec.tasks))))
        found.append(Family(key, spec, tuple(issues.pop(key, ())), heard=heard))
    left = (Family(key, None, tuple(own), homes.torn.get(key, ())) for key, own in issues.items())
    return adopted((*found, *left), stage)


def _listed_by(kept: Sequence[Kept]) -> tuple[str, ...]:
    """Give the words of the tasks that stand in lists only, each once."""
    return tuple(dict.fromkeys(words for each in kept for words in each.listed))


def _home(checklist: Checklist, tasks: Sequence[Task]) -> Home:
    numbers = (number for task in tasks for number in task.numbers)
    texts = (folded(task.text) for task in told(tasks))
    return Home(
        checklist.path, checklist.spec_id, checklist.template,
        frozenset(numbers), frozenset(texts), folded(checklist.title[:TOLD]), told(tasks),
    )  # fmt: skip


def _kin(
    key: str,
    kept: Sequence[Kept],
    dangling: Collection[int],
    words: Mapping[str, str],
    texts: Mapping[str, str],
) -> Kin:
    """Describe a family as it was last seen; its tracking issue knows best.

    Of tasks that name issues of others, it knows what tells the ``words``; of those that are
    listed, bare words, which may be those of ``texts``.
    """
    root = next((k for k in kept if k.memory.rank is Rank.SPEC), None)
    newest = (root or kept[-1]).memory
    tasks = [each for each in kept if each.memory.rank is Rank.TASK]
    standing = [each for each in tasks if not each.memory.gone] or tasks
    bare = enumerate(_listed_by(kept), start=1)
    listed = [Held(-at, texts.get(said, said), "") for at, said in bare]
    held = (*map(held_of, standing), *listed)
    others = (words.get(mark, mark) for _, mark in remembered(kept))
    return Kin(
        key, newest.path, newest.spec_id, newest.template,
        frozenset(each.issue.number for each in tasks).difference(dangling),
        frozenset((*(folded(each.text) for each in held), *others)),
        title=folded(root.memory.text) if root else "",
        held=held,
        named=frozenset(number for number, _ in remembered(kept)),
        is_over=root is not None and (not root.issue.is_open or is_alerted(root.issue.body)),
    )  # fmt: skip
