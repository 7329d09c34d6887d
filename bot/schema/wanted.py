"""How much a template wants a section: what its marker, its comments and its parent say."""

import re

from bot.model.document import Document, Section
from bot.model.schema import SectionSchema, Tier
from bot.schema.fold import visible
from bot.schema.markers import tier_of_marker

_SAID_OPTIONAL = re.compile(
    r"\b(?:this|the)\s+(?:sub-?)?section\s+(?:is|may\s+be|can\s+be)\s+(?:optional|omitted|skipped)\b|"
    r"\bthis\s+is\s+an\s+optional\s+(?:element|section|part)\b|"
    r"\b(?:delete|remove|omit|skip)\s+(?:this|the)\s+(?:sub-?)?section\s+(?:if|when|where|unless)\b|"
    r"\bsection\s+is\s+only\s+(?:required|needed)\b|"
    r"^(?:<!--)?[ \t*_>(]{0,5}optional[*_]{0,3} ?[:.!–—][*_]{0,3}(?=\s)|"
    r"^[\W_]{0,20}optional[\W_]{0,20}$|^[\W_]{0,20}\(optional\b[^()\n]{0,80}\)[\W_]{0,20}$",
    re.I | re.M,
)


def tier_of(
    document: Document, section: Section, marker: str, above: SectionSchema | None
) -> tuple[Tier, str]:
    """Give the tier of a section, and what says so; nothing said is *required*."""
    if marker:
        return tier_of_marker(marker), marker
    for text in (_own_text(document, section), _comment_above(document, section)):
        if said := _SAID_OPTIONAL.search(text):
            return Tier.OPTIONAL, " ".join(said[0].split()).strip(" -<>!*_")
    if above and above.tier is not Tier.REQUIRED:
        return above.tier, f"within “{above.title}”"
    return Tier.REQUIRED, ""


def _own_text(document: Document, section: Section) -> str:
    """Give a section's text less a comment that speaks of the next one."""
    following = document.sections[section.index + 1 : section.index + 2]
    if following and (start := _comment_above_start(document, following[0])):
        return document.text(section.start, start)
    return document.text(section.start, section.stop)


def _comment_above(document: Document, section: Section) -> str:
    start = _comment_above_start(document, section)
    return document.text(start, section.line) if start else ""


def _comment_above_start(document: Document, section: Section) -> int | None:
    """Find the comment right on top of a heading that speaks of it, and not of the one above.

    Where a comment touches both headings, or is all that the upper one has, it is that one's.
    """
    if not document.text(section.line - 1, section.line).rstrip().endswith("-->"):
        return None
    start = next((span.start for span in document.comments if span.stop == section.line), None)
    if start is None or section.index == 0:
        return start
    upper = document.sections[section.index - 1]
    alone = not visible(document.text(upper.start, start))
    if start == upper.start or (alone and section.level <= upper.level):
        return None
    return start
