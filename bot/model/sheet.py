"""What an issue is to say, before it is put into words: the facts of its page."""

from dataclasses import dataclass
from typing import TypeAlias

END = "<!-- spec-steward:end -->"
BELOW_ALERT = "<!-- spec-steward:below-alert -->"
"""the line of an issue's body above which the Steward writes, and below which people may"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the repository something stands, at a commit."""

    path: str
    line: int
    commit: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class SpecName:
    """The spec that it is about."""

    title: str
    spec_id: str
    path: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """A task in a list: its words, its issue if it has one, and how it stands.

    It was ``dropped`` where its issue was closed as not planned. At a ``depth`` it is a step of
    what stands above it; where it ``is_shared``, its box is that of the spec.
    """

    text: str
    number: int | None
    is_done: bool
    is_dropped: bool = False
    depth: int = 0
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase in a table; ``after`` are the places of the phases that come first.

    The ``title`` is empty for tasks that stand in no phase. ``rows`` are all of its tasks,
    ``listed`` what the page lists of them.
    """

    title: str
    number: int | None
    rows: tuple[Row, ...]
    duration: str = ""
    dependencies: str = ""
    after: tuple[int, ...] = ()
    listed: tuple[Row, ...] = ()

    @property
    def done(self) -> int:
        """Count the tasks that are done."""
        return sum(row.is_done for row in self.rows)

    @property
    def total(self) -> int:
        """Count the tasks that are not dropped."""
        return sum(not row.is_dropped for row in self.rows)


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """What the issue of a task says. ``detail`` is the Markdown nested in it, boxes as they are.

    ``above`` is the number of what it is a part of, where GitHub cannot be told that itself; and so
    are the ``blockers``.
    """

    spec: SpecName
    source: Source
    text: str
    phase: str = ""
    duration: str = ""
    dependencies: str = ""
    detail: str = ""
    above: int | None = None
    blockers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseSheet:
    """What the issue of a phase, or of a part of a long one, says."""

    spec: SpecName
    source: Source
    phase: PhaseRow
    part: str = ""
    above: int | None = None
    blockers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A task of which nobody can tell whether it is an issue that stands already, or a new one.

    Where that ``is_taken``, the task carries its number, and another task has it.
    """

    text: str
    line: int
    numbers: tuple[int, ...]
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """A spec that comes first, by its id: its tracking issue, or what is ``said`` of one without.

    Nothing is said of an id that is no spec here: it may be one elsewhere, or no spec at all.
    """

    id: str
    number: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class TrackingSheet:
    """What the tracking issue of a spec says; it ``has_end`` where a status says that it is done.

    The boxes that it shares may stand ``below``, in the issues of phases. ``requires`` are the
    specs that come first; ``doubts`` and ``lost`` (numbers of issues that are nowhere any more)
    want somebody's word.
    """

    spec: SpecName
    source: Source
    phases: tuple[PhaseRow, ...]
    requires: tuple[Needed, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    lost: tuple[tuple[str, int], ...] = ()
    has_end: bool = True
    below: bool = False


Sheet: TypeAlias = TaskSheet | PhaseSheet | TrackingSheet


@dataclass(frozen=True, slots=True)
class Lapse:
    """Why nothing is to be done for a spec now, in words that go on after “the spec”.

    Where nobody can tell whether it stands at one of some paths, it ``may_be`` each of these; the
    ``number`` is that of an issue of one of its tasks, if it has one. It is false where it is none.
    """

    words: str = ""
    may_be: tuple[str, ...] = ()
    number: int | None = None

    def __bool__(self) -> bool:
        """Tell whether there is a reason."""
        return bool(self.words)


@dataclass(frozen=True, slots=True)
class Written:
    """What the write-back does to one file: links, ticks and unticks, as (line, text, number).

    The boxes in the lines ``within`` follow those in the texts of their issues.
    """

    path: str
    linked: tuple[tuple[int, str, int], ...] = ()
    ticked: tuple[tuple[int, str, int], ...] = ()
    unticked: tuple[tuple[int, str, int], ...] = ()
    within: frozenset[int] = frozenset()
