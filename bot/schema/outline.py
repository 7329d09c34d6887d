"""The sections that a template asks for, and how much it wants each."""

import re
from collections.abc import Iterator, Sequence

from bot.markdown.inline import COMMENT, plain, untagged
from bot.model.document import Document, Label, Section
from bot.model.schema import SectionKind, SectionSchema, Tier
from bot.schema.fold import fold, fold_text, keys_of, visible, without_marker
from bot.schema.prompts import is_prompt
from bot.schema.words import PHASE, kind_of

_SAID_OPTIONAL = re.compile(
    r"\b(?:this|the) (?:sub-?)?section is optional\b|\bthis is an optional (?:element|section)\b|"
    r"^\W*optional\W*$|^\W*\(optional\b[^)]*\)\W*$|\bsection is only (?:required|needed)\b",
    re.I | re.M,
)
_COUNTED = re.compile(
    r"^(?P<stem>[^\W\d_][\w ]{1,30}?)\s+(?:\d{1,3}|[A-Z]|\[[^\]]*\]|<[^>]*>)"
    r"(?=\W*$|\s*[:.)—–-])"
)
_NAMED = re.compile(r"^(?P<stem>[^\W\d_][\w ]{1,30}?)\s*:\s*[\[<{]")
_ALL_TOKEN = re.compile(r"[\[<{].*[\]>}]|`[^`]+`")
_BOX = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\][ \t]", re.M)
_MANY_H1 = 3


def titles_and_sections(document: Document) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """Part the headings that name the document from those that structure it.

    One or two H1 above lower headings are its title (a guide block may bring its own); three or
    more are sections. An H1 called "Meta" is a section even alone.
    """
    tops = [s for s in document.sections if s.level == 1]
    lower = len(tops) < len(document.sections)
    if len(tops) >= _MANY_H1 or (tops and not lower and len(tops) > 1):
        return (), document.sections
    named = tuple(s for s in tops if kind_of(s.title) is not SectionKind.METADATA)
    taken = {s.index for s in named}
    return named, tuple(s for s in document.sections if s.index not in taken)


def derive_sections(
    document: Document, sections: Sequence[Section], tokens: re.Pattern[str] | None
) -> tuple[SectionSchema, ...]:
    """Derive the schema of each section, with the labels that hold lists of their own kind."""
    made: list[SectionSchema] = []
    place: dict[int, int] = {}
    families: dict[tuple[int, str], str] = {}
    for section in sections:
        parent = _parent(section, document, place)
        above = made[parent] if parent >= 0 else None
        title, marker = without_marker(
            untagged(section.title) if "</" in section.title else section.title
        )
        text = document.text(section.start, section.stop)
        family = _family(title, sections)
        tier, why = _tier(document, section, marker, above)
        if family:
            first = families.setdefault((parent, family), plain(title))
            if first != plain(title):
                tier, why = Tier.OPTIONAL, f"repeats “{first}”"
        place[section.index] = len(made)
        made.append(
            SectionSchema(
                index=len(made),
                title=plain(title),
                path=(*(above.path if above else ()), plain(title)),
                level=section.level,
                line=section.line,
                parent=parent,
                tier=tier,
                why=why,
                kind=_kind(plain(title), text, above),
                repeatable=bool(family),
                keys=keys_of(section.title),
                family=family,
                sample=_sample(text, tokens),
                skeleton=_skeleton(document, section),
            )
        )
        made.extend(_labels(document, section, made[-1], len(made)))
    return tuple(made)


def _parent(section: Section, document: Document, place: dict[int, int]) -> int:
    above = section.parent
    while above >= 0:
        around = document.sections[above]
        # "# Meta" heads its own list only: what follows at H2 stands beside it.
        meta_title = around.level == 1 and kind_of(around.title) is SectionKind.METADATA
        if above in place and not meta_title:
            return place[above]
        above = around.parent
    return -1


def _tier(
    document: Document, section: Section, marker: str, above: SectionSchema | None
) -> tuple[Tier, str]:
    if marker:
        word = marker.casefold()
        if ("required" in word and "if" not in word.split("(")[-1].split()) or "mandatory" in word:
            return Tier.REQUIRED, marker
        recommended = "recommended" in word or "encouraged" in word
        return (Tier.EXPECTED if recommended else Tier.OPTIONAL), marker
    own = document.text(section.start, section.stop)
    before = document.text(max(1, section.line - 6), section.line)
    comment_above = COMMENT.findall(before)[-1:] if before.endswith("-->") else []
    if not document.text(section.stop - 1, section.stop).strip().endswith("-->"):
        comment_below = ""
    else:  # a comment right on top of the next heading speaks of that one
        comment_below = (COMMENT.findall(own) or [""])[-1]
    for text in (own.removesuffix(comment_below), *comment_above):
        if said := _SAID_OPTIONAL.search(text):
            return Tier.OPTIONAL, " ".join(said[0].split()).strip(" -<>!*_")
    if above and above.tier is not Tier.REQUIRED:
        return above.tier, f"within “{above.title}”"
    return Tier.REQUIRED, ""


def _kind(title: str, text: str, above: SectionSchema | None) -> SectionKind:
    """Tell what a section holds: by its title, by its boxes, by what it is part of."""
    own = kind_of(title)
    boxes = _BOX.search(text) is not None
    if own is SectionKind.PROSE and PHASE.match(title):
        return SectionKind.WORK
    if own is not SectionKind.PROSE:
        return own
    if above and above.kind is SectionKind.QUESTIONS:
        return above.kind
    if above and above.kind is SectionKind.WORK and boxes:
        return above.kind
    return SectionKind.GATES if boxes else SectionKind.PROSE


def _family(title: str, sections: Sequence[Section]) -> str:
    """Name the pattern that a heading is an instance of: ``Phase 1: …`` of "phase"."""
    text = title.strip()
    if _ALL_TOKEN.fullmatch(text):
        return "*"
    if counted := _COUNTED.match(text):
        alike = [
            s for s in sections if (m := _COUNTED.match(s.title)) and m["stem"] == counted["stem"]
        ]
        if len(alike) > 1 or re.search(r"[\[<{]|\bN\b", text):
            return fold(counted["stem"])
    named = _NAMED.match(text)
    return fold(named["stem"]) if named else ""


def _sample(text: str, tokens: re.Pattern[str] | None) -> str:
    """Fold the text that a document may not leave as it is, guidance in comments included."""
    if is_prompt(text, tokens) or _only_ids(text, tokens):
        return fold_text(text)
    if not visible(text) and "<!--" in text:
        return " ".join(text.split()).casefold()
    return ""


def _only_ids(text: str, tokens: re.Pattern[str] | None) -> bool:
    return bool(tokens and tokens.search(visible(text)))


def _skeleton(document: Document, section: Section) -> str:
    """Give the section's own heading and text, without the line that parts it from the next."""
    lines = list(document.lines[section.line - 1 : section.stop - 1])
    while lines and (
        not lines[-1].strip() or re.fullmatch(r"[ \t]*(?:-{3,}|\*{3,})[ \t]*", lines[-1])
    ):
        lines.pop()
    return "\n".join(lines)


def _labels(
    document: Document, section: Section, holder: SectionSchema, index: int
) -> Iterator[SectionSchema]:
    for label in document.labels:
        kind = kind_of(label.title)
        if label.section == section.index and kind in (
            SectionKind.DECISIONS,
            SectionKind.QUESTIONS,
        ):
            yield _label_schema(document, label, holder, index, kind)
            index += 1


def _label_schema(
    document: Document, label: Label, holder: SectionSchema, index: int, kind: SectionKind
) -> SectionSchema:
    return SectionSchema(
        index=index,
        title=label.title,
        path=(*holder.path, label.title),
        level=holder.level + 1,
        line=label.line,
        parent=holder.index,
        tier=Tier.OPTIONAL,
        why=f"a label within “{holder.title}”",
        kind=kind,
        repeatable=False,
        keys=keys_of(label.title),
        skeleton=document.text(label.line, label.stop).rstrip().rstrip("-").rstrip(),
        label=True,
    )
