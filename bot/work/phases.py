"""The phases of a spec's work, and what each says of itself: how long, and after what."""

import re
from collections.abc import Iterable, Sequence

from bot.markdown.inline import plain
from bot.model.document import Document, Section
from bot.model.work import Phase

_SAID = re.compile(r"[\s>*+_-]*(?P<name>[A-Za-z][A-Za-z ]{2,20}?)[*_]*\s*:[*_]*\s*(?P<value>\S.*)")
_DURATION = frozenset({"duration", "estimate", "effort", "timeline", "time", "estimated time"})
_DEPENDENCIES = frozenset({"dependencies", "depends on", "requires", "blocked by", "after"})


def read_phases(
    document: Document, items: Sequence[tuple[int, str]]
) -> tuple[tuple[Phase, ...], list[str]]:
    """Give the phases of items (a line, and the title of its phase), and the phase of each item.

    Two headings of the same words are two phases: the second is told by a number.
    """
    phases: dict[int, Phase] = {}
    names: list[str] = []
    for line, title in items:
        section = _section(document, line, title) if title else None
        if section is None:
            names.append("")
            continue
        if section.line not in phases:
            taken = {phase.title for phase in phases.values()}
            phases[section.line] = _phase(document, section, _free(title, taken))
        names.append(phases[section.line].title)
    return tuple(phases.values()), names


def _section(document: Document, line: int, title: str) -> Section | None:
    around = (s for s in document.sections if s.line < line < s.end and plain(s.title) == title)
    return max(around, key=lambda section: section.line, default=None)


def _free(title: str, taken: Iterable[str]) -> str:
    known, name, nth = set(taken), title, 2
    while name in known:
        name, nth = f"{title} ({nth})", nth + 1
    return name


def _phase(document: Document, section: Section, title: str) -> Phase:
    duration = dependencies = ""
    for line in document.lines[section.line : section.stop - 1]:
        said = _SAID.fullmatch(line.strip())
        if said is None:
            continue
        name, value = said["name"].casefold().strip(), plain(said["value"])
        if name in _DURATION:
            duration = duration or value
        elif name in _DEPENDENCIES:
            dependencies = dependencies or value
    return Phase(title, section.line, duration, dependencies)
