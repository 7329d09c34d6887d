"""What the configuration wants over what a template says."""

from dataclasses import replace
from difflib import get_close_matches

from bot.errors import StewardError
from bot.model.schema import Schema, SectionSchema, Tier
from bot.schema.fold import keys_of


def with_tiers(schema: Schema, tiers: tuple[tuple[str, Tier], ...], where: str) -> Schema:
    """Set the tiers of the named sections; the parts of one that is made optional follow it."""
    if not tiers:
        return schema
    sections = list(schema.sections)
    for title, tier in tiers:
        keys = keys_of(title)
        found = [s for s in sections if not s.keys.isdisjoint(keys)]
        if not found:
            titles = [s.title for s in sections]
            near = get_close_matches(title, titles, n=1)
            raise StewardError(
                f"template “{schema.name}” has no section “{title}”",
                where=where,
                mend=f"did you mean “{near[0]}”?" if near else f"it has {', '.join(titles)}",
            )
        for section in found:
            sections[section.index] = replace(section, tier=tier, why="configuration")
    return replace(
        schema,
        sections=tuple(_capped(s, sections) for s in sections),
        digest=f"{schema.digest}:{sorted(tiers)}",
    )


def _capped(section: SectionSchema, sections: list[SectionSchema]) -> SectionSchema:
    above = sections[section.parent] if section.parent >= 0 else None
    lowered = above and above.tier is Tier.OPTIONAL and section.tier is not Tier.OPTIONAL
    if not above or not lowered or section.why == "configuration":
        return section
    return replace(section, tier=Tier.OPTIONAL, why=f"within “{above.title}”")
