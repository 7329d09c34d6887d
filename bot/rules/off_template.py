"""The document does not follow the template that governs it.

Under half of the sections that the template requires are there. One finding says so, instead of one
for each section: the document was made without the template, or from another one. A document
that was closed (moved, withdrawn, superseded) gets a note.

## Template

```markdown
# Title: [Name]

## Context

Why is this needed?

## Design

How will it work?

## Risks

What could go wrong?
```

## Fails

```markdown
# Meeting notes

## Agenda

Parcel search.

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand.

## Design

An index over parcel numbers.

## Risks

None.
```

## Mend

Start again from the template (`steward new`), add the sections, or say in the configuration which
template governs this path.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.schema import Tier
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, listed, quoted


def check(case: Case) -> Iterator[Problem]:
    """Report a document that has too little of its template."""
    spec = case.spec
    if not spec.off_template:
        return
    by_tier = {
        tier: [s for s in spec.schema.sections if s.tier is tier]
        for tier in (Tier.REQUIRED, Tier.EXPECTED)
    }
    wanted = by_tier[Tier.REQUIRED] or by_tier[Tier.EXPECTED]
    there = {s.schema.index for s in spec.sections if s.found}
    gone = {s.index for s in wanted if s.index not in there}
    if not gone:
        return
    have = len(wanted) - len(gone)
    tops = [s.title for s in wanted if s.index in gone and s.parent not in gone]
    yield Problem(
        line=1,
        message=f"{f'only {have}' if have else 'none'} of the {len(wanted)} sections "
        f"that template {quoted(spec.schema.name)} asks for {'are' if have else 'is'} here",
        help=f"add {listed(tops)}; or name another template for this path in the configuration",
        soft=not by_tier[Tier.REQUIRED],
        key="off-template",
    )


RULE = Rule("off-template", Severity.ERROR, __doc__, check, {Stage.CLOSED: Severity.NOTE})
