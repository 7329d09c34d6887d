"""Which section of a document answers which section of its template.

By folded title only, in its place first and anywhere else then: a section at another level or under
another parent is there all the same. Instances of a pattern (``Phase 1``, ``Phase 2``) are
paired in order, and a document may have as many as it needs.
"""

from collections.abc import Mapping, Sequence

from bot.model.document import Document, Label, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.fold import keys_of
from bot.schema.instances import match_families
from bot.schema.joined import match_joined
from bot.schema.matching import Matching

_MOST = 200  # headings of one title and level that are candidates
_MOST_LABELS = 1_000

ByKey = dict[str, list[Section]]


def match_sections(document: Document, schema: Schema) -> Matching:
    """Pair the sections of a document with those of its template."""
    matching = Matching()
    by_key = _by_key(document)
    plain = [s for s in schema.sections if not s.repeatable and not s.label]
    for wanted in plain:
        free = _candidates(wanted, by_key, matching)
        there = [s for s in free if matching.in_place(s, wanted, document)]
        _claim_nearest(wanted, there, matching)
    for wanted in plain:
        if wanted.index not in matching.found:
            _claim_nearest(wanted, _candidates(wanted, by_key, matching), matching)
    match_joined(document, plain, matching)
    match_families(document, schema, matching)
    labels = _labels_by_key(document)
    for wanted in schema.sections:
        if not wanted.repeatable and wanted.index not in matching.found:
            if wanted.label and (free := _candidates(wanted, by_key, matching)):
                matching.claim(wanted, free[0])
            else:
                _match_label(wanted, labels, matching)
    return matching


def _labels_by_key(document: Document) -> dict[str, list[Label]]:
    labels: dict[str, list[Label]] = {}
    for label in document.labels:
        for key in keys_of(label.title):
            labels.setdefault(key, []).append(label)
    return labels


def _by_key(document: Document) -> ByKey:
    by_key: ByKey = {}
    seen: dict[tuple[str, int], int] = {}
    for section in document.sections:
        for key in keys_of(section.title):
            count = seen[key, section.level] = seen.get((key, section.level), 0) + 1
            if count <= _MOST:
                by_key.setdefault(key, []).append(section)
    return by_key


def _claim_nearest(wanted: SectionSchema, free: list[Section], matching: Matching) -> None:
    """Take of the sections with the right title the one at the right level, or the first."""
    if len(free) > 1:
        free = [min(free, key=lambda s: (abs(s.level - wanted.level), s.line))]
    if free:
        matching.claim(wanted, free[0])


def _candidates(wanted: SectionSchema, by_key: ByKey, matching: Matching) -> list[Section]:
    return [
        section
        for key in wanted.keys
        for section in by_key.get(key, ())
        if section.index not in matching.claimed
    ]


def _match_label(
    wanted: SectionSchema, labels: Mapping[str, Sequence[Label]], matching: Matching
) -> None:
    """Take a line in bold for a heading, within the section where the heading would stand."""
    parent = matching.found.get(wanted.parent)
    alike = (label for key in wanted.keys for label in labels.get(key, ())[:_MOST_LABELS])
    inside = (one for one in alike if parent is None or parent.line < one.line < parent.end)
    label = min(inside, key=lambda one: one.line, default=None)
    if label:
        heading = Section(
            index=-1,
            title=label.title,
            level=wanted.level,
            line=label.line,
            start=label.line + 1,
            stop=label.stop,
            end=label.stop,
            parent=label.section,
        )
        matching.claim(wanted, heading)
