"""Boxes that were work stay it, wherever in their spec they stand now.

A heading is retouched more easily than a plan is given up: ``Implementation plan`` is called
``How we get there``, or a line goes to ``Leftovers``. Nobody means to drop by that what has an
issue. Under a heading that says so (``Out of scope``, ``Acceptance criteria``) it is dropped.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.model.work import Checklist, Kept, Rank, Task
from bot.work.boxes import bared
from bot.work.exact import folded
from bot.work.held import Held
from bot.work.identity import match
from bot.work.last_seen import held_of, told


@dataclass(slots=True)
class _Free:
    """What stands for a spec, and none of its work: issues by number, words with how often."""

    texts: dict[int, str]
    words: Counter[str]
    listed: Counter[str]

    def takes(self, task: Task) -> bool:
        """Tell whether a box is one of these; then no other is."""
        text = folded(task.text)
        own = next((n for n in task.numbers if self._is_own(n, task)), None)
        if own is not None or (not task.numbers and self.words[text] > 0):
            self.words[self.texts[own] if own is not None else text] -= 1
            return True
        is_listed = not task.numbers and self.listed[bared(task.text)] > 0
        self.listed[bared(task.text)] -= is_listed
        return is_listed

    def held(self, kept: Sequence[Kept]) -> list[Held]:
        """Give those that are still free and were not taken out."""
        live = [each for each in kept if each.issue.number in self.texts and not each.memory.gone]
        return [held_of(k) for k in live if self.words[self.texts[k.issue.number]] > 0]

    def _is_own(self, number: int, task: Task) -> bool:
        text = self.texts.get(number, "")
        return self.words[text] > 0 and _is_like(text, task)


def _is_like(text: str, task: Task) -> bool:
    """Tell whether a box that names an issue says what that does, or something like it."""
    held = Held(1, text, "")
    return any(match([replace(task, numbers=())], [held]).numbers)


def stayed(checklists: Sequence[Checklist], kept: Sequence[Kept]) -> tuple[Checklist, ...]:
    """Count spare boxes as work that have an issue of their spec's: by number, or by words.

    Below a heading that has such, what was reworded is work as well; where it has mostly such, all
    of it is: the plan is called so now.
    """
    if not any(each.spare for each in checklists):
        return tuple(checklists)
    keys = {k.memory.path: k.memory.family for k in kept if k.memory.rank is Rank.SPEC}
    family_of = {each.issue.number: each.memory.family for each in kept}
    own = defaultdict[str, list[Kept]](list)
    for each in kept:
        own[each.memory.family].append(each)
    return tuple(
        _with(each, own.get(keys.get(each.path) or _named_in(each, family_of), ()))
        for each in checklists
    )


def _named_in(spec: Checklist, family_of: Mapping[int, str]) -> str:
    """Give the family that most numbers of a spec's spare boxes are of: it may have moved."""
    found = Counter(family_of[n] for task in spec.spare for n in task.numbers if n in family_of)
    return found.most_common(1)[0][0] if found else ""


def _with(spec: Checklist, kept: Sequence[Kept]) -> Checklist:
    if not kept or not spec.spare:
        return spec
    free = _free(spec, kept)
    stay = {task.line for task in sorted(told(spec.spare), key=_bare) if free.takes(task)}
    below = defaultdict[str, list[Task]](list)
    for task in told(spec.spare):
        below[task.phase].append(task)
    for tasks in below.values():
        if not stay.isdisjoint(task.line for task in tasks):
            stay |= _beside(tasks, stay, free.held(kept))
    known = {k.memory.text if k.memory.rank is Rank.PHASE else k.memory.phase for k in kept}
    return spec.with_spare(stay, known)


def _beside(tasks: Sequence[Task], stay: set[int], held: Sequence[Held]) -> set[int]:
    """Give what else below a heading is work: what was reworded, and all where most of it is."""
    rest = [task for task in tasks if task.line not in stay]
    found = match(rest, held).numbers
    stay = stay | {task.line for task, number in zip(rest, found, strict=True) if number}
    is_open = {task.line for task in tasks if not task.done}
    return stay | {task.line for task in tasks} if 2 * len(is_open & stay) > len(is_open) else stay


def _free(spec: Checklist, kept: Sequence[Kept]) -> _Free:
    """Find them; work that was done when its line went is over."""
    named = {number for task in spec.tasks for number in task.numbers}
    bare = [task for task in told(spec.tasks) if not task.numbers]
    tasks = [k for k in kept if k.memory.rank is Rank.TASK and k.issue.number not in named]
    live = [k for k in tasks if not (k.memory.gone and k.memory.done)]
    words = Counter(folded(each.memory.text) for each in live)
    words.subtract(folded(task.text) for task in bare)
    listed = Counter(text for each in kept for text in each.listed)
    listed.subtract(bared(task.text) for task in bare)
    return _Free({k.issue.number: folded(k.memory.text) for k in live}, words, listed)


def _bare(task: Task) -> bool:
    """Let those with a number come first."""
    return not task.numbers
