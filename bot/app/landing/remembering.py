"""What the lists in a spec's issues show of its boxes, and which of them people have changed there.

What hangs on such a box follows at once, and not when the write-back is merged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.app.landing.bodies import parted
from bot.model.waits import Waits
from bot.model.work import Kept, Rank, Step, Task
from bot.work.boxes import bared
from bot.work.entries import Entry
from bot.work.listed import Page, Recalled, Wanted
from bot.work.recall import recall
from bot.work.sharing import Shared
from bot.work.survey import Grown
from bot.work.unwritten import returned


@dataclass(frozen=True, slots=True)
class Remembered:
    """The boxes of one spec that stand in lists, by their lines in it.

    ``ticks`` are those that the document has to follow, with what they are to be. ``left`` are the
    names of boxes that each issue remembers, by its number.
    """

    boxes: Mapping[int, Recalled] = field(default_factory=dict)
    ticks: Mapping[int, bool] = field(default_factory=dict)
    left: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def is_left(self, entry: Entry, number: int) -> bool:
        """Tell whether a list holds something of a task that the document has not taken over."""
        lines = (entry.task.line, *(step.line for step in entry.task.steps))
        found = (self.boxes[line] for line in lines if line in self.ticks)
        return any(each.number == number for each in found)


def remember(grown: Sequence[Grown], waiting: Waits) -> dict[str, Remembered]:
    """Read the lists of all specs that have some, by the paths of these."""
    return {
        each.family.checklist.path: _remembered(each, waiting)
        for each in grown
        if each.family.checklist and any(k.listed or k.memory.left for k in each.family.kept)
    }


def shared_in(box: Task | Step, recalled: Recalled | None, waiting: Waits) -> Shared:
    """Hold a box of the spec against what stands of it."""
    if recalled is None:
        return Shared(box.done, box.done, box.done)
    return Shared(
        box.done,
        recalled.box.done,
        box.done if recalled.known is None else recalled.known,
        recalled.box.name if recalled.place in waiting else "",
    )


def _remembered(grown: Grown, waiting: Waits) -> Remembered:
    gone = {node.number for node in grown.nodes if node.is_gone}
    lists = [each for each in grown.family.kept if each.memory.rank is not Rank.TASK]
    pages = [_page(each, is_dropped=each.issue.number in gone) for each in lists]
    listing = {each.issue.number for each in lists if each.listed}
    tasks = [entry.task for entry in grown.entries.tasks if entry.is_alone]
    homes = {
        node.phase: node.number or 0
        for node in grown.nodes if node.rank is Rank.PHASE and not node.is_gone
    }  # fmt: skip
    above = (grown.root.number if grown.root else None) or 0
    wanted = [
        replace(
            wanted_of(task), phase=task.phase, home=homes.get(task.phase, above),
            steps=tuple(map(wanted_of, task.steps)),
        )
        for task in tasks
    ]  # fmt: skip
    standing = [page for page in pages if page.number in listing and not page.is_gone]
    found = returned(wanted, pages, recall(wanted, standing, waiting), waiting, above)
    return Remembered(found.boxes, dict(_ticks(tasks, found.boxes, waiting)), found.left)


def _page(kept: Kept, *, is_dropped: bool) -> Page:
    """Give the text of a list; that of what ``is_dropped`` from the document stays as it is."""
    memory, standing = kept.memory, parted(kept.issue, kept.memory.key)
    is_theirs = memory.body not in {"", standing.mark} and not is_dropped
    return Page(
        kept.issue.number, standing.text, memory.steps, memory.phase, memory.left,
        is_gone=memory.gone, is_theirs=is_theirs,
    )  # fmt: skip


def wanted_of(box: Task | Step) -> Wanted:
    """Say by which words a box of the spec is looked for."""
    return Wanted(box.line, bared(box.text), box.done)


def _ticks(
    tasks: Sequence[Task], boxes: Mapping[int, Recalled], waiting: Waits
) -> Iterator[tuple[int, bool]]:
    every: list[Task | Step] = []
    for task in tasks:
        every += (task, *task.steps)
    for box in every:
        done = shared_in(box, boxes.get(box.line), waiting).agreed.done
        if done is not box.done:
            yield box.line, done
