"""The issue of a task: what it is, where it comes from, and what the spec says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.markdown.inline import plain
from bot.model.sheet import TaskSheet
from bot.render.comment.address import Links
from bot.render.comment.phrases import clipped
from bot.render.issue.extent import Extent
from bot.render.issue.framing import NOTHING, framed
from bot.render.issue.origin import Origin, origin
from bot.render.issue.remarks import blocking, remark
from bot.render.pages import Written
from bot.render.taming.blocks import tamed
from bot.render.taming.ground import Ground
from bot.render.taming.inline import tamed_line

_NAME = "issues/task.md.j2"
_TITLED = 200  # characters that a title holds for certain
_LONG = 2_000


@dataclass(frozen=True, slots=True)
class TaskPage:
    """What is told of a task. ``text`` is empty where the title says all of it."""

    origin: Origin
    text: str
    phase: str
    duration: str
    dependencies: str
    detail: str
    is_cut: bool
    has_boxes: bool
    above: int | None
    blockers: tuple[int, ...]


def task_body(
    sheet: TaskSheet, links: Links, overrides: Mapping[str, str] = NOTHING, *, marker: str
) -> str:
    """Write the issue of a task; links lead to the commit at which it was read."""
    links = replace(links, head=sheet.source.commit)
    return framed(_NAME, lambda extent: _page(sheet, links, extent), overrides, marker)


def _page(sheet: TaskSheet, links: Links, extent: Extent) -> TaskPage:
    ground = Ground(links, sheet.source.path)
    shown = _cut(sheet.detail, extent.detail)
    detail = Written(tamed(shown, ground))
    is_titled = plain(sheet.text) == sheet.text and len(sheet.text) <= _TITLED
    is_in_phase = sheet.source.section == sheet.phase
    source = replace(sheet.source, section="") if is_in_phase else sheet.source
    return TaskPage(
        origin=origin(sheet.spec, source, links),
        text=Written("" if is_titled else tamed_line(sheet.text[:_LONG], ground)),
        phase=clipped(sheet.phase),
        duration=remark(sheet.duration, ground),
        dependencies=remark(sheet.dependencies, ground),
        detail=detail,
        is_cut=len(shown) < len(sheet.detail),
        has_boxes="- [" in detail,
        above=sheet.above,
        blockers=blocking(sheet.blockers),
    )


def _cut(text: str, most: int) -> str:
    """Cut a text at the end of a line, where that is near."""
    if len(text) <= most:
        return text
    cut = text[:most]
    whole = cut.rpartition("\n")[0]
    return whole if len(whole) > most // 2 else cut
