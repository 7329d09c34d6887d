"""A spec's tasks → the issues that are to stand for them, and how these hang together.

The tracking issue is the root; a phase hangs below it, and a task below its phase, as far down as
the configuration wants. What stands already stays, also where it has wanted less since then. GitHub
takes a hundred parts of an issue: longer lists are parted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model.issue import Reason
from bot.model.stage import Stage
from bot.model.work import Checklist, Rank
from bot.work.agree import Agreed, is_done
from bot.work.entries import Entry
from bot.work.groups import group_of, words_of
from bot.work.node import Node
from bot.work.order import waits_for
from bot.work.phase_matching import match_phases
from bot.work.planting import Planting, agreed_of, is_open

MOST_PARTS = 100


def plant(work: Planting) -> tuple[Node, ...]:
    """Give the issues in the order in which they are to be opened; none where none is due."""
    by_item = work.granularity == "item"
    stands = [entry for entry in work.entries.tasks if _stands(entry)]
    tasks = [_task(work, entry) for entry in stands if by_item or entry.kept]
    phases = {node.phase: node for node in _phases(work)}
    root = _root(work)
    due = [*stands, *(entry for entry in work.entries.tasks if entry.other)]
    if not root.kept and all(entry.is_settled for entry in due):
        return ()
    nodes: list[Node] = [root]
    for title in _titles(work.checklist):
        above = phases.get(title, root)
        nodes.extend([replace(above, above=root.key)] if title in phases else [])
        nodes.extend(_hung(work, [each for each in tasks if each.phase == title], above))
    return (*nodes, *_gone(work, nodes))


def _titles(checklist: Checklist) -> Iterator[str]:
    """Give the phases as they come in the document; what stands in none is empty."""
    yield from dict.fromkeys(task.phase for task in checklist.tasks)


def _stands(entry: Entry) -> bool:
    return entry.kept is not None or entry.is_new


def _root(work: Planting) -> Node:
    kept = next(iter(work.of_rank(Rank.SPEC)), None)
    entries, spec = work.entries.tasks, work.checklist
    is_at_end = spec.stage is Stage.DONE or not spec.has_end
    agreed = agreed_of(kept, done=is_at_end and all(entry.is_settled for entry in entries))
    return Node(
        Rank.SPEC, work.family, spec.title, kept=kept, agreed=agreed,
        is_open=is_open(kept, agreed), entries=entries,
    )  # fmt: skip


def _phases(work: Planting) -> Iterator[Node]:
    phases = work.checklist.phases
    tasks = work.entries.tasks
    found = match_phases(phases, tasks, work.of_rank(Rank.PHASE))
    inside = {phase.title: _inside(tasks, phase.title) for phase in phases}
    wanted = {
        title for title, parts in inside.items()
        if work.granularity != "spec" and any(_stands(e) and not e.is_settled for e in parts)
    }  # fmt: skip
    keys = {
        at: work.key(Rank.PHASE, phase.title, found.get(phase.title))
        for at, phase in enumerate(phases)
        if phase.title in found or phase.title in wanted
    }
    waits = waits_for(phases)
    for at, key in keys.items():
        phase = phases[at]
        kept, parts = found.get(phase.title), inside[phase.title]
        agreed = agreed_of(kept, done=all(entry.is_settled for entry in parts))
        yield Node(
            Rank.PHASE, key, phase.title, phase.title, kept=kept, agreed=agreed,
            is_open=is_open(kept, agreed), entries=parts, about=phase,
            after=tuple(keys[n] for n in waits[at] if n in keys),
        )  # fmt: skip


def _inside(entries: Sequence[Entry], title: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.task.phase == title)


def _task(work: Planting, entry: Entry) -> Node:
    kept, task = entry.kept, entry.task
    about = next((each for each in work.checklist.phases if each.title == task.phase), None)
    return Node(
        Rank.TASK, work.key(Rank.TASK, task.text, kept), task.text, task.phase, kept=kept,
        agreed=entry.agreed, is_open=not entry.is_settled, entry=entry, about=about,
    )  # fmt: skip


def _hung(work: Planting, tasks: Sequence[Node], above: Node) -> Iterator[Node]:
    """Hang tasks below an issue, by parts where they are too many."""
    others = len(work.checklist.phases) if above.rank is Rank.SPEC else 0
    if len(tasks) + others <= MOST_PARTS:
        yield from (replace(task, above=above.key) for task in tasks)
        return
    parts = [tasks[at : at + MOST_PARTS] for at in range(0, len(tasks), MOST_PARTS)]
    for nth, part in enumerate(parts, start=1):
        words = words_of(above, nth, len(parts))
        kept = group_of(above, nth, work.of_rank(Rank.GROUP))
        entries = tuple(each.entry for each in part if each.entry)
        agreed = agreed_of(kept, done=all(entry.is_settled for entry in entries))
        key = work.key(Rank.GROUP, f"{above.phase} ({nth}", kept)
        yield Node(
            Rank.GROUP, key, words, above.phase, part=f"{nth} of {len(parts)}", kept=kept,
            agreed=agreed, is_open=is_open(kept, agreed), above=above.key, entries=entries,
            about=above.about,
        )  # fmt: skip
        yield from (replace(task, above=key) for task in part)


def _gone(work: Planting, nodes: Sequence[Node]) -> Iterator[Node]:
    """Give what the document has no longer: what was open is closed, and stays closed.

    Where somebody opens one again, it is theirs.
    """
    used = {node.number for node in nodes}
    gone = {kept.issue.number for kept in work.entries.gone}
    for kept in work.kept:
        memory, issue = kept.memory, kept.issue
        if issue.number in used or memory.rank is Rank.SPEC:
            continue
        if memory.rank is Rank.TASK and issue.number not in gone:
            continue  # nobody can tell what has become of it
        done = is_done(issue)
        known = done and (memory.rank is not Rank.TASK or work.had_tick(kept))
        yield Node(
            memory.rank, memory.key, memory.text, memory.phase, kept=kept, is_gone=True,
            agreed=Agreed(done, known), is_open=issue.is_open and memory.gone,
            reason=Reason.NOT_PLANNED,
        )  # fmt: skip
