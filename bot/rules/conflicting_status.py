"""The document states two statuses that disagree.

A status in front matter and another one below the title: who reads only one of them is misled. A
status that is not chosen yet contradicts nothing.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Context

Why is this needed?
```

## Fails

```markdown
---
status: Accepted
---

# Title: Parcel search

- **Status:** Draft

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted

## Context

Support looks up parcels by hand.
```

## Mend

Make them equal, or remove one.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted
from bot.schema.status import is_unchosen, read_word


def check(case: Case) -> Iterator[Problem]:
    """Report each further status that says something else than the first."""
    spec, stages = case.spec, case.policy.stages
    left = {leftover.line for leftover in spec.leftovers}
    stated = [
        field
        for field in spec.statuses
        if field.value.strip()
        and field.line not in left
        and not is_unchosen(field.value, spec.schema)
    ]
    if not stated:
        return
    first = stated[0]
    word, _, _ = read_word(first.value, spec.schema, stages)
    for field in stated[1:]:
        other, _, _ = read_word(field.value, spec.schema, stages)
        if other != word:
            yield Problem(
                line=field.line,
                message=f"status {quoted(field.value, 40)} contradicts {quoted(first.value, 40)}",
                help=f"make them equal, or remove one; the other is in line {first.line}",
            )


RULE = Rule("conflicting-status", Severity.ERROR, __doc__, check)
