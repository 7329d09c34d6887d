"""What to paste where a section is missing: the template's own text, at the document's level."""

import re
from collections.abc import Iterable, Iterator

from bot.model.finding import Finding
from bot.model.schema import SectionSchema, Tier
from bot.model.spec import Spec, SpecSection
from bot.rules import missing_section
from bot.rules.missing_section import level_of
from bot.schema.identity import own_token

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_DEEPEST = 6


def addable(spec: Spec, findings: Iterable[Finding]) -> Iterator[SpecSection]:
    """Give the missing sections that findings tell of and that can be added as they are.

    What is called much like one may be it: that is the author's to say.
    """
    reported = {f.section for f in findings if f.rule == missing_section.RULE.slug}
    for section in missing_section.missing_sections(spec):
        if section.schema.title in reported and not missing_section.near_miss(spec, section.schema):
            yield section


def skeleton_of(spec: Spec, missing: SpecSection) -> tuple[str, ...]:
    """Give the lines of a missing section, with the parts that it has to have."""
    shift = level_of(spec, missing.schema) - missing.schema.level
    lines: list[str] = []
    for section in _branch(spec, missing.schema):
        if lines and lines[-1].strip():
            lines.append("")
        heading, *rest = section.skeleton.split("\n")
        marks = "#" * max(1, min(_DEEPEST, section.level + shift))
        lines.extend((_HEADING.sub(marks, heading, count=1) if shift else heading, *rest))
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
