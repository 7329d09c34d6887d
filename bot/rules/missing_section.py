"""A section that the template has is not in the document.

A section counts as there under any heading that reads the same: case, markup, emoji, numbering,
"(optional)" markers, "&" for "and", plurals, hyphens and British spelling make no difference, nor
does its level. Where a whole branch is missing, only its top is reported; a section that says "N/A"
needs no parts. A section that the
template marks as recommended is a warning; an optional one is never missing.

## Template

```markdown
# Title: [Name]

## Context

Why is this needed?

## Risks

What could go wrong?
```

## Fails

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand.

## Risks

N/A: read-only, behind the existing login.
```

## Mend

Add the section where the finding points, or let `steward fix --write` insert its skeleton. Where
it does not apply, keep the heading and write `N/A` and why.
"""

import re
from collections.abc import Iterator

from bot.model.document import Section
from bot.model.finding import Problem, Severity
from bot.model.schema import SectionSchema, Tier
from bot.model.spec import Spec, SpecSection, State
from bot.rules.base import Case, Rule, listed, quoted
from bot.schema.fold import likeness
from bot.schema.place import place_of, shown_line

_ALIKE = 0.72
_WORD = re.compile(r"[^\W_]+")
_NEGATION = frozenset(("non", "not", "no", "un", "anti", "without"))
_MOST = 200  # headings that a missing one is compared with
_WITHOUT_PARTS = (State.MISSING, State.EMPTY, State.NOT_APPLICABLE)
_DEEPEST = 6


def check(case: Case) -> Iterator[Problem]:
    """Report each section that is missing while what it stands in is there."""
    spec = case.spec
    for section in missing_sections(spec):
        wanted = section.schema
        yield Problem(
            line=shown_line(spec, place_of(spec, section)),
            message=f"section {quoted(wanted.title)} is missing",
            help=_help(spec, wanted),
            section=wanted.title,
            soft=wanted.tier is Tier.EXPECTED,
        )


def missing_sections(spec: Spec) -> Iterator[SpecSection]:
    """Give the sections to report; of a branch that is missing, its top."""
    if spec.off_template:
        return
    gone = {s.schema.index for s in spec.sections if s.state in _WITHOUT_PARTS}
    for section in spec.sections:
        wanted = section.schema
        if section.state is not State.MISSING or wanted.tier is Tier.OPTIONAL:
            continue
        if wanted.parent not in gone:
            yield section


def level_of(spec: Spec, wanted: SectionSchema) -> int:
    """Give the level that a section's heading has here, where all may be deeper or less deep."""
    for section in spec.sections:
        found = section.found
        if found is None or found.index < 0 or section.schema.index == wanted.index:
            continue
        if wanted.parent in (section.schema.index, section.schema.parent):
            return max(1, min(_DEEPEST, wanted.level + found.level - section.schema.level))
    return wanted.level


def _help(spec: Spec, wanted: SectionSchema) -> str:
    heading = f"{'#' * level_of(spec, wanted)} {wanted.title}"
    if near := near_miss(spec, wanted):
        found = f"{quoted(near.title)} in line {near.line}"
        return f"did you mean {found}? Rename that to {quoted(heading)}, or add it here"
    parts = [
        s.title
        for s in spec.schema.sections
        if s.parent == wanted.index and s.tier is not Tier.OPTIONAL
    ]
    if parts:
        return f"add {quoted(heading)} here with {listed(parts)}, or with “N/A” and the reason"
    return f"add {quoted(heading)} here, if only with “N/A” and the reason"


def near_miss(spec: Spec, wanted: SectionSchema) -> Section | None:
    """Find a heading that answers no section and is called much like a missing one."""
    claimed = {s.found.index for s in spec.sections if s.found}
    title = next((s.index for s in spec.document.sections if s.level == 1), -1)
    if spec.schema.titles:
        claimed.add(title)
    free = [s for s in spec.document.sections if s.index not in claimed][:_MOST]
    alike = [(_likeness(s.title, wanted.title), -s.line, s) for s in free]
    best = max(alike, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] >= _ALIKE else None


def _likeness(title: str, wanted: str) -> float:
    """Say how alike two titles are; one that has all the words of the other is alike."""
    words, asked = set(_WORD.findall(title.casefold())), set(_WORD.findall(wanted.casefold()))
    alike = likeness(title, wanted)
    within = (words <= asked or asked <= words) and bool(words & asked)
    return max(alike, _ALIKE) if within and not _NEGATION & (words ^ asked) else alike


RULE = Rule("missing-section", Severity.ERROR, __doc__, check)
