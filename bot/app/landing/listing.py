"""Which tasks an issue lists in its text, and which of the boxes there are those of the spec.

A task with an issue of its own is a sub-issue, which GitHub shows by itself. What has none is a box
in the issue of its phase, or in the tracking issue.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.app.landing.remembering import Remembered
from bot.model.sheet import Row
from bot.model.stage import Stage
from bot.model.work import Rank, Step, Task
from bot.work.boxes import Box, bared
from bot.work.cut import whole_words
from bot.work.entries import Entry
from bot.work.node import Node
from bot.work.survey import Grown

SUB_ISSUES, DEPENDENCIES = "sub-issues", "dependencies"
_NOTHING = Remembered()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is made in: the numbers of all issues by key, and what cannot be told GitHub.

    ``ours`` are those that the Steward keeps, also where nothing is wished for them now. ``flat``
    are the ways that were refused; what they would have said is said in words then. ``lists`` are
    the boxes that stand in lists, by the paths of specs, and ``stages`` where the specs of a
    repository are by their ids, with or without issues.
    """

    numbers: Mapping[str, int]
    ours: Collection[int] = ()
    flat: Collection[str] = ()
    by_item: bool = True
    lists: Mapping[str, Remembered] = field(default_factory=dict)
    stages: Mapping[str, Stage | None] = field(default_factory=dict)

    def remembered(self, grown: Grown) -> Remembered:
        """Give what stands in the lists of a spec."""
        spec = grown.family.checklist
        return self.lists.get(spec.path, _NOTHING) if spec else _NOTHING


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: its ``box`` is one of the spec, or it tells of an issue."""

    row: Row
    phase: str
    box: Task | Step | None = None


def listed_in(node: Node, grown: Grown, setting: Setting) -> tuple[Line, ...]:
    """Give the lines of what a phase, a part of it, or a whole spec lists in its issue."""
    ticks = setting.remembered(grown).ticks
    entries = _entries(node, grown, setting)
    return tuple(line for entry in entries for line in _lines(entry, ticks))


def boxes_of(node: Node, grown: Grown, setting: Setting) -> tuple[Line, ...]:
    """Give the boxes in the text of an issue: those of its list, or those within its task."""
    if node.entry is None:
        return listed_in(node, grown, setting)
    ticks, phase = setting.remembered(grown).ticks, node.entry.task.phase
    return tuple(_step(each, phase, ticks) for each in node.entry.task.steps)


def boxes_left(node: Node, grown: Grown, setting: Setting) -> tuple[Line, ...]:
    """Give the boxes that a text may still have which somebody has made their own."""
    if node.entry:
        return boxes_of(node, grown, setting)
    ticks = setting.remembered(grown).ticks
    alone = (entry for entry in grown.entries.tasks if entry.is_alone)
    return tuple(line for entry in alone for line in _lines(entry, ticks))


def placed(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Line | None]:
    """Say which line each box of a text is, whatever the page makes of their order."""
    left = defaultdict[str, list[Line]](list)
    for line in lines:
        left[bared(line.box.text) if line.box else ""].append(line)
    found: list[Line | None] = []
    whole = whole_words(boxes, left)
    for box in boxes:
        key = box.bare if box.bare in left else whole.get(box.bare, box.bare)
        some = left.get(key, []) if not box.tells else []
        own = some.pop(0) if some else None
        found.append(own if own and own.box else None)
    return found


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
    """Give the tasks that an issue lists, in the order of the document, phase by phase.

    What was ticked in it stays until it is in the spec, or in the issue that it has gone to.
    """
    mine = {id(each) for each in _inside(node, grown, setting)}
    lists = setting.remembered(grown)
    every = [each for inside in by_phase(grown.entries.tasks).values() for each in inside]
    return [
        each for each in every
        if id(each) in mine or (each.is_alone and node.number and lists.is_left(each, node.number))
    ]  # fmt: skip


def _inside(node: Node, grown: Grown, setting: Setting) -> Sequence[Entry]:
    """Give those of which it is the issue to list them: a task without an issue stands once."""
    is_flat = SUB_ISSUES in setting.flat
    if setting.by_item and not is_flat:
        return ()
    apart = phases_apart(grown) if node.rank is Rank.SPEC else {}
    lists_all = setting.by_item and is_flat
    return [
        entry for entry in node.entries
        if (entry.task.phase not in apart or (lists_all and not entry.is_alone))
        and (is_flat or entry.kept is None)
    ]  # fmt: skip


def _lines(entry: Entry, ticks: Mapping[int, bool]) -> Iterator[Line]:
    task, row = entry.task, row_of(entry)
    yield Line(row, task.phase, task if entry.is_alone else None)
    if entry.is_alone:
        yield from (_step(each, task.phase, ticks) for each in task.steps)


def _step(step: Step, phase: str, ticks: Mapping[int, bool]) -> Line:
    done = ticks.get(step.line, step.done)
    return Line(Row(step.text, None, done, depth=step.depth, is_shared=True), phase, step)
