"""Boxes to tick: the work that becomes issues, and the gates that have to hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.markdown.inline import CODE_SPAN, plain
from bot.model.document import Document, Label, ListItem, Section
from bot.model.schema import SectionKind
from bot.model.spec import Item
from bot.schema.holding import Holding
from bot.schema.planned import none_of
from bot.schema.words import PHASE

_ISSUE = re.compile(r"\(\[?#(?!0+\b)(\d{1,9})(?:\]\([^()\s]*\))?\)")


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the boxes of a section are, and of which phase they are work."""

    kind: str = "gate"
    phase: str | None = None
    is_loose: bool = False


def read_items(document: Document, holding: Holding) -> tuple[Item, ...]:
    """Read the outermost boxes of a document; a box within a box is part of that one's text."""
    found: list[Item] = []
    known: dict[tuple[int, int], _Meaning | None] = {}
    for item in _outermost(document.items):
        section = holding.at(item.line)
        label = holding.label_at(item.line)
        key = (section.index if section else -1, label.line if label else 0)
        if key not in known:
            known[key] = _meaning(document, section, label, holding)
        if (said := known[key]) is None:
            continue
        text, issue = _issue_in(item.text)
        done = bool(item.ticked)
        found.append(Item(text, item.line, done, said.phase, said.kind, issue, said.is_loose))
    return tuple(found)


def _outermost(items: Sequence[ListItem]) -> Iterator[ListItem]:
    inside: int | None = None
    for item in items:
        if inside is not None and item.depth > inside:
            continue
        inside = None
        if item.ticked is not None:
            inside = item.depth
            yield item


def _meaning(
    document: Document, section: Section | None, label: Label | None, holding: Holding
) -> _Meaning | None:
    """Say what the boxes of a section are; None for questions.

    A ``label`` within the section may be the title of a phase, or say that they are no work.
    """
    kinds = tuple(holding.kinds(section))
    if SectionKind.QUESTIONS in kinds[:2]:
        return None
    says = holding.says(section)
    if label and none_of(label.title):
        return _Meaning()
    if label and says in {None, SectionKind.WORK}:
        return _Meaning("work", plain(label.title))
    if section is None or says is not SectionKind.WORK:
        return _Meaning(is_loose=says is None)
    phase = _phase_around(document, section)
    if phase is None and SectionKind.WORK in kinds[1:]:
        phase = section
    return _Meaning("work", plain(phase.title) if phase else None)


def _phase_around(document: Document, section: Section) -> Section | None:
    """Give the nearest section that calls itself a phase; the title of all is none around it."""
    around: Section | None = section
    while around and not PHASE.match(around.title):
        above = document.sections[around.parent] if around.parent >= 0 else None
        around = above if above and (above.index or above.level > 1) else None
    return around


def _issue_in(text: str) -> tuple[str, int | None]:
    """Part the text of an item from the issue that it carries: ``Do it (#12)``."""
    found = issues_in(text)
    return (without_issues(text), found[0]) if found else (text, None)


def without_issues(text: str) -> str:
    """Give the text of an item without the issues that it carries."""
    for match in reversed(_issues(text)):
        text = text[: match.start()].rstrip() + text[match.end() :]
    return text.strip()


def issues_in(text: str) -> tuple[int, ...]:
    """Give all issues that an item carries, each once."""
    return tuple(dict.fromkeys(int(match[1]) for match in _issues(text)))


def _issues(text: str) -> list[re.Match[str]]:
    """Find them; what stands in code is none."""
    found = list(_ISSUE.finditer(text)) if "#" in text else []
    if not found or "`" not in text:
        return found
    code = [span.span() for span in CODE_SPAN.finditer(text)]
    return [each for each in found if not any(a < each.start() < b for a, b in code)]
