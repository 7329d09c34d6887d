"""The phases of a spec's work, and what each says of itself: how long, and after what."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.markdown.inline import plain
from bot.model.document import Document, Label, Section
from bot.model.work import Phase
from bot.schema.planned import heads_work

_SAID = re.compile(r"[\s>*+_-]*(?P<name>[A-Za-z][A-Za-z ]{2,20}?)[*_]*\s*:[*_]*\s*(?P<value>\S.*)")
_DURATION = frozenset({"duration", "estimate", "effort", "timeline", "time", "estimated time"})
_DEPENDENCIES = frozenset({"dependencies", "depends on", "requires", "blocked by", "after"})


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a phase begins, under which heading it stands, and where its own text ends."""

    title: str
    line: int
    stop: int
    above: str


def read_phases(
    document: Document, items: Sequence[tuple[int, str]]
) -> tuple[tuple[Phase, ...], list[str]]:
    """Give the phases of items (a line, and the title of its phase), and the phase of each item.

    Two headings of the same words are two phases: they are told by the headings around them, or
    else the second by a number.
    """
    spots = [_spot(document, line, title) if title else None for line, title in items]
    places = {spot.line: spot for spot in spots if spot}
    alike = Counter(spot.title for spot in places.values())
    phases: dict[int, Phase] = {}
    for line, spot in places.items():
        is_told = alike[spot.title] > 1 and spot.above
        taken = {phase.title for phase in phases.values()}
        title = _free(f"{spot.above}: {spot.title}" if is_told else spot.title, taken)
        phases[line] = _phase(document, spot, title)
    return tuple(phases.values()), [phases[spot.line].title if spot else "" for spot in spots]


def _spot(document: Document, line: int, title: str) -> _Spot | None:
    """Find what gives a line its phase: a heading, or a line in bold."""
    at = bisect_left(document.labels, line, key=_line) - 1
    label = document.labels[at] if at >= 0 else None
    if label and line < label.stop and plain(label.title) == title:
        return _Spot(title, label.line, label.stop, _above(document, label.section))
    around = (s for s in document.sections if s.line < line < s.end and plain(s.title) == title)
    section = max(around, key=_line, default=None)
    if section is None:
        return None
    return _Spot(title, section.line, section.stop, _above(document, section.parent))


def _above(document: Document, index: int) -> str:
    """Give the title of a section that is neither the document nor all of its work."""
    section = document.sections[index] if index >= 0 else None
    if section is None or (section.level == 1 and not section.index) or heads_work(section.title):
        return ""
    return plain(section.title)


def _line(spot: Label | Section) -> int:
    return spot.line


def _free(title: str, taken: Iterable[str]) -> str:
    known, name, nth = set(taken), title, 2
    while name in known:
        name, nth = f"{title} ({nth})", nth + 1
    return name


def _phase(document: Document, spot: _Spot, title: str) -> Phase:
    duration = dependencies = ""
    for line in document.lines[spot.line : spot.stop - 1]:
        said = _SAID.fullmatch(line.strip())
        if said is None:
            continue
        name, value = said["name"].casefold().strip(), plain(said["value"])
        if name in _DURATION:
            duration = duration or value
        elif name in _DEPENDENCIES:
            dependencies = dependencies or value
    return Phase(title, spot.line, duration, dependencies)
