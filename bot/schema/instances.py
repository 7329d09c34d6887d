"""Which sections of a document are instances of a pattern of its template."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.fold import keys_of
from bot.schema.matching import Matching
from bot.schema.patterns import is_instance


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern in its place: the template's instances of it, and the forms of their titles."""

    members: tuple[SectionSchema, ...]
    keys: frozenset[str]

    @property
    def parent(self) -> int:
        return self.members[0].parent

    @property
    def family(self) -> str:
        return self.members[0].family

    def is_named(self, section: Section) -> bool:
        """Tell whether a section bears the very title of a member."""
        return not self.keys.isdisjoint(keys_of(section.title))

    def fits(self, section: Section) -> bool:
        return is_instance(section.title, self.family) or self.is_named(section)


def match_families(document: Document, schema: Schema, matching: Matching) -> None:
    """Pair the instances of each pattern in order; further ones answer its last member."""
    patterns = _patterns(schema)
    for pattern in patterns:
        beside = [p for p in patterns if p.parent == pattern.parent and p is not pattern]
        for at, section in enumerate(_instances(pattern, beside, document, matching)):
            if at < len(pattern.members):
                matching.claim(pattern.members[at], section)
            else:
                matching.add(pattern.members[-1], section)


def _patterns(schema: Schema) -> list[_Pattern]:
    """Group the instances of patterns: outer ones first, and those that fit anything last."""
    groups: dict[tuple[int, str], list[SectionSchema]] = {}
    for section in schema.sections:
        if section.repeatable:
            groups.setdefault((section.parent, section.family), []).append(section)
    found = [
        _Pattern(tuple(group), frozenset(key for member in group for key in member.keys))
        for group in groups.values()
    ]
    return sorted(found, key=lambda p: (len(p.members[0].path), p.family == "*"))


def _instances(
    pattern: _Pattern, beside: Sequence[_Pattern], document: Document, matching: Matching
) -> list[Section]:
    """Find the instances of a pattern: in its place, else anywhere, else whatever stands there."""
    free = [
        s for s in document.sections
        if s.index not in matching.claimed
        and s.title
        and (pattern.is_named(s) or not any(other.is_named(s) for other in beside))
    ]  # fmt: skip
    inside = [s for s in free if matching.in_place(s, pattern.members[0], document)]
    around = matching.found.get(pattern.parent)
    if pattern.family != "*":
        anywhere = () if around and inside else free
        for place in (inside, anywhere):
            if found := [s for s in place if pattern.fits(s)]:
                return found
    if around:
        children = [s for s in inside if s.parent == around.index]
        return [s for s in children if not any(other.fits(s) for other in beside)]
    if pattern.family != "*" or pattern.parent >= 0:
        return []
    levels = {member.level for member in pattern.members}
    return [s for s in inside if s.level in levels]
