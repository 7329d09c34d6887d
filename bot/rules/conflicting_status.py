"""The document states two statuses that disagree.

A status in front matter and another one below the title: whoever reads one of them is misled.

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

Remove one of them, or make them equal.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted
from bot.schema.status import is_unchosen, read_word


def check(case: Case) -> Iterator[Problem]:
    """Report each further status that says something else than the first."""
    spec, stages = case.spec, case.policy.stages
    stated = [f for f in spec.statuses if f.value.strip() and not is_unchosen(f.value, spec.schema)]
    if not stated:
        return
    first = stated[0]
    word, _, _ = read_word(first.value, spec.schema, stages)
    for field in stated[1:]:
        other, _, _ = read_word(field.value, spec.schema, stages)
        if other != word:
            yield Problem(
                line=field.line,
                message=f"status {quoted(field.value[:40])} contradicts {quoted(first.value[:40])}",
                help=f"remove one of them, or make them equal: the other is in line {first.line}",
            )


RULE = Rule("conflicting-status", Severity.ERROR, __doc__, check)
