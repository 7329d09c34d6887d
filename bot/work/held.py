"""The issues of a spec as they were last seen, and what was found of them in its text of today."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Held:
    """An issue of the spec as it was last seen, in the order in which its tasks stood.

    It ``is_done`` as far as both sides had agreed on that. It ``is_gone`` where the document had
    lost its task, and ``is_over`` where its work was done by then or somebody has closed it: what
    is over is found by its number alone.
    """

    number: int
    text: str
    phase: str
    is_gone: bool = False
    is_over: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Tasks, by their places, and issues of which nobody can tell whether they are each other's.

    It ``is_clear`` where the issues are not the tasks', and only what these are to be is open.
    """

    tasks: tuple[int, ...]
    numbers: tuple[int, ...]
    is_clear: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """The issue of each task, if it has one; what is in doubt has none."""

    numbers: tuple[int | None, ...]
    doubts: tuple[Doubtful, ...] = ()


@dataclass(slots=True)
class Matching:
    """Pairs as they are found, of places of tasks and places of issues: neither is taken twice.

    What is ``set_aside`` is a task that no later evidence may match.
    """

    issue_of: dict[int, int] = field(default_factory=dict)
    task_of: dict[int, int] = field(default_factory=dict)
    set_aside: set[int] = field(default_factory=set)
    doubts: list[Doubtful] = field(default_factory=list)

    def join(self, task: int, issue: int) -> None:
        """Give a task its issue."""
        self.issue_of[task] = issue
        self.task_of[issue] = task

    def is_open(self, task: int) -> bool:
        """Tell whether a task still looks for its issue."""
        return task not in self.issue_of and task not in self.set_aside
