"""The issue of a phase, or of a part of a long one: how far it is, and its tasks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.model.sheet import PhaseSheet
from bot.render.comment.address import Links
from bot.render.comment.phrases import clipped
from bot.render.issue.entries import Entry, entries
from bot.render.issue.extent import Extent
from bot.render.issue.framing import NOTHING, framed
from bot.render.issue.origin import Origin, origin
from bot.render.issue.remarks import blocking, remark
from bot.render.taming.ground import Ground

_NAME = "issues/phase.md.j2"


@dataclass(frozen=True, slots=True)
class PhasePage:
    """What is told of a phase; ``more`` counts the tasks that there is no room for."""

    origin: Origin
    title: str
    part: str
    duration: str
    dependencies: str
    done: int
    total: int
    entries: tuple[Entry, ...]
    more: int
    has_boxes: bool
    above: int | None
    blockers: tuple[int, ...]


def phase_body(
    sheet: PhaseSheet, links: Links, overrides: Mapping[str, str] = NOTHING, *, marker: str
) -> str:
    """Write the issue of a phase; links lead to the commit at which it was read."""
    links = replace(links, head=sheet.source.commit)
    return framed(_NAME, lambda extent: _page(sheet, links, extent), overrides, marker)


def _page(sheet: PhaseSheet, links: Links, extent: Extent) -> PhasePage:
    ground = Ground(links, sheet.source.path)
    rows = sheet.phase.listed
    shown = rows[: extent.rows]
    return PhasePage(
        origin=origin(sheet.spec, sheet.source, links),
        title=clipped(sheet.phase.title),
        part=clipped(sheet.part, 40),
        duration=remark(sheet.phase.duration, ground),
        dependencies=remark(sheet.phase.dependencies, ground),
        done=sheet.phase.done,
        total=sheet.phase.total,
        entries=tuple(entries(shown, links, extent)),
        more=len(rows) - len(shown),
        has_boxes=any(row.is_shared for row in rows),
        above=sheet.above,
        blockers=blocking(sheet.blockers),
    )
