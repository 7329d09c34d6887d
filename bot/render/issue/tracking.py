"""The tracking issue of a spec: how far its work is, phase by phase, and what is unclear."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.model.sheet import PhaseRow, TrackingSheet
from bot.render.comment.address import Links
from bot.render.comment.phrases import clipped
from bot.render.issue.entries import Entry, entries
from bot.render.issue.extent import Extent
from bot.render.issue.framing import NOTHING, framed
from bot.render.issue.order import order
from bot.render.issue.origin import Origin, origin
from bot.render.issue.remarks import remark
from bot.render.issue.unclear import Lost, Unclear, lost, unclear

_NAME = "issues/tracking.md.j2"
_FEW = 30  # tasks that need no folding


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase: a row of the table, and its tasks where they are listed."""

    title: str
    number: int | None
    done: int
    total: int
    duration: str
    dependencies: str
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Required:
    """A spec that comes first; ``number`` is its tracking issue.

    Where it has none, that it is ``done``, say, or has none yet, is ``said`` if it is known.
    """

    id: str
    number: int | None
    said: str


@dataclass(frozen=True, slots=True)
class TrackingPage:
    """What is told of the work on a spec; what begins with ``more`` counts what has no room."""

    origin: Origin
    done: int
    total: int
    phases: tuple[PhaseLine, ...]
    more_phases: int
    has_table: bool
    has_numbers: bool
    has_durations: bool
    lists: bool
    is_folded: bool
    has_boxes: bool
    has_boxes_below: bool
    has_end: bool
    requires: tuple[Required, ...]
    more_requires: int
    graph: str
    unclear: tuple[Unclear, ...]
    more_unclear: int
    lost: tuple[Lost, ...]
    more_lost: int


def tracking_body(
    sheet: TrackingSheet, links: Links, overrides: Mapping[str, str] = NOTHING, *, marker: str
) -> str:
    """Write the tracking issue; links lead to the commit at which the spec was read."""
    links = replace(links, head=sheet.source.commit)
    return framed(_NAME, lambda extent: _page(sheet, links, extent), overrides, marker)


def _page(sheet: TrackingSheet, links: Links, extent: Extent) -> TrackingPage:
    shown = sheet.phases[: extent.phases]
    rows = [row for phase in sheet.phases for row in phase.listed]
    return TrackingPage(
        origin=origin(sheet.spec, sheet.source, links),
        done=sum(phase.done for phase in sheet.phases),
        total=sum(phase.total for phase in sheet.phases),
        phases=tuple(_line(phase, links, extent) for phase in shown),
        more_phases=len(sheet.phases) - len(shown),
        has_table=any(phase.title for phase in sheet.phases),
        has_numbers=any(phase.number is not None for phase in shown),
        has_durations=any(phase.duration for phase in shown),
        lists=bool(rows),
        is_folded=len(rows) > _FEW,
        has_boxes=any(row.is_shared for row in rows),
        has_boxes_below=sheet.below,
        has_end=sheet.has_end,
        requires=tuple(
            Required(clipped(each.id, 40), each.number, each.said)
            for each in sheet.requires[: extent.asks]
        ),
        more_requires=len(sheet.requires[extent.asks :]),
        graph=order(sheet) if extent.has_graph else "",
        unclear=tuple(unclear(sheet, links, extent)),
        more_unclear=len(sheet.doubts[extent.asks :]),
        lost=tuple(lost(sheet, extent)),
        more_lost=len(sheet.lost[extent.asks :]),
    )


def _line(phase: PhaseRow, links: Links, extent: Extent) -> PhaseLine:
    shown = phase.listed[: extent.rows]
    return PhaseLine(
        title=clipped(phase.title, min(extent.words, 80)),
        number=phase.number,
        done=phase.done,
        total=phase.total,
        duration=remark(phase.duration, most=60),
        dependencies=remark(phase.dependencies, most=120),
        entries=tuple(entries(shown, links, extent)),
        more=len(phase.listed) - len(shown),
    )
