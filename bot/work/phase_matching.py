"""Which phase is which issue: by its title, else by the tasks that went along with it."""

from collections import Counter
from collections.abc import Sequence

from bot.model.work import Kept, Phase
from bot.schema.fold import fold
from bot.work.entries import Entry
from bot.work.held import Held
from bot.work.identity import match
from bot.work.last_seen import told


def match_phases(
    phases: Sequence[Phase], entries: Sequence[Entry], kept: Sequence[Kept]
) -> dict[str, Kept]:
    """Give the issue of each phase that has one, by the title that the phase has today."""
    left = {each.issue.number: each for each in kept}
    found: dict[str, Kept] = {}
    for titled in (str, fold):
        for title in (phase.title for phase in phases if phase.title not in found):
            same = (e for e in left.values() if titled(e.memory.text) == titled(title))
            if known := next(same, None):
                found[title] = left.pop(known.issue.number)
    lost = [phase.title for phase in phases if phase.title not in found]
    origins = _origins(entries, list(left.values())) if lost and left else ()
    for title in lost:
        went = Counter(was for title_now, was in origins if title_now == title)
        total = sum(went.values())
        for each in list(left.values()):
            if 2 * went[each.memory.text] > total:
                found[title] = left.pop(each.issue.number)
                break
    return found


def _origins(entries: Sequence[Entry], kept: Sequence[Kept]) -> tuple[tuple[str, str], ...]:
    """Give the phases of tasks, each with that in which it was last seen.

    The issue of a task says which that was, or the list in which its words stood.
    """
    own = [(entry.task.phase, entry.kept.memory.phase) for entry in entries if entry.kept]
    listed = [(words, each.memory.text) for each in kept for words in each.listed]
    bare = [entry.task for entry in entries if entry.kept is None]
    held = [Held(at, words, was) for at, (words, was) in enumerate(listed, start=1)]
    numbers = match(told(bare), held).numbers
    pairs = zip(bare, numbers, strict=True)
    return (*own, *((task.phase, listed[number - 1][1]) for task, number in pairs if number))
