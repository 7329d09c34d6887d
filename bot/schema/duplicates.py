"""Sections that stand twice where the template has one."""

from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.fold import keys_of
from bot.schema.matching import Matching


def find_duplicates(
    document: Document, schema: Schema, matching: Matching
) -> tuple[tuple[Section, SectionSchema], ...]:
    """Find the sections that repeat one beside them."""
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
