"""Which sections of a document are instances of a pattern of its template."""

from collections.abc import Iterable

from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.fold import keys_of
from bot.schema.matching import Matching
from bot.schema.patterns import is_instance


def match_families(document: Document, schema: Schema, matching: Matching) -> None:
    """Pair the instances of each pattern in order; further ones answer its last member."""
    for members in _families(schema):
        for at, section in enumerate(_instances(members, document, matching)):
            if at < len(members):
                matching.claim(members[at], section)
            else:
                matching.add(members[-1], section)


def _families(schema: Schema) -> Iterable[list[SectionSchema]]:
    groups: dict[tuple[int, str], list[SectionSchema]] = {}
    for section in schema.sections:
        if section.repeatable:
            groups.setdefault((section.parent, section.family), []).append(section)
    return groups.values()


def _instances(
    members: list[SectionSchema], document: Document, matching: Matching
) -> list[Section]:
    """Find the instances of a pattern: in its place, else anywhere, else whatever stands there."""
    first = members[0]
    free = [s for s in document.sections if s.index not in matching.claimed]
    inside = [s for s in free if matching.in_place(s, first, document)]
    around = matching.found.get(first.parent)
    if first.family != "*":
        own = {key for member in members for key in member.keys}
        anywhere = () if around and inside else free
        for place in (inside, anywhere):
            if found := [s for s in place if _fits(s, first.family, own)]:
                return found
    if around:
        return [s for s in inside if s.parent == around.index]
    if first.family != "*" or first.parent >= 0:
        return []
    levels = {member.level for member in members}
    return [s for s in inside if s.level in levels]


def _fits(section: Section, family: str, own: set[str]) -> bool:
    return is_instance(section.title, family) or not own.isdisjoint(keys_of(section.title))
