"""The tasks of a spec that was deleted, or closed, because another one has taken them all in.

Their numbers tell it where they are merged already. Before that it is their words: where every task
that the deleted spec still had stands once, word for word, in one other spec and nowhere else, its
issues go there. One task alone ("Write tests") says nothing. Of a closed spec, which keeps its
lines, it is every task that is open still; since what is left last is what all specs have, no other
may have had one of them before.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.model.stage import Stage
from bot.model.work import Kept, Rank
from bot.work.agree import is_dropped
from bot.work.exact import folded
from bot.work.family import Family
from bot.work.lapses import is_closed, lapse
from bot.work.last_seen import told
from bot.work.memory import fingerprint
from bot.work.scene import Scene

_FEWEST = 2  # tasks that have to stand there

Lines = Mapping[str, Sequence[tuple[str, bool]]]


def merged(families: Sequence[Family], scene: Scene) -> tuple[Family, ...]:
    """Let the issues of deleted and of closed specs go where their tasks are."""
    over = [each for each in families if _is_over(each, {*scene.bare, *scene.unread})]
    if not over:
        return tuple(families)
    by_key = {each.key: each for each in families}
    lines = _lines(families, scene.stage)
    wanted = Counter(_text(kept) for each in over for kept in _leaving(each))
    known = Counter(_text(kept) for each in families for kept in _of_tasks(each))
    for each in over:
        moving = tuple(_leaving(each))
        texts, had = [_text(kept) for kept in moving], known if is_closed(each) else wanted
        keys = {_home(lines.get(text, ()), each) for text in texts}
        if len(keys) != 1 or any(had[text] > 1 or wanted[text] > 1 for text in texts):
            continue
        if (home := by_key.get(keys.pop())) and _is_known(each, home, moving):
            left = tuple(kept for kept in each.kept if kept not in moving)
            by_key[each.key] = replace(each, kept=left)
            by_key[home.key] = replace(home, kept=(*home.kept, *moving))
    return tuple(by_key.values())


def _is_over(family: Family, standing: Collection[str]) -> bool:
    """Tell whether its spec is deleted or closed, and nobody has closed its tracking issue."""
    roots = [each for each in family.kept if each.memory.rank is Rank.SPEC and each.issue.is_open]
    if family.checklist is not None:
        return is_closed(family) and bool(roots)
    return not family.may_be and any(root.memory.path not in standing for root in roots)


def _text(kept: Kept) -> str:
    return folded(kept.memory.text)


def _of_tasks(family: Family) -> Iterator[Kept]:
    yield from (each for each in family.kept if each.memory.rank is Rank.TASK)


def _tasks(family: Family) -> Iterator[Kept]:
    """Give the issues of what the spec still had when it was last read, and nobody has given up."""
    for each in _of_tasks(family):
        if not each.memory.gone and not is_dropped(each.issue):
            yield each


def _leaving(family: Family) -> Iterator[Kept]:
    """Give what is to go elsewhere, all or nothing; what is done stays with a spec that stands."""
    for each in _tasks(family):
        if each.issue.is_open or not is_closed(family):
            yield each


def _lines(families: Sequence[Family], stage: Stage) -> Lines:
    """Give the families where tasks stand, each with whether the task is to get an issue there."""
    found = defaultdict[str, list[tuple[str, bool]]](list)
    for family in families:
        has = {_text(kept) for kept in _tasks(family)}
        is_due = family.checklist is not None and not lapse(family.checklist, stage)
        if is_closed(family) and not any(kept.issue.is_open for kept in _tasks(family)):
            continue  # nobody is to work on what it still says
        for task in told(family.checklist.tasks) if family.checklist else ():
            is_bare = is_due and not task.numbers and folded(task.text) not in has
            found[folded(task.text)].append((family.key, is_bare))
    return found


def _home(lines: Sequence[tuple[str, bool]], family: Family) -> str:
    """Give the one other family where a task stands, and has no issue yet."""
    others = [(key, is_bare) for key, is_bare in lines if key != family.key]
    return others[0][0] if len(others) == 1 and others[0][1] else ""


def _is_known(family: Family, home: Family, moving: Collection[Kept]) -> bool:
    """Tell whether enough tasks went there, counting those that a run has taken over before."""
    words = {fingerprint(task.text) for task in home.checklist.tasks} if home.checklist else ()
    parts = [part for kept in family.kept for part in kept.memory.parts]
    if is_closed(family):  # what was done stands in both, and is no evidence
        went = {kept.issue.number for kept in (*moving, *home.kept)}
        parts = [part for part in parts if part[0] in went]
    return sum(known in words for _, known in parts) >= _FEWEST
