"""A section that the template has is not in the document.

A section counts as there under any heading that reads the same: case, markup, emoji, numbering,
"(optional)" markers, "&" for "and", plurals, hyphens and British spelling make no difference, nor
does its level. Where a whole branch is missing, only its top is reported. A section that the
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

from collections.abc import Iterator

from bot.model.document import Section
from bot.model.finding import Problem, Severity
from bot.model.schema import Tier
from bot.model.spec import Spec, SpecSection, State
from bot.rules.base import Case, Rule, quoted
from bot.schema.fold import likeness
from bot.schema.place import place_of, shown_line

_ALIKE = 0.72
_MOST = 200  # headings that a missing one is compared with


def check(case: Case) -> Iterator[Problem]:
    """Report each section that is missing while what it stands in is there."""
    spec = case.spec
    if spec.off_template:
        return
    gone = {s.schema.index for s in spec.sections if s.state in (State.MISSING, State.EMPTY)}
    for section in spec.sections:
        wanted = section.schema
        if section.state is not State.MISSING or wanted.tier is Tier.OPTIONAL:
            continue
        if wanted.parent in gone:
            gone.add(wanted.index)
            continue
        near = _near_miss(spec, section)
        yield Problem(
            line=shown_line(spec, place_of(spec, section)),
            message=f"section {quoted(wanted.title)} is missing",
            help=_help(spec, section, near),
            section=wanted.title,
            soft=wanted.tier is Tier.EXPECTED,
        )


def _near_miss(spec: Spec, missing: SpecSection) -> Section | None:
    claimed = {s.found.index for s in spec.sections if s.found}
    free = [s for s in spec.document.sections if s.index not in claimed][:_MOST]
    alike = [(likeness(s.title, missing.schema.title), -s.line, s) for s in free]
    best = max(alike, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] >= _ALIKE else None


def _help(spec: Spec, missing: SpecSection, near: Section | None) -> str:
    wanted = missing.schema
    heading = f"{'#' * wanted.level} {wanted.title}"
    if near:
        found = f"{quoted(near.title)} (line {near.line})"
        return f"did you mean it by {found}? Rename that to “{heading}”"
    parts = [
        s.title
        for s in spec.schema.sections
        if s.parent == wanted.index and s.tier is not Tier.OPTIONAL
    ]
    inside = f" with {', '.join(parts)}" if parts else ""
    return f"add “{heading}”{inside} here, or the heading and “N/A” with the reason"


RULE = Rule("missing-section", Severity.ERROR, __doc__, check)
