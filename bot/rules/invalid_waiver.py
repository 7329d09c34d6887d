"""A waiver that cannot count: it has no reason, names no rule, or no section of the template.

A waiver is an exception that somebody stands for, so it says why. It is a comment in the document:
`<!-- steward: waive missing-section "Database Schema": no storage -->`.

## Template

```markdown
# Title: [Name]

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

<!-- steward: waive missing-section -->

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

<!-- steward: waive section-order: the board reads the design first -->

## Context

Support looks up parcels by hand.
```

## Mend

Write `<!-- steward: waive RULE "Section": reason -->`; the section may be left out.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from bot.model.finding import Problem, Severity
from bot.model.slugs import RULE_SLUGS
from bot.rules.base import Case, Rule, quoted
from bot.schema.fold import keys_of


def check(case: Case) -> Iterator[Problem]:
    """Report each waiver that takes nothing away because of how it is written."""
    keys = {key for section in case.spec.schema.sections for key in section.keys}
    for waiver in case.spec.document.waivers:
        if waiver.rule not in RULE_SLUGS:
            near = get_close_matches(waiver.rule, RULE_SLUGS, n=1)
            mend = (
                f"did you mean {quoted(near[0])}?" if near else "`steward explain` lists the rules"
            )
            yield Problem(waiver.line, f"waiver names no rule: {quoted(waiver.rule[:40])}", mend)
        elif not waiver.reason:
            yield Problem(
                waiver.line,
                f"waiver of {quoted(waiver.rule)} gives no reason",
                f'write “<!-- steward: waive {waiver.rule} "Section": reason -->”',
            )
        elif waiver.section is not None and keys.isdisjoint(keys_of(waiver.section)):
            yield Problem(
                waiver.line,
                f"waiver names a section that the template has not: {quoted(waiver.section[:60])}",
                "name it as the template does, or leave it out",
            )


RULE = Rule("invalid-waiver", Severity.WARNING, __doc__, check)
