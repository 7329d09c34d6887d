"""Which section of a document answers which section of its template.

By folded title only, in its place first and anywhere else then: a section at another level or under
another parent is there all the same. Instances of a pattern (``Phase 1``, ``Phase 2``) are
paired in order, and a document may have as many as it needs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.fold import fold, keys_of

_INSTANCE = re.compile(
    r"\W*([^\W\d_][\w -]{0,30}?)(?:\s+(?:\d{1,3}|[A-Z])(?=\W|$)|\s*:|\s*[—–-]\s)"
)


@dataclass(slots=True)
class Matching:
    """The pairs found, by index of the template's section and of the document's."""

    found: dict[int, Section] = field(default_factory=dict)
    claimed: dict[int, int] = field(default_factory=dict)
    extra: list[tuple[SectionSchema, Section]] = field(default_factory=list)

    def claim(self, wanted: SectionSchema, section: Section) -> None:
        """Take a section of the document for one of the template."""
        self.found[wanted.index] = section
        if section.index >= 0:
            self.claimed[section.index] = wanted.index


def match_sections(document: Document, schema: Schema) -> Matching:
    """Pair the sections of a document with those of its template."""
    matching = Matching()
    by_key: dict[str, list[Section]] = {}
    for section in document.sections:
        for key in keys_of(section.title):
            by_key.setdefault(key, []).append(section)
    plain = [s for s in schema.sections if not s.repeatable and not s.label]
    for wanted in plain:
        free = _candidates(wanted, by_key, matching)
        _claim_nearest(
            wanted, [s for s in free if _in_place(s, wanted, document, matching)], matching
        )
    for wanted in plain:
        if wanted.index not in matching.found:
            _claim_nearest(wanted, _candidates(wanted, by_key, matching), matching)
    for members in _families(schema):
        _match_family(members, document, matching)
    for wanted in schema.sections:
        if not wanted.repeatable and wanted.index not in matching.found:
            _match_label(wanted, document, matching, by_key)
    return matching


def _claim_nearest(wanted: SectionSchema, free: list[Section], matching: Matching) -> None:
    """Take of the sections with the right title the one at the right level, or the first."""
    if free:
        matching.claim(wanted, min(free, key=lambda s: (abs(s.level - wanted.level), s.line)))


def _candidates(
    wanted: SectionSchema, by_key: dict[str, list[Section]], matching: Matching
) -> list[Section]:
    return [
        section
        for key in wanted.keys
        for section in by_key.get(key, ())
        if section.index not in matching.claimed
    ]


def _in_place(
    section: Section, wanted: SectionSchema, document: Document, matching: Matching
) -> bool:
    if wanted.parent >= 0:
        around = matching.found.get(wanted.parent)
        return around is not None and around.index in ancestors(document, section)
    return not any(above in matching.claimed for above in ancestors(document, section))


def ancestors(document: Document, section: Section) -> Iterable[int]:
    """Give the indexes of the sections around one, the nearest first."""
    above = section.parent
    while above >= 0:
        yield above
        above = document.sections[above].parent


def _families(schema: Schema) -> list[list[SectionSchema]]:
    groups: dict[tuple[int, str], list[SectionSchema]] = {}
    for section in schema.sections:
        if section.repeatable:
            groups.setdefault((section.parent, section.family), []).append(section)
    return list(groups.values())


def _match_family(members: list[SectionSchema], document: Document, matching: Matching) -> None:
    """Pair the instances of a pattern in order; further ones answer the pattern's last member."""
    first = members[0]
    parent = matching.found.get(first.parent)
    free = [s for s in document.sections if s.index not in matching.claimed]
    inside = [s for s in free if parent and parent.line < s.line < parent.end]
    found = [s for s in inside if is_instance(s.title, first.family)]
    if not found and first.family != "*":
        found = [s for s in free if is_instance(s.title, first.family)] if not inside else []
    if not found and parent:
        found = [s for s in inside if s.parent == parent.index]
    for at, section in enumerate(found):
        if at < len(members):
            matching.claim(members[at], section)
        else:
            matching.extra.append((members[-1], section))
            matching.claimed[section.index] = members[-1].index


def is_instance(title: str, family: str) -> bool:
    """Tell whether a title is an instance of a pattern: ``Phase 4: Testing`` of "phase"."""
    if family == "*":
        return False
    match = _INSTANCE.match(title)
    return match is not None and fold(match[1]) == family


def _match_label(
    wanted: SectionSchema,
    document: Document,
    matching: Matching,
    by_key: dict[str, list[Section]],
) -> None:
    """Take a line in bold for a heading, within the section where the heading would stand."""
    if wanted.label and (free := _candidates(wanted, by_key, matching)):
        matching.claim(wanted, free[0])
        return
    if not document.labels:
        return
    parent = matching.found.get(wanted.parent)
    for label in document.labels:
        inside = parent is None or parent.line < label.line < parent.end
        if inside and not keys_of(label.title).isdisjoint(wanted.keys):
            matching.claim(
                wanted,
                Section(
                    index=-1,
                    title=label.title,
                    level=wanted.level,
                    line=label.line,
                    start=label.line + 1,
                    stop=label.stop,
                    end=label.stop,
                    parent=label.section,
                ),
            )
            return


def duplicates(
    document: Document, schema: Schema, matching: Matching
) -> tuple[tuple[Section, SectionSchema], ...]:
    """Find sections that stand twice where the template has one: the title beside its like."""
    once = {
        key: (wanted, section)
        for wanted in schema.sections
        if not wanted.repeatable and (section := matching.found.get(wanted.index))
        for key in keys_of(section.title)
    }
    found = []
    for section in document.sections:
        if section.index in matching.claimed:
            continue
        for key in keys_of(section.title):
            pair = once.get(key)
            if pair and pair[1].parent == section.parent and pair[1].level == section.level:
                found.append((section, pair[0]))
                break
    return tuple(found)
