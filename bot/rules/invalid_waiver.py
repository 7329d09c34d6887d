"""A waiver does not count: it gives no reason, or names no rule, or no section of the template.

A waiver is an exception that somebody stands for, so it says why. It is a comment in the document:
`<!-- steward: waive missing-section "Database Schema": no storage -->`. What is said of a waiver
itself, and of a file that cannot be read, no waiver takes away.

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

from bot.model.document import Waiver
from bot.model.finding import Problem, Severity
from bot.model.schema import Schema
from bot.model.slugs import RULE_SLUGS
from bot.rules.base import UNWAIVABLE, Case, Rule, quoted
from bot.schema.fold import keys_of
from bot.schema.near import nearest


def check(case: Case) -> Iterator[Problem]:
    """Report each waiver that takes nothing away because of how it is written."""
    for waiver in case.spec.document.waivers:
        if said := complaint(waiver, case.spec.schema):
            yield Problem(waiver.line, *said)


def complaint(waiver: Waiver, schema: Schema) -> tuple[str, str] | None:
    """Say what is wrong with a waiver and how to mend it; None where it holds."""
    return _about_rule(waiver) or _about_reason(waiver) or _about_section(waiver, schema)


def _about_rule(waiver: Waiver) -> tuple[str, str] | None:
    if not waiver.rule:
        return "waiver names no rule", f"write {_form('RULE')}"
    if waiver.rule in UNWAIVABLE:
        return f"{quoted(waiver.rule)} cannot be waived", "mend what it speaks of, or turn it off"
    if waiver.rule in RULE_SLUGS:
        return None
    near = nearest(waiver.rule, RULE_SLUGS)
    mend = f"did you mean {quoted(near)}?" if near else "`steward explain` lists the rules"
    return f"waiver names an unknown rule, {quoted(waiver.rule, 40)}", mend


def _about_reason(waiver: Waiver) -> tuple[str, str] | None:
    if waiver.reason:
        return None
    return f"waiver of {quoted(waiver.rule)} gives no reason", f"write {_form(waiver.rule)}"


def _about_section(waiver: Waiver, schema: Schema) -> tuple[str, str] | None:
    if waiver.section is None:
        return None
    keys = keys_of(waiver.section)
    if any(not s.keys.isdisjoint(keys) for s in schema.sections):
        return None
    near = nearest(waiver.section, (s.title for s in schema.sections))
    said = f"waiver names a section that the template does not have, {quoted(waiver.section, 60)}"
    mend = "name one as the template does, or none for the whole document"
    return said, f"did you mean {quoted(near)}?" if near else mend


def _form(rule: str) -> str:
    return f'“<!-- steward: waive {rule} "Section": reason -->”; the section may be left out'


RULE = Rule("invalid-waiver", Severity.WARNING, __doc__, check)
