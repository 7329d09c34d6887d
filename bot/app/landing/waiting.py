"""Which boxes wait for the write-back: they differ from their issues, and nobody has moved them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from bot.app.landing.bodies import parted
from bot.model.pull import PullStage
from bot.model.sync import SyncState
from bot.model.waits import Waits
from bot.model.work import Checklist, Kept, Rank, Step, Task
from bot.plan.sync_marker import digest_of, waits_of
from bot.work.boxes import bared, boxes_in, known_in
from bot.work.memory import TOLD
from bot.work.stayed import stayed

Said = defaultdict[tuple[str, str], set[bool]]


def waiting_in(sync: SyncState, kept: Collection[Kept], checklists: Sequence[Checklist]) -> Waits:
    """Say which boxes the write-back is about to change, as its pull request remembers.

    One that was closed waits as well: nobody has moved those boxes since. Where somebody has taken
    the memory out of it, its commit has it, too. It may be older than what was taken out only where
    the branch is left alone, and names then what has followed since: that is told from what waits
    in the same run, which puts the memory back. Where no commit says it either, whatever differs
    counts as waiting, so what people do in a document in that very time may be missed; not to know
    what waits would undo what they have done to issues, and tell all who follow these.
    """
    own = sync.own
    if own is None or own.state is PullStage.MERGED:
        return {}
    for said in (own.body, sync.message):
        if digest_of(said) is not None:
            return waits_of(said)
    return dict(_differing(kept, _said(stayed(checklists, tuple(kept)))))


def _said(checklists: Sequence[Checklist]) -> Said:
    """Give what the boxes of each spec say, by their words."""
    said = Said(set)
    for each in checklists:
        for task in each.tasks:
            said[each.path, task.text[:TOLD]].add(task.done)
            boxes: tuple[Task | Step, ...] = (task, *task.steps)
            for box in boxes:
                said[each.path, bared(box.text)].add(box.done)
    return said


def _differing(kept: Collection[Kept], said: Said) -> Iterator[tuple[str, bool]]:
    for each in kept:
        number, memory = each.issue.number, each.memory
        if memory.rank is Rank.TASK and said[memory.path, memory.text] == {not memory.done}:
            yield str(number), memory.done
        boxes = boxes_in(parted(each.issue, memory.key).text) if memory.steps else ()
        for box, bit in zip(boxes, known_in(boxes, memory.steps), strict=True):
            if bit is not None and said[memory.path, box.bare] == {not bit}:
                yield f"{number}.{box.name}", bit
