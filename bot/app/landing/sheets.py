"""What each issue is to say, as facts: from the document, and from the issues around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.app.landing.listing import (
    DEPENDENCIES,
    SUB_ISSUES,
    Setting,
    by_phase,
    listed_in,
    phases_apart,
    row_of,
)
from bot.app.landing.places import with_places
from bot.markdown.inline import plain
from bot.model.sheet import (
    Needed,
    PhaseRow,
    PhaseSheet,
    Sheet,
    Source,
    SpecName,
    TaskSheet,
    TrackingSheet,
)
from bot.model.stage import Stage
from bot.model.work import Checklist, Rank
from bot.work.node import Node
from bot.work.order import waits_for
from bot.work.survey import Grown

_ENDED: Mapping[Stage | None, str] = {Stage.DONE: "done", Stage.CLOSED: "closed"}


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
    """Gather what an issue says; it has a spec that is read today.

    What the spec's links by labels lead to is told with them: its definitions stay behind.
    """
    return with_places(_sheet(node, grown, spec, at, setting), dict(spec.places))


def _sheet(node: Node, grown: Grown, spec: Checklist, at: At, setting: Setting) -> Sheet:
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
        return _tracking(node, grown, spec, name, source, setting)
    if node.rank is Rank.TASK:
        return TaskSheet(
            name, source, node.words, node.phase,
            duration=node.about.duration if node.about else "",
            dependencies=node.about.dependencies if node.about else "",
            detail=node.entry.task.detail if node.entry else "",
            above=above, blockers=blockers,
        )  # fmt: skip
    return PhaseSheet(
        name, source, _phase_row(node, grown, setting), part=node.part,
        above=above, blockers=blockers,
    )  # fmt: skip


def _tracking(
    root: Node, grown: Grown, spec: Checklist, name: SpecName, source: Source, setting: Setting
) -> TrackingSheet:
    return TrackingSheet(
        name,
        source,
        tuple(_rows(root, grown, spec, setting)),
        requires=tuple(_needed(wanted, key, setting) for wanted, key in grown.requires),
        doubts=grown.entries.doubts,
        lost=grown.lost,
        has_end=spec.has_end,
        below=not setting.by_item and bool(phases_apart(grown)),
    )


def _needed(spec_id: str, key: str, setting: Setting) -> Needed:
    """Say where a spec is that comes first; one that has ended without an issue gets none."""
    number, stages = setting.numbers.get(key), setting.stages
    if number or spec_id not in stages:
        return Needed(spec_id, number)
    return Needed(spec_id, said=_ENDED.get(stages[spec_id], "no issue yet"))


def _rows(root: Node, grown: Grown, spec: Checklist, setting: Setting) -> Sequence[PhaseRow]:
    """Give the tasks phase by phase, what stands in none where it comes in the document."""
    about = {phase.title: phase for phase in spec.phases}
    order = [each.title for each in spec.phases]
    after = dict(zip(order, waits_for(spec.phases), strict=True))
    nodes, inside = phases_apart(grown), by_phase(grown.entries.tasks)
    titles, listed = list(inside), listed_in(root, grown, setting)
    rows: list[PhaseRow] = []
    for title in titles:
        node, phase = nodes.get(title), about.get(title)
        rows.append(
            PhaseRow(
                title,
                setting.numbers.get(node.key) if node else None,
                tuple(map(row_of, inside[title])),
                duration=phase.duration if phase else "",
                dependencies=phase.dependencies if phase else "",
                after=tuple(titles.index(order[n]) for n in after.get(title, ())),
                listed=tuple(line.row for line in listed if line.phase == title),
            )
        )
    return rows


def _phase_row(node: Node, grown: Grown, setting: Setting) -> PhaseRow:
    listed = tuple(line.row for line in listed_in(node, grown, setting))
    return PhaseRow(
        node.words if not node.part else node.phase,
        node.number,
        # where GitHub shows its parts, it says how far they are
        tuple(map(row_of, node.entries)) if not setting.by_item or listed else (),
        duration=node.about.duration if node.about else "",
        dependencies=node.about.dependencies if node.about else "",
        listed=listed,
    )
