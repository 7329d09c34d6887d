"""What the documents are to say: the issues of their items, and which of them are done.

Lines are spliced, and nothing else of a file changes. Each edit is read back before it counts:
where a document would not say then what it is meant to, it is left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.app.court import Court
from bot.app.landing.ground import Ground, spec_of
from bot.app.landing.wishing import Told
from bot.edit.boxes import boxed, linked
from bot.edit.splice import Edit, apply_edits
from bot.markdown.decode import decode
from bot.model.sheet import Written
from bot.model.waits import Waits
from bot.model.work import Checklist, Task
from bot.work.checklist import read_checklist
from bot.work.survey import Grown

MOST_WAITING = 1_500
"""boxes that one write-back changes: it names them all in its text, which has an end"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What becomes of one line: the issue that it is to name, and its box, which ``waits`` so.

    That follows the issue, or a box ``within`` its text.
    """

    line: int
    text: str
    number: int
    names: bool = False
    box: bool | None = None
    waits: str = ""
    within: bool = False


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A file as it is to be, and what that changes."""

    path: str
    data: bytes
    written: Written
    waits: Waits


def rewrites(
    ground: Ground, grown: Sequence[Grown], told: Mapping[str, Sequence[Told]]
) -> Iterator[Rewrite]:
    """Give the files that are to change, in the order of their paths."""
    room = MOST_WAITING
    for each in sorted(grown, key=_path):
        spec = each.family.checklist
        if spec is None or each.lapsed:
            continue
        marks = [
            *_of_tasks(each),
            *_of_boxes(told.get(each.family.key, ())),
        ]
        if found := _rewritten(ground, spec, list(_few(marks, room))):
            room -= len(found.waits)
            yield found


def _few(marks: Sequence[Mark], room: int) -> Iterator[Mark]:
    """Leave out the boxes for which there is no room: the next write-back has them."""
    for mark in marks:
        if not mark.waits or room > 0:
            yield mark
        room -= mark.waits != ""


def _path(grown: Grown) -> str:
    return grown.family.checklist.path if grown.family.checklist else ""


def _of_tasks(grown: Grown) -> Iterator[Mark]:
    for entry in grown.entries.tasks:
        number = entry.number
        if number is None:
            continue
        line, text, box = entry.task.line, entry.task.text, entry.agreed.box
        if entry.kept is not None and not entry.task.numbers:
            yield Mark(line, text, number, names=True)
        if box is not None:
            yield Mark(line, text, number, box=box, waits=str(number) if entry.kept else "")


def _of_boxes(told: Sequence[Told]) -> Iterator[Mark]:
    """Give the boxes that were ticked within an issue: an item's own, or the items it lists."""
    for each in told:
        for box in each.moved:
            number = each.wish.number or 0  # what does not stand yet has no boxes that moved
            yield Mark(box.line, box.text, number, box=box.done, waits=box.place, within=True)


def _rewritten(ground: Ground, spec: Checklist, marks: Sequence[Mark]) -> Rewrite | None:
    """Make the marks that the document takes: all at once, or else by halves."""
    if not marks:
        return None
    data = ground.texts[spec.path]
    good: list[Mark] = []
    ahead = [list(marks)]
    while ahead:
        some = ahead.pop()
        if _is_said(ground.court, spec, _applied(data, [*good, *some]), [*good, *some]):
            good += some
        elif len(some) > 1:
            half = len(some) // 2
            ahead += [some[half:], some[:half]]
    if not good:
        return None
    good.sort(key=lambda mark: mark.line)
    linked, ticked, unticked = (
        tuple((m.line, m.text, m.number) for m in good if is_meant(m))
        for is_meant in (lambda m: m.names, lambda m: m.box is True, lambda m: m.box is False)
    )
    within = frozenset(mark.line for mark in good if mark.within)
    written = Written(spec.path, linked, ticked, unticked, within)
    waits = {mark.waits: mark.box for mark in good if mark.waits and mark.box is not None}
    return Rewrite(spec.path, _applied(data, good), written, waits)


def _applied(data: bytes, marks: Sequence[Mark]) -> bytes:
    lines, new = decode(data, len(data)), dict[int, str]()
    for mark in marks:
        line = new.get(mark.line, lines[mark.line - 1])
        if mark.box is not None:
            line = boxed(line, done=mark.box) or line
        new[mark.line] = linked(line, mark.number) if mark.names else line
    return apply_edits(data, [Edit(n, (line,), "", replaces=True) for n, line in new.items()])


def _is_said(court: Court, spec: Checklist, data: bytes, marks: Sequence[Mark]) -> bool:
    """Read a document back: it has to say all that was meant, and nothing else may have changed."""
    found = spec_of(court, spec.path, data)
    if found is None:
        return False
    names = {mark.line: mark.number for mark in marks if mark.names}
    boxes = {mark.line: mark.box for mark in marks if mark.box is not None}
    stay, known = {task.line for task in spec.tasks}, {phase.title for phase in spec.phases}
    again = read_checklist(found, spec.word, spec.stage).with_spare(stay, known)
    return [_plainly(task) for task in again.tasks] == [
        _plainly(task, names, boxes) for task in spec.tasks
    ]


def _plainly(
    task: Task, names: Mapping[int, int] = {}, boxes: Mapping[int, bool] = {}
) -> tuple[object, ...]:
    """Say what a task is, with what is meant to become of it."""
    numbers = (*task.numbers, names[task.line]) if task.line in names else task.numbers
    steps = [(each.line, each.text, boxes.get(each.line, each.done)) for each in task.steps]
    done = boxes.get(task.line, task.done)
    return task.line, task.text, task.phase, numbers, done, steps
