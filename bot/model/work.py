"""What a spec sets out to do, and what the Steward last saw of the issues that stand for it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.model.issue import Issue
from bot.model.stage import Stage


class Rank(StrEnum):
    """What an issue stands for, from the top down."""

    SPEC = "spec"
    PHASE = "phase"
    GROUP = "group"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Step:
    """A box within a task: part of its issue, and no issue of its own."""

    text: str
    line: int
    depth: int
    done: bool


@dataclass(frozen=True, slots=True)
class Task:
    """A work item of a spec, in the words of the document, without the issues that it names.

    ``phase`` is the title of its phase, or empty; ``numbers`` are the issues that it carries,
    ``section`` is the heading that it stands under. ``detail`` is what is nested in it, as Markdown
    from column 0, its ``steps`` among it.
    """

    text: str
    line: int
    done: bool
    phase: str = ""
    numbers: tuple[int, ...] = ()
    section: str = ""
    detail: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the work, under a heading of its own; what the spec says of it may be empty."""

    title: str
    line: int
    duration: str = ""
    dependencies: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All work of one spec, in the order of the document.

    ``word`` is its status and ``stage`` what that means; for a guide, those of the spec that it
    implements. It ``has_end`` where a status says that it is done. ``requires`` are the ids of
    specs that come first, ``given_up`` the issues that items carry which are struck through,
    ``places`` where the labels lead that the document defines for its links. ``spare`` are boxes
    that nothing calls work: such as have an issue stay it. Their phases are their own headings,
    which are ``loose`` as long as nobody knows them for phases.
    """

    path: str
    spec_id: str
    title: str
    template: str
    word: str
    stage: Stage | None
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    requires: tuple[str, ...] = ()
    has_end: bool = True
    line: int = 1
    given_up: frozenset[int] = frozenset()
    places: tuple[tuple[str, str], ...] = ()
    spare: tuple[Task, ...] = ()
    loose: tuple[Phase, ...] = ()

    def with_spare(self, lines: Collection[int], known: Collection[str]) -> "Checklist":
        """Count spare boxes in some lines as work, in phases where their headings are ``known``."""
        if not any(task.line in lines for task in self.spare):
            return self
        titles = {phase.title for phase in self.phases}
        new = {p.title: p for p in self.loose if p.title in known and p.title not in titles}
        more = [
            replace(task, phase=task.phase if task.phase in new else "")
            for task in self.spare
            if task.line in lines
        ]
        phases = {phase.line: phase for phase in self.phases}
        phases |= {new[task.phase].line: new[task.phase] for task in more if task.phase}
        tasks = sorted((*self.tasks, *more), key=lambda task: task.line)
        return replace(
            self,
            phases=tuple(phases[line] for line in sorted(phases)),
            tasks=tuple(tasks),
            line=min((*phases, tasks[0].line)),
            spare=tuple(task for task in self.spare if task.line not in lines),
        )


@dataclass(frozen=True, slots=True)
class Memory:
    """What the Steward last saw and last said of an issue of its own, as its marker keeps it.

    ``family`` is the key of the tracking issue that it goes with. ``done`` is what the box and the
    issue had agreed on, ``gone`` that the document had it no longer, ``going`` that the Steward was
    about to close it for that. ``title`` and ``body`` are fingerprints of what was written, so
    that what a person has changed since is seen to be theirs.
    ``at`` is the commit and the line that its link leads to, ``steps`` what was agreed on each box
    in its text, ``left`` the names of boxes that have left it with a tick that no document has had.
    ``after`` are the keys that it was seen to wait for, ``parts`` of a spec the issues
    that were seen below it, each with a fingerprint of its words, ``flat`` the ways that were
    refused when they were to be tied together, ``dangling`` the numbers that its tasks carried
    when nothing stood for these, each with a fingerprint of who did, ``named`` those of issues that
    stood elsewhere.
    """

    rank: Rank
    key: str
    family: str
    path: str
    spec_id: str = ""
    template: str = ""
    text: str = ""
    phase: str = ""
    done: bool = False
    gone: bool = False
    going: bool = False
    title: str = ""
    body: str = ""
    labels: tuple[str, ...] = ()
    milestone: str = ""
    at: str = ""
    steps: str = ""
    left: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    parts: tuple[tuple[int, str], ...] = ()
    flat: tuple[str, ...] = ()
    dangling: tuple[tuple[int, str], ...] = ()
    named: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """An issue of the Steward's own, with what its marker remembers.

    ``listed`` are the words of the tasks that its text lists, where these have no issues.
    """

    issue: Issue
    memory: Memory
    listed: tuple[str, ...] = ()
