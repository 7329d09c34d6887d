"""Which sections of a document are instances of a pattern of its template."""

from collections.abc import Iterable, Sequence
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
    titles: frozenset[str]
    keys: frozenset[str]

    @property
    def parent(self) -> int:
        return self.members[0].parent

    @property
    def is_open(self) -> bool:
        """Tell whether it fits anything: ``[Name]``."""
        return self.members[0].family == "*"

    def likeness(self, section: Section) -> int:
        """Say how much a section is called like a member: 2 to the letter, 1 folded, 0 not."""
        if section.title in self.titles:
            return 2
        return int(not self.keys.isdisjoint(keys_of(section.title)))

    def fits(self, section: Section) -> bool:
        return is_instance(section.title, self.members[0].family) or self.likeness(section) > 0


def match_families(document: Document, schema: Schema, matching: Matching) -> None:
    """Pair the instances of each pattern in order; further ones answer its last member."""
    patterns = _patterns(schema)
    for pattern in patterns:
        beside = [p for p in patterns if p.parent == pattern.parent and p is not pattern]
        title = _title(document, pattern, titled=bool(schema.titles))
        free = [
            s for s in document.sections
            if s.title and s.index != title and s.index not in matching.claimed
            and not any(other.likeness(s) > pattern.likeness(s) for other in beside)
        ]  # fmt: skip
        found = _outermost(_instances(pattern, beside, free, document, matching))
        for at, section in enumerate(found):
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
        _Pattern(
            tuple(group),
            frozenset(member.title for member in group),
            frozenset(key for member in group for key in member.keys),
        )
        for group in groups.values()
    ]
    return sorted(found, key=lambda pattern: (len(pattern.members[0].path), pattern.is_open))


def _instances(
    pattern: _Pattern,
    beside: Sequence[_Pattern],
    free: Sequence[Section],
    document: Document,
    matching: Matching,
) -> Sequence[Section]:
    """Find the instances of a pattern: in its place, else anywhere, else whatever stands there."""
    around = matching.found.get(pattern.parent)
    inside = [s for s in free if matching.in_place(s, pattern.members[0], document)]
    if not pattern.is_open:
        anywhere = () if around and inside else free
        for place in (inside, anywhere):
            if found := [s for s in place if pattern.fits(s)]:
                return found
    if around:
        children = [s for s in inside if s.parent == around.index]
        return [s for s in children if not any(other.fits(s) for other in beside)]
    if not pattern.is_open or pattern.parent >= 0:
        return ()
    levels = {member.level for member in pattern.members}
    return [s for s in inside or free if s.level in levels]


def _outermost(found: Iterable[Section]) -> list[Section]:
    """Leave out what stands within another instance: “Phase 1 in detail” below “Phase 1”."""
    outer: list[Section] = []
    for section in found:
        if not outer or section.line >= outer[-1].end:
            outer.append(section)
    return outer


def _title(document: Document, pattern: _Pattern, *, titled: bool) -> int:
    """Give the index of the heading that names the document, or -1 where it may be an instance.

    That is an H1 with no other beside it, or the first of several where the template has a title
    too and the pattern would fit anything.
    """
    tops = [s.index for s in document.sections if s.level == 1]
    sole = tops == [0] and pattern.members[0].level > 1
    first = tops[:1] == [0] and titled and pattern.is_open
    return 0 if sole or first else -1
