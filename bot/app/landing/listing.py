"""Which tasks an issue lists in its text, and which of the boxes there are those of the spec.

A task with an issue of its own is a sub-issue, which GitHub shows by itself. What has none is a box
in the issue of its phase, or in the tracking issue.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.model.sheet import Row
from bot.model.work import Rank, Step, Task
from bot.work.boxes import Shared
from bot.work.entries import Entry
from bot.work.node import Node
from bot.work.survey import Grown

SUB_ISSUES, DEPENDENCIES = "sub-issues", "dependencies"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is made in: the numbers of all issues by key, and what cannot be told GitHub.

    ``flat`` are the ways that were refused; what they would have said is said in words then. With
    ``sees_all``, what an issue has listed before is listed once more, whatever gets an issue of its
    own now: so it is seen what was ticked there.
    """

    numbers: Mapping[str, int]
    flat: Collection[str] = ()
    by_item: bool = True
    sees_all: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: its ``box`` is one of the spec, and ``shared``, or it tells of an issue."""

    row: Row
    phase: str
    box: Task | Step | None = None
    shared: Shared | None = None


def listed_in(node: Node, grown: Grown, setting: Setting) -> tuple[Line, ...]:
    """Give the lines of what a phase, a part of it, or a whole spec lists in its issue."""
    return tuple(line for entry in _entries(node, grown, setting) for line in _lines(entry))


def boxes_of(node: Node, grown: Grown, setting: Setting) -> tuple[Line, ...]:
    """Give the boxes in the text of an issue: those of its list, or those within its task."""
    if node.entry is None:
        return listed_in(node, grown, setting)
    phase = node.entry.task.phase
    return tuple(_step(each, phase) for each in node.entry.task.steps)


def by_phase(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Sort tasks by their phases, which come as they do in the document."""
    found = defaultdict[str, list[Entry]](list)
    for entry in entries:
        found[entry.task.phase].append(entry)
    return found


def phases_apart(grown: Grown) -> dict[str, Node]:
    """Give the phases that have an issue of their own."""
    return {node.phase: node for node in grown.nodes if node.rank is Rank.PHASE}


def row_of(entry: Entry) -> Row:
    """Give the line of a task."""
    return Row(
        entry.task.text, entry.number, entry.agreed.done, entry.is_dropped,
        is_shared=entry.is_alone,
    )  # fmt: skip


def _entries(node: Node, grown: Grown, setting: Setting) -> list[Entry]:
    """Give the tasks that an issue lists.

    Where each task has an issue, a box that was ticked when it had none stays until the spec has
    taken that over.
    """
    had = bool(node.kept and node.kept.memory.steps)
    inside = _inside(node, grown, setting, had=had)
    if SUB_ISSUES in setting.flat:
        return list(inside)
    if not setting.by_item:
        return [each for each in inside if each.kept is None]
    return [
        each for each in inside
        if had and each.is_alone and (setting.sees_all or each.agreed.done is not each.task.done)
    ]  # fmt: skip


def _inside(node: Node, grown: Grown, setting: Setting, *, had: bool) -> Sequence[Entry]:
    """Give the tasks of which an issue is the one to list them.

    A phase takes over from the tracking issue once its own issue is there.
    """
    if node.rank is not Rank.SPEC:
        return node.entries
    phases = {} if setting.by_item or (had and setting.sees_all) else phases_apart(grown)
    apart = {title for title, each in phases.items() if each.number or not had}
    found = by_phase(node.entries)
    return [entry for title, inside in found.items() if title not in apart for entry in inside]


def _lines(entry: Entry) -> Iterator[Line]:
    task, row = entry.task, row_of(entry)
    if not entry.is_alone:
        yield Line(row, task.phase)
        return
    yield Line(row, task.phase, task, Shared(task.done, entry.agreed.done))
    yield from (_step(each, task.phase) for each in task.steps)


def _step(step: Step, phase: str) -> Line:
    row = Row(step.text, None, step.done, depth=step.depth, is_shared=True)
    return Line(row, phase, step, Shared(step.done, step.done))
