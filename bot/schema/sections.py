"""The sections that a template asks for."""

import re
from collections.abc import Iterator, Sequence

from bot.markdown.inline import plain
from bot.model.document import Document, Label, Section
from bot.model.schema import SectionKind, SectionSchema, Tier
from bot.schema.asking import own_text
from bot.schema.fold import keys_of
from bot.schema.markers import without_marker
from bot.schema.outline import without_tags
from bot.schema.patterns import Patterns
from bot.schema.planned import heads_work
from bot.schema.prompts import sample_of, unboxed
from bot.schema.wanted import tier_of
from bot.schema.words import PHASE, kind_of

_BOX = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\][ \t]", re.M)
_RULE = re.compile(r"[ \t]*(?:-{3,}|\*{3,})[ \t]*")
_LABELLED = (SectionKind.DECISIONS, SectionKind.QUESTIONS)


def derive_sections(
    document: Document, sections: Sequence[Section], tokens: re.Pattern[str] | None
) -> tuple[SectionSchema, ...]:
    """Derive the schema of each section, with the labels that hold lists of their own kind."""
    made: list[SectionSchema] = []
    place: dict[int, int] = {}
    first_of: dict[tuple[int, str], str] = {}
    labels: dict[int, list[Label]] = {}
    for label in document.labels:
        labels.setdefault(label.section, []).append(label)
    patterns = Patterns((s.title for s in sections), tokens)
    for section in sections:
        title, marker = without_marker(without_tags(section.title))
        parent = _parent(section, document, place)
        above = made[parent] if parent >= 0 else None
        text = document.text(section.start, section.stop)
        family = patterns.family(title)
        tier, why = tier_of(document, section, marker, above)
        if first := first_of.get((parent, family)):
            tier, why = Tier.OPTIONAL, f"repeats “{first}”"
        elif family:
            first_of[parent, family] = plain(title)
        kind = _kind(plain(title), text, above)
        own = own_text(text, plain(title), kind, tokens)
        bare = unboxed(text) if kind is SectionKind.QUESTIONS else text
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
                kind=kind,
                repeatable=bool(family),
                keys=keys_of(section.title),
                family=family,
                sample=sample_of(bare, tokens, asks=bool(own.prompts)),
                prompts=own.prompts,
                stand_ins=own.stand_ins,
                frame=own.frame,
                dressed=bool(own.prompts) and not sample_of(bare, tokens),
                skeleton=_skeleton(document, section),
            )
        )
        made.extend(_labels(document, labels.get(section.index, ()), made[-1], len(made)))
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
    if boxes and (heads_work(title) or (above and above.kind is SectionKind.WORK)):
        return SectionKind.WORK
    return SectionKind.GATES if boxes else SectionKind.PROSE


def _skeleton(document: Document, section: Section) -> str:
    """Give the section's own heading and text, without the line that parts it from the next."""
    lines = list(document.lines[section.line - 1 : section.stop - 1])
    while lines and (not lines[-1].strip() or _RULE.fullmatch(lines[-1])):
        lines.pop()
    return "\n".join(lines)


def _labels(
    document: Document, labels: Sequence[Label], holder: SectionSchema, index: int
) -> Iterator[SectionSchema]:
    """Derive the labels of a section that head questions or decisions, each title once."""
    seen: set[frozenset[str]] = set()
    for label in labels:
        kind = kind_of(label.title)
        keys = keys_of(label.title)
        if kind in _LABELLED and keys not in seen:
            seen.add(keys)
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
