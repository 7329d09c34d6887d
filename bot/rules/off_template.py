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

Start again from the template (`steward new`), add what is missing (`steward fix`), or say in the
configuration which template governs this path, or that none does.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.schema import Tier
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted


def check(case: Case) -> Iterator[Problem]:
    """Report a document that has too little of its template."""
    spec = case.spec
    if not spec.off_template:
        return
    wanted = [s for s in spec.sections if s.schema.tier is Tier.REQUIRED]
    have = sum(s.found is not None for s in wanted)
    missing = ", ".join(s.schema.title for s in wanted if s.found is None and s.schema.parent < 0)
    yield Problem(
        line=1,
        message=f"only {have} of the {len(wanted)} sections "
        f"that template {quoted(spec.schema.name)} "
        "requires are here",
        help=f"add {missing}; or name another template for this path in the configuration",
        key="off-template",
    )


RULE = Rule("off-template", Severity.ERROR, __doc__, check, {Stage.CLOSED: Severity.NOTE})
