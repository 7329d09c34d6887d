"""The tasks of a spec that was deleted because another one has taken them all in.

Their numbers tell it where they are merged already. Before that it is their words: where every task
that the deleted spec still had stands once, word for word, in one other spec and nowhere else, its
issues go there. One task alone ("Write tests") says nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.model.stage import Stage
from bot.model.work import Kept, Rank
from bot.work.agree import is_dropped
from bot.work.exact import folded
from bot.work.family import Family
from bot.work.lapses import lapse
from bot.work.last_seen import told
from bot.work.memory import fingerprint
from bot.work.scene import Scene

_FEWEST = 2  # tasks that have to stand there


def merged(families: Sequence[Family], scene: Scene) -> tuple[Family, ...]:
    """Let the issues of deleted specs go where their tasks are."""
    deleted = [each for each in families if _is_deleted(each, {*scene.bare, *scene.unread})]
    if not deleted:
        return tuple(families)
    by_key = {each.key: each for each in families}
    homes = _homes(families, scene.stage)
    wanted = Counter(folded(kept.memory.text) for each in deleted for kept in _tasks(each))
    for each in deleted:
        moving = tuple(_tasks(each))
        texts = [folded(kept.memory.text) for kept in moving]
        keys = {homes.get(text, "") for text in texts}
        if len(keys) != 1 or any(wanted[text] > 1 for text in texts):
            continue
        if (home := by_key.get(keys.pop())) and _is_known(each, home):
            left = tuple(kept for kept in each.kept if kept not in moving)
            by_key[each.key] = replace(each, kept=left)
            by_key[home.key] = replace(home, kept=(*home.kept, *moving))
    return tuple(by_key.values())


def _is_deleted(family: Family, standing: Collection[str]) -> bool:
    roots = [each for each in family.kept if each.memory.rank is Rank.SPEC]
    return (
        family.checklist is None
        and not family.may_be
        and any(root.issue.is_open and root.memory.path not in standing for root in roots)
    )


def _tasks(family: Family) -> Iterator[Kept]:
    """Give the issues of what the spec still had when it was last read, and nobody has given up."""
    for each in family.kept:
        if each.memory.rank is Rank.TASK and not each.memory.gone and not is_dropped(each.issue):
            yield each


def _homes(families: Sequence[Family], stage: Stage) -> dict[str, str]:
    """Give the families of the tasks that stand once in all specs, and are to get an issue."""
    found: dict[str, list[str]] = defaultdict(list)
    for family in families:
        has = {folded(kept.memory.text) for kept in _tasks(family)}
        is_due = family.checklist is not None and not lapse(family.checklist, stage)
        for task in told(family.checklist.tasks) if family.checklist else ():
            is_bare = is_due and not task.numbers and folded(task.text) not in has
            found[folded(task.text)].append(family.key if is_bare else "")
    return {text: keys[0] for text, keys in found.items() if len(keys) == 1}


def _is_known(family: Family, home: Family) -> bool:
    """Tell whether enough tasks went there, counting those that a run has taken over before."""
    words = {fingerprint(task.text) for task in home.checklist.tasks} if home.checklist else ()
    parts = (part for kept in family.kept for part in kept.memory.parts)
    return sum(known in words for _, known in parts) >= _FEWEST
