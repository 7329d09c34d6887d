"""Which phase is which issue: by its title, else by the tasks that went along with it."""

from collections import Counter
from collections.abc import Sequence

from bot.model.work import Kept, Phase
from bot.schema.fold import fold
from bot.work.entries import Entry


def match_phases(
    phases: Sequence[Phase], entries: Sequence[Entry], kept: Sequence[Kept]
) -> dict[str, Kept]:
    """Give the issue of each phase that has one, by the title that the phase has today."""
    left = {each.issue.number: each for each in sorted(kept, key=lambda k: k.issue.number)}
    found: dict[str, Kept] = {}
    for phase in phases:
        same = (each for each in left.values() if fold(each.memory.text) == fold(phase.title))
        if known := next(same, None):
            found[phase.title] = left.pop(known.issue.number)
    for title in (phase.title for phase in phases if phase.title not in found):
        went = Counter(e.kept.memory.phase for e in entries if e.task.phase == title and e.kept)
        total = sum(went.values())
        for each in list(left.values()):
            if each.memory.text in went and 2 * went[each.memory.text] > total:
                found[title] = left.pop(each.issue.number)
                break
    return found
