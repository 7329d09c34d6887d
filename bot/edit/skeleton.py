"""What to paste where a section is missing: the template's own text, at the document's level."""

import re

from bot.model.schema import SectionSchema, Tier
from bot.model.spec import Spec, SpecSection
from bot.schema.identity import own_token

_HEADING = re.compile(r"(#{1,6})(?=[ \t])")


def skeleton_of(spec: Spec, missing: SpecSection) -> tuple[str, ...]:
    """Give the lines of a missing section, with the parts that it has to have."""
    shift = _shift(spec, missing.schema)
    lines: list[str] = []
    for section in _branch(spec, missing.schema):
        if lines and lines[-1].strip():
            lines.append("")
        heading, *rest = section.skeleton.split("\n")
        lines.append(
            _HEADING.sub(lambda m: "#" * max(1, min(6, len(m[1]) + shift)), heading, count=1)
        )
        lines.extend(rest)
    token = own_token(spec.schema.titles)
    if token and spec.id:
        lines = [line.replace(token, spec.id) for line in lines]
    return tuple(lines)


def _branch(spec: Spec, top: SectionSchema) -> list[SectionSchema]:
    """Give a section and those below it that are not optional."""
    chosen = {top.index}
    for section in spec.schema.sections:
        if section.parent in chosen and section.tier is not Tier.OPTIONAL and not section.label:
            chosen.add(section.index)
    return [section for section in spec.schema.sections if section.index in chosen]


def _shift(spec: Spec, wanted: SectionSchema) -> int:
    """Say how many levels deeper the document has such sections than the template."""
    for section in spec.sections:
        found = section.found
        if found is None or found.index < 0 or section.schema.index == wanted.index:
            continue
        if wanted.parent in (section.schema.index, section.schema.parent):
            return found.level - section.schema.level
    return 0
