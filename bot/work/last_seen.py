"""A task as its issue remembers it, and one of today cut to what an issue can remember."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.waits import Waits, said_before
from bot.model.work import Kept, Task
from bot.work.held import Held
from bot.work.memory import TOLD


def told(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Cut the texts of tasks as a marker does, which keeps so much of them, and no more."""
    return tuple(
        replace(task, text=task.text[:TOLD]) if len(task.text) > TOLD else task for task in tasks
    )


def held_of(kept: Kept) -> Held:
    """Give what its marker remembers of the task of an issue."""
    memory = kept.memory
    return Held(
        kept.issue.number,
        memory.text,
        memory.phase,
        is_gone=memory.gone,
        is_over=memory.gone and memory.done,
        is_done=memory.done,
    )


def last_seen(kept: Kept, waiting: Waits) -> Held:
    """Give an issue as the document last knew it."""
    held = held_of(kept)
    return replace(held, is_done=said_before(waiting, str(held.number), held.is_done))
