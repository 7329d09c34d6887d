"""What the configuration wants over what a template says."""

from collections import Counter
from dataclasses import replace
from difflib import get_close_matches

from bot.errors import StewardError
from bot.model.policy import TemplatePolicy
from bot.model.schema import Schema, SectionSchema, Tier
from bot.schema.fold import keys_of

_ORDER = (Tier.OPTIONAL, Tier.EXPECTED, Tier.REQUIRED)


def with_tiers(schema: Schema, wanted: TemplatePolicy, file: str) -> Schema:
    """Set the tiers of the named sections; parts are wanted no more than what they are part of."""
    tiers = wanted.tiers
    if not tiers:
        return schema
    sections = list(schema.sections)
    places: Counter[Tier] = Counter()
    for title, tier in tiers:
        step = f"sections.{tier}[{places[tier]}]"
        places[tier] += 1
        keys = keys_of(title)
        found = [s for s in sections if not s.keys.isdisjoint(keys)]
        if not found:
            titles = [s.title for s in sections]
            near = get_close_matches(title.casefold(), {t.casefold() for t in titles}, n=1)
            near = [t for t in titles if t.casefold() in near]
            raise StewardError(
                f"template “{schema.name}” has no section “{title}”",
                where=wanted.place(file, step),
                mend=f"did you mean “{near[0]}”?" if near else f"it has {', '.join(titles)}",
            )
        for section in found:
            sections[section.index] = replace(section, tier=tier, why="configuration")
    for section in sections[:]:  # from the outside, so that parts of parts follow too
        sections[section.index] = _capped(section, sections)
    return replace(
        schema,
        sections=tuple(sections),
        digest=f"{schema.digest}:{sorted(tiers)}",
    )


def _capped(section: SectionSchema, sections: list[SectionSchema]) -> SectionSchema:
    """Make what stands within an optional section no more wanted than that."""
    if section.parent < 0 or section.why == "configuration":
        return section
    above = sections[section.parent]
    if _ORDER.index(section.tier) <= _ORDER.index(above.tier):
        return section
    return replace(section, tier=above.tier, why=f"within “{above.title}”")
