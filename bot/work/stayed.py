"""Boxes that were work stay it, wherever in their spec they stand now.

A heading is retouched more easily than a plan is given up: ``Implementation plan`` is called
``How we get there``, or a line goes to ``Leftovers``. Nobody means to drop by that what has an
issue. Under a heading that says so (``Out of scope``, ``Acceptance criteria``) it is dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.model.work import Checklist, Kept, Rank, Task
from bot.work.exact import folded
from bot.work.last_seen import told


def stayed(checklists: Sequence[Checklist], kept: Sequence[Kept]) -> tuple[Checklist, ...]:
    """Count spare boxes as work that have an issue of their spec's: by number, or by words."""
    if not any(each.spare for each in checklists):
        return tuple(checklists)
    keys = {k.memory.path: k.memory.family for k in kept if k.memory.rank is Rank.SPEC}
    own = defaultdict[str, list[Kept]](list)
    for each in kept:
        if each.memory.rank is Rank.TASK and not each.memory.gone:
            own[each.memory.family].append(each)
    return tuple(_with(each, own.get(keys.get(each.path, ""), ())) for each in checklists)


def _with(spec: Checklist, kept: Sequence[Kept]) -> Checklist:
    named = {number for task in spec.tasks for number in task.numbers}
    free = {each.issue.number: folded(each.memory.text) for each in kept}
    numbers = set(free).difference(named)
    words = Counter(text for number, text in free.items() if number in numbers)
    words.subtract(folded(task.text) for task in told(spec.tasks) if not task.numbers)
    stay: set[int] = set()
    for task in sorted(told(spec.spare), key=_bare):
        mine = next((number for number in task.numbers if number in numbers), None)
        text = free[mine] if mine is not None else folded(task.text)
        if mine is not None or (not task.numbers and words[text] > 0):
            stay.add(task.line)
            words[text] -= 1
    return spec.with_spare(stay)


def _bare(task: Task) -> bool:
    """Let those with a number come first."""
    return not task.numbers
