"""What each issue is to say, as facts: from the document, and from the issues around it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.markdown.inline import plain
from bot.model.sheet import (
    PhaseRow,
    PhaseSheet,
    Row,
    Source,
    SpecName,
    TaskSheet,
    TrackingSheet,
)
from bot.model.work import Checklist, Rank, Step, Task
from bot.work.entries import Entry
from bot.work.node import Node
from bot.work.order import waits_for
from bot.work.survey import Grown

Sheet = TaskSheet | PhaseSheet | TrackingSheet
SUB_ISSUES, DEPENDENCIES = "sub-issues", "dependencies"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sheet is made in: the numbers of all issues by key, and what cannot be told GitHub.

    ``flat`` are the ways that were refused; what they would have said is said in words then.
    """

    numbers: Mapping[str, int]
    flat: Collection[str] = ()
    by_item: bool = True

    @property
    def lists(self) -> bool:
        """Tell whether an issue has to list its parts itself."""
        return SUB_ISSUES in self.flat or not self.by_item


@dataclass(frozen=True, slots=True)
class At:
    """Where a link leads: a line at a commit, which stays as it is while the words stay."""

    commit: str
    line: int

    def __str__(self) -> str:
        return f"{self.commit}:{self.line}"


def line_of(node: Node, spec: Checklist) -> int:
    """Give the line of the document that an issue is about."""
    if node.entry:
        return node.entry.task.line
    return node.about.line if node.about else spec.line


def sheet_of(node: Node, grown: Grown, spec: Checklist, at: At, setting: Setting) -> Sheet:
    """Gather what an issue says; it has a spec that is read today."""
    # its status changes often: the tracking issue tells it for all
    status = spec.word if node.rank is Rank.SPEC else ""
    name = SpecName(plain(spec.title), spec.spec_id, spec.path, status)
    section = node.entry.task.section if node.entry else node.phase
    source = Source(spec.path, at.line, at.commit, section)
    above = setting.numbers.get(node.above or "") if SUB_ISSUES in setting.flat else None
    blockers = tuple(
        setting.numbers[key]
        for key in node.after
        if DEPENDENCIES in setting.flat and key in setting.numbers
    )
    if node.rank is Rank.SPEC:
        return _tracking(grown, spec, name, source, setting)
    if node.rank is Rank.TASK:
        return TaskSheet(
            name, source, node.words, node.phase,
            duration=node.about.duration if node.about else "",
            dependencies=node.about.dependencies if node.about else "",
            detail=node.entry.task.detail if node.entry else "",
            above=above, blockers=blockers,
        )  # fmt: skip
    return PhaseSheet(
        name, source, _phase_row(node, setting), part=node.part, lists=setting.lists,
        above=above, blockers=blockers,
    )  # fmt: skip


def boxes_of(node: Node, grown: Grown, setting: Setting) -> tuple[Step | Task, ...]:
    """Give the boxes that an issue shares with the document, in the order of its text.

    They are those within its task, or the tasks that have no issues of their own.
    """
    if node.entry:
        return node.entry.task.steps
    if setting.by_item:
        return ()
    apart = _apart(grown) if node.rank is Rank.SPEC else {}
    tasks = [entry.task for entry in node.entries if entry.task.phase not in apart]
    titles = dict.fromkeys(task.phase for task in tasks)
    return tuple(task for title in titles for task in tasks if task.phase == title)


def _apart(grown: Grown) -> dict[str, Node]:
    """Give the phases that have an issue of their own."""
    return {node.phase: node for node in grown.nodes if node.rank is Rank.PHASE}


def _tracking(
    grown: Grown, spec: Checklist, name: SpecName, source: Source, setting: Setting
) -> TrackingSheet:
    return TrackingSheet(
        name,
        source,
        tuple(_rows(grown, spec, setting)),
        requires=tuple((wanted, setting.numbers.get(key)) for wanted, key in grown.requires),
        doubts=grown.entries.doubts,
        lost=grown.lost,
        lists=setting.lists,
        has_end=spec.has_end,
    )


def _rows(grown: Grown, spec: Checklist, setting: Setting) -> Sequence[PhaseRow]:
    """Give the tasks phase by phase, what stands in none where it comes in the document."""
    about = {phase.title: phase for phase in spec.phases}
    order = [each.title for each in spec.phases]
    after = dict(zip(order, waits_for(spec.phases), strict=True))
    nodes = _apart(grown)
    titles = list(dict.fromkeys(entry.task.phase for entry in grown.entries.tasks))
    rows: list[PhaseRow] = []
    for title in titles:
        inside = [entry for entry in grown.entries.tasks if entry.task.phase == title]
        node, phase = nodes.get(title), about.get(title)
        rows.append(
            PhaseRow(
                title,
                setting.numbers.get(node.key) if node else None,
                tuple(_row(entry, setting) for entry in inside),
                duration=phase.duration if phase else "",
                dependencies=phase.dependencies if phase else "",
                after=tuple(titles.index(order[n]) for n in after.get(title, ())),
                is_apart=node is not None and not setting.by_item,
            )
        )
    return rows


def _phase_row(node: Node, setting: Setting) -> PhaseRow:
    return PhaseRow(
        node.words if not node.part else node.phase,
        node.number,
        # where GitHub shows its parts, it says how far they are
        tuple(_row(entry, setting) for entry in node.entries) if setting.lists else (),
        duration=node.about.duration if node.about else "",
        dependencies=node.about.dependencies if node.about else "",
    )


def _row(entry: Entry, setting: Setting) -> Row:
    number = entry.number if setting.by_item or entry.other else None
    return Row(entry.task.text, number, entry.agreed.done, entry.is_dropped)
