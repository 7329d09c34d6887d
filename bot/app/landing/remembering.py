"""What the lists in a spec's issues show of its boxes, and which of them people have changed there.

What hangs on such a box follows at once, and not when the write-back is merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.app.landing.bodies import parted
from bot.model.work import Rank, Step, Task
from bot.work.boxes import Shared, bared
from bot.work.entries import Entry
from bot.work.recall import Page, Recalled, Wanted, recall
from bot.work.survey import Grown


@dataclass(frozen=True, slots=True)
class Remembered:
    """The boxes of one spec that stand in lists, by their lines in it.

    ``ticks`` are those that the document has to follow, with what they are to be.
    """

    boxes: Mapping[int, Recalled] = field(default_factory=dict)
    ticks: Mapping[int, bool] = field(default_factory=dict)

    def is_left(self, entry: Entry, number: int) -> bool:
        """Tell whether a list holds something of a task that the document has not taken over."""
        lines = (entry.task.line, *(step.line for step in entry.task.steps))
        found = (self.boxes[line] for line in lines if line in self.ticks)
        return any(each.number == number for each in found)


def remember(grown: Sequence[Grown], waiting: frozenset[str]) -> dict[str, Remembered]:
    """Read the lists of all specs that have some, by the paths of these."""
    return {
        each.family.checklist.path: _remembered(each, waiting)
        for each in grown
        if each.family.checklist and any(kept.listed for kept in each.family.kept)
    }


def shared_in(box: Task | Step, recalled: Recalled | None, waiting: frozenset[str]) -> Shared:
    """Hold a box of the spec against what stands of it."""
    if recalled is None:
        return Shared(box.done, box.done, box.done)
    return Shared(
        box.done,
        recalled.box.done,
        box.done if recalled.known is None else recalled.known,
        recalled.box.name if recalled.place in waiting else "",
    )


def _remembered(grown: Grown, waiting: frozenset[str]) -> Remembered:
    pages = [
        Page(
            kept.issue.number, parted(kept.issue, kept.memory.key).text, kept.memory.steps,
            kept.memory.phase,
        )
        for kept in grown.family.kept if kept.listed and not kept.memory.gone
    ]  # fmt: skip
    tasks = [entry.task for entry in grown.entries.tasks if entry.is_alone]
    homes = {node.phase: node.number or 0 for node in grown.nodes if node.rank is Rank.PHASE}
    above = grown.root.number if grown.root else 0
    wanted = [
        replace(
            wanted_of(task), phase=task.phase, home=homes.get(task.phase, above or 0),
            steps=tuple(map(wanted_of, task.steps)),
        )
        for task in tasks
    ]  # fmt: skip
    boxes = recall(wanted, pages, waiting)
    return Remembered(boxes, dict(_ticks(tasks, boxes, waiting)))


def wanted_of(box: Task | Step) -> Wanted:
    """Say by which words a box of the spec is looked for."""
    return Wanted(box.line, bared(box.text), box.done)


def _ticks(
    tasks: Sequence[Task], boxes: Mapping[int, Recalled], waiting: frozenset[str]
) -> Iterator[tuple[int, bool]]:
    every: list[Task | Step] = []
    for task in tasks:
        every += (task, *task.steps)
    for box in every:
        done = shared_in(box, boxes.get(box.line), waiting).agreed.done
        if done is not box.done:
            yield box.line, done
