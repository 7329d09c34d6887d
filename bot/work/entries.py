"""Each task of a spec with what stands for it: an issue of ours, somebody else's, or none yet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.model.issue import Issue
from bot.model.sheet import Doubt
from bot.model.waits import Waits
from bot.model.work import Kept, Task
from bot.work.agree import Agreed, agree, is_done, is_dropped
from bot.work.dangling import Dangling
from bot.work.identity import match
from bot.work.last_seen import last_seen, told
from bot.work.memory import fingerprint


@dataclass(frozen=True, slots=True)
class Entry:
    """One task. It ``is_new`` where an issue is to be opened for it.

    ``kept`` is the issue that the Steward keeps for it, ``other`` one that it names and that is
    none of the spec's: that one is looked at, and left alone. ``lost`` is the number of an issue
    that it had, and that is nowhere any more.
    """

    task: Task
    agreed: Agreed
    kept: Kept | None = None
    other: Issue | None = None
    lost: int = 0
    is_doubtful: bool = False
    is_dropped: bool = False

    @property
    def number(self) -> int | None:
        """Give the issue that its line is to name."""
        issue = self.kept.issue if self.kept else self.other
        return issue.number if issue else None

    @property
    def is_new(self) -> bool:
        """Tell whether it wants an issue: what was done before the Steward came does not."""
        has_one = self.kept or self.other or self.lost or self.is_doubtful
        # a number that nobody knows may be a pull request's: whoever has written it knows why
        return not has_one and not self.task.numbers and not self.agreed.done

    @property
    def is_alone(self) -> bool:
        """Tell whether no issue stands for it: its box is all there is of it."""
        return self.kept is None and self.other is None

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is left to be done for it."""
        return self.agreed.done or self.is_dropped


@dataclass(frozen=True, slots=True)
class Entries:
    """All tasks of a spec, the issues whose tasks are gone, and what nobody can tell."""

    tasks: tuple[Entry, ...] = ()
    gone: tuple[Kept, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the spec: issues by number that are not its own, and what it has lost.

    ``others`` are issues that tasks name, ``lost`` those that were seen below the tracking issue
    and are nowhere, with the fingerprints of their words; ``waiting`` the issues whose boxes the
    write-back is about to change, ``leaving`` those that it is to hold no longer. ``ticks`` are the
    boxes, by their lines, that people have changed in an issue that lists them, ``dangling`` the
    numbers that are no evidence by themselves.
    """

    others: Mapping[int, Issue]
    lost: Mapping[int, str]
    waiting: Waits = field(default_factory=dict)
    leaving: Collection[str] = ()
    ticks: Mapping[int, bool] = field(default_factory=dict)
    dangling: Dangling = field(default_factory=dict)


def entries_of(tasks: Sequence[Task], kept: Sequence[Kept], around: Around) -> Entries:
    """Find for each task what stands for it, and say how both stand together."""
    by_number = {each.issue.number: each for each in kept}
    held = [last_seen(each, around.waiting) for each in kept]
    found = match(told(tasks), held, around.dangling)
    doubtful = {index for doubt in found.doubts for index in doubt.tasks}
    unsure = {n for doubt in found.doubts if not doubt.is_clear for n in doubt.numbers}
    entries = tuple(
        _ticked(
            _entry(task, by_number.get(number or 0), around, is_doubtful=index in doubtful), around
        )
        for index, (task, number) in enumerate(zip(tasks, found.numbers, strict=True))
    )
    taken = {entry.kept.issue.number for entry in entries if entry.kept} | unsure
    return Entries(
        entries,
        tuple(each for each in kept if each.issue.number not in taken),
        tuple(
            _doubt(tasks[index], doubt.numbers) for doubt in found.doubts for index in doubt.tasks
        ),
    )


def _doubt(task: Task, numbers: Sequence[int]) -> Doubt:
    carried = tuple(number for number in numbers if number in task.numbers)
    return Doubt(task.text, task.line, carried or tuple(numbers), is_taken=bool(carried))


def _ticked(entry: Entry, around: Around) -> Entry:
    tick = around.ticks.get(entry.task.line)
    return entry if tick is None else replace(entry, agreed=replace(entry.agreed, done=tick))


def _entry(task: Task, kept: Kept | None, around: Around, *, is_doubtful: bool) -> Entry:
    if kept:
        closed = is_done(kept.issue)
        before = kept.memory.done and not kept.memory.gone
        name = str(kept.issue.number)
        agreed = agree(
            before=before, box=task.done, closed=closed,
            is_waiting=name in around.waiting, is_held=name not in around.leaving,
        )  # fmt: skip
        # what was closed since its task was gone is open again with its task
        is_back = kept.memory.gone and not closed
        return Entry(
            task, agreed, kept, is_dropped=is_dropped(kept.issue) and not is_back and not task.done
        )
    alone = Agreed(task.done, task.done)
    had = _lost(task, around.lost)
    other = next((around.others[n] for n in (*task.numbers, had) if n in around.others), None)
    if other:
        done = task.done or is_done(other)
        agreed = Agreed(done, done, True if done and not task.done else None)
        return Entry(task, agreed, other=other, is_dropped=is_dropped(other) and not done)
    return Entry(task, alone, lost=0 if is_doubtful else had, is_doubtful=is_doubtful)


def _lost(task: Task, lost: Mapping[int, str]) -> int:
    if task.numbers:
        return next((number for number in task.numbers if number in lost), 0)
    words = fingerprint(task.text)
    return next((number for number, known in lost.items() if known == words), 0)
