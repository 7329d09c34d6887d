"""What the configuration wants over what a template says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.config.several import each
from bot.errors import StewardError
from bot.model.policy import TemplatePolicy
from bot.model.schema import Schema, SectionSchema, Tier
from bot.schema.fold import keys_of
from bot.schema.near import nearest

_LISTED, _SHOWN = 20, 60  # titles that a message lists, and letters of each
_ORDER = (Tier.OPTIONAL, Tier.EXPECTED, Tier.REQUIRED)


def with_tiers(schema: Schema, wanted: TemplatePolicy, file: str) -> Schema:
    """Set the tiers of the named sections; parts are wanted no more than what they are part of."""
    tiers = wanted.tiers
    if not tiers:
        return schema
    sections = list(schema.sections)
    by_key: dict[str, list[SectionSchema]] = {}
    for section in sections:
        for key in section.keys:
            by_key.setdefault(key, []).append(section)
    places: Counter[Tier] = Counter()

    def told(entry: tuple[str, Tier]) -> None:
        title, tier = entry
        steps = ("sections", tier.value, places[tier])
        places[tier] += 1
        found = [s for key in keys_of(title) for s in by_key.get(key, ())]
        if not found:
            raise StewardError(
                f"template “{schema.name}” has no section “{title}”",
                where=wanted.place(file, *steps),
                mend=_advice(title, [s.title for s in sections]),
            )
        for section in found:
            sections[section.index] = replace(section, tier=tier, why="configuration")

    each(told, tiers)
    for section in sections[:]:  # from the outside, so that parts of parts follow too
        sections[section.index] = _capped(section, sections)
    return replace(
        schema,
        sections=tuple(sections),
        digest=f"{schema.digest}:{sorted(tiers)}",
    )


def _advice(title: str, titles: Sequence[str]) -> str:
    near = nearest(title.casefold(), dict.fromkeys(known.casefold() for known in titles))
    if near:
        return f"did you mean “{next(t for t in titles if t.casefold() == near)}”?"
    more = len(titles) - _LISTED
    listed = ", ".join(known[:_SHOWN] for known in titles[:_LISTED])
    return f"it has {listed} and {more} more" if more > 0 else f"it has {listed}"


def _capped(section: SectionSchema, sections: list[SectionSchema]) -> SectionSchema:
    """Make what stands within an optional section no more wanted than that."""
    if section.parent < 0 or section.why == "configuration":
        return section
    above = sections[section.parent]
    if _ORDER.index(section.tier) <= _ORDER.index(above.tier):
        return section
    return replace(section, tier=above.tier, why=f"within “{above.title}”")
