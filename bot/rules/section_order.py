"""Sections stand in another order than in the template.

Readers who know the template find things by their place. As few sections as possible are reported:
those that have to move for the rest to be in order.

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
# Title: Parcel search

## Design

An index over parcel numbers.

## Context

Support looks up parcels by hand.

## Risks

None.
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

Move the section to where the message says, or change the order in the template.
"""

from collections.abc import Iterator, Sequence

from bot.model.finding import Problem, Severity
from bot.model.spec import SpecSection
from bot.rules.base import Case, Rule, quoted
from bot.schema.rising import longest_rise


def check(case: Case) -> Iterator[Problem]:
    """Report the sections that are out of order among their siblings."""
    spec = case.spec
    if spec.off_template:
        return
    groups: dict[tuple[int, int], list[SpecSection]] = {}
    for section in spec.sections:
        if section.found and section.found.index >= 0 and not section.schema.repeatable:
            key = (section.schema.parent, section.found.parent)
            groups.setdefault(key, []).append(section)
    for members in groups.values():
        standing = sorted(members, key=lambda s: s.line or 0)
        for moved in _out_of_order(standing):
            yield _problem(moved, members)


def _out_of_order(standing: Sequence[SpecSection]) -> list[SpecSection]:
    """Give the fewest that have to move."""
    order = [s.schema.index for s in standing]
    if order == sorted(order):
        return []
    keep = longest_rise(order)
    return [section for at, section in enumerate(standing) if at not in keep]


def _problem(moved: SpecSection, members: Sequence[SpecSection]) -> Problem:
    before = [s for s in members if s.schema.index < moved.schema.index]
    after = [s for s in members if s.schema.index > moved.schema.index]
    if before:
        place = f"after {quoted(before[-1].schema.title)}"
    else:
        place = f"before {quoted(after[0].schema.title)}"
    return Problem(
        line=moved.line or 1,
        message=f"section {quoted(moved.schema.title)} belongs {place}",
        help="move it there, to follow the order of the template",
        section=moved.schema.title,
    )


RULE = Rule("section-order", Severity.WARNING, __doc__, check)
