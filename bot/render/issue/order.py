"""What comes before what, as a Mermaid diagram that obeys nobody else."""

from collections.abc import Iterator

from bot.model.sheet import TrackingSheet
from bot.render.comment.graph import label

_MOST = 60  # arrows that a reader can follow


def order(sheet: TrackingSheet) -> str:
    """Draw which phase follows which, and which other specs come first; empty where none does."""
    arrows = [*_before(sheet), *_between(sheet)][:_MOST]
    if not arrows:
        return ""
    named = dict.fromkeys(mark for arrow in arrows for mark in arrow)
    shapes = dict(_shapes(sheet))
    nodes = [f"  {mark}{shapes[mark]}" for mark in sorted(named, key=list(shapes).index)]
    return "\n".join(["graph LR", *nodes, *(f"  {start} --> {end}" for start, end in arrows)])


def _shapes(sheet: TrackingSheet) -> Iterator[tuple[str, str]]:
    for at, each in enumerate(sheet.requires):
        yield f"o{at}", f'(["{label(each.id)}"])'
    for at, phase in enumerate(sheet.phases):
        yield f"p{at}", f'["{label(phase.title, "the rest")}"]'
    yield "s", f'["{label(sheet.spec.spec_id or sheet.spec.title)}"]'


def _before(sheet: TrackingSheet) -> Iterator[tuple[str, str]]:
    """Let other specs come before the phases that are first, or before the whole."""
    firsts = [f"p{at}" for at in range(len(sheet.phases)) if not _after(sheet, at)]
    for at in range(len(sheet.requires)):
        yield from ((f"o{at}", first) for first in (firsts if _has_order(sheet) else ["s"]))


def _between(sheet: TrackingSheet) -> Iterator[tuple[str, str]]:
    for at in range(len(sheet.phases)):
        yield from ((f"p{before}", f"p{at}") for before in _after(sheet, at))


def _after(sheet: TrackingSheet, at: int) -> tuple[int, ...]:
    known = range(len(sheet.phases))
    return tuple(each for each in sheet.phases[at].after if each in known and each != at)


def _has_order(sheet: TrackingSheet) -> bool:
    return any(_after(sheet, at) for at in range(len(sheet.phases)))
