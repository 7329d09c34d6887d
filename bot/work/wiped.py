"""Issues of a spec whose text somebody has wiped out, and with it the line they are known by.

A task's is let go: it is somebody's own from then on. But what holds others together would be made
a second time, and is told by what hangs below it, or by what the tracking issue remembers.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from bot.model.issue import Issue
from bot.model.work import Checklist, Kept, Memory, Rank
from bot.work.family import Family
from bot.work.keys import part_key
from bot.work.memory import fingerprint


def restored(
    family: Family, spec: Checklist, others: Mapping[int, Issue], taken: Container[str]
) -> Iterator[Kept]:
    """Give the tracking issue and those of phases, as if they had been remembered."""
    ours = {number: issue for number, issue in others.items() if issue.mine}
    roots = [each.memory for each in family.kept if each.memory.rank is Rank.SPEC]
    if not roots and (root := _root(family, spec, ours)):
        memory = Memory(Rank.SPEC, family.key, family.key, spec.path, text=spec.title)
        yield Kept(root, memory)
    titles = {fingerprint(phase.title): phase.title for phase in spec.phases}
    for number, words in (part for memory in roots for part in memory.parts):
        if number in ours and words in titles:
            title = titles.pop(words)
            key = part_key(family.key, Rank.PHASE, title, taken)
            memory = Memory(Rank.PHASE, key, family.key, spec.path, text=title)
            yield Kept(ours[number], memory)


def _root(family: Family, spec: Checklist, ours: Mapping[int, Issue]) -> Issue | None:
    """Find what most phases hang below, or most tasks of a spec without phases."""
    rank = Rank.PHASE if spec.phases else Rank.TASK
    above = Counter(each.issue.parent for each in family.kept if each.memory.rank is rank)
    return next((ours[at] for at, _ in above.most_common() if at and at in ours), None)
