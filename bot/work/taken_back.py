"""Issues that went to another spec, and whose tasks are back where they stood before.

The tracking issue of that spec remembers which they were, and in what words, however long it was
deleted; each issue remembers the words that it had last. What the other spec has still, stays
there.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.work.adoption import at_home
from bot.work.exact import folded
from bot.work.family import Family, moved
from bot.work.lapses import is_closed
from bot.work.last_seen import told
from bot.work.memory import fingerprint


def taken_back(families: Sequence[Family]) -> tuple[Family, ...]:
    """Let issues go along with tasks that have gone back."""
    last = {
        each.issue.number: folded(each.memory.text) for family in families for each in family.kept
    }
    missed = {number: family.key for family in families for number in _missed(family, last)}
    goes: dict[int, str] = {}
    for family in families:
        if wanted := [n for kept in family.kept if (n := kept.issue.number) in missed]:
            still = _still_at(family)
            goes |= {number: missed[number] for number in wanted if number not in still}
    return moved(families, goes)


def _missed(family: Family, last: Mapping[int, str]) -> Iterator[int]:
    """Give the issues that a spec had, and whose tasks stand there in words that they had."""
    tasks = family.checklist.tasks if family.checklist and not is_closed(family) else ()
    words = {fingerprint(task.text) for task in tasks} | {folded(each.text) for each in told(tasks)}
    own = {each.issue.number for each in family.kept}
    for each in family.kept:
        for number, said in each.memory.parts:
            if number not in own and not words.isdisjoint((said, last.get(number, said))):
                yield number


def _still_at(family: Family) -> frozenset[int]:
    """Give what stays; a spec that is closed in its turn keeps what was done, and no more."""
    if is_closed(family):
        return frozenset(each.issue.number for each in family.kept if not each.issue.is_open)
    return at_home(family, told(family.checklist.tasks)) if family.checklist else frozenset()
