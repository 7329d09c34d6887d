"""A section that the template has once stands twice, side by side.

Two "Risks" are mostly what a merge left behind; a reader finds one and misses the other. Headings
of which the template shows a pattern (`Phase 1`, `Phase 2`) may come as often as they like.

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

## Risks

The index may lag behind.

## Risks

The index may be wrong.
```

## Passes

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand.

## Risks

The index may lag behind, or be wrong.
```

## Mend

Merge the two, or give one of them a heading of its own.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted


def check(case: Case) -> Iterator[Problem]:
    """Report each section that repeats one beside it."""
    found = {s.schema.index: s.found for s in case.spec.sections if s.found}
    for section, wanted in case.spec.duplicates:
        first = found[wanted.index]
        yield Problem(
            line=section.line,
            message=f"section {quoted(wanted.title)} stands here again",
            help=f"merge it into the first one, in line {first.line}, or give it another heading",
            section=wanted.title,
        )


RULE = Rule("duplicate-section", Severity.WARNING, __doc__, check)
