"""The status went where the configured transitions do not lead.

Speaks only where the configuration lists transitions and an earlier version of the document is
known (`--base`). A status that the list does not start from may go anywhere; one whose list is
empty is final.

## Config

```yaml
status:
  transitions: {Draft: [Accepted], Accepted: [Done]}
```

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Context

Why is this needed?
```

## Before

```markdown
# Title: Parcel search

- **Status:** Draft

## Context

Support looks up parcels by hand.
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Done

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

Go through the statuses in between, or add the transition to the configuration.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, listed, quoted
from bot.schema.status import read_status


def check(case: Case) -> Iterator[Problem]:
    """Report a change of status that is not listed."""
    spec, before, transitions = case.spec, case.before, case.policy.transitions
    if transitions is None or before is None or not spec.status or not before.status:
        return
    if spec.status == before.status:
        return
    onward = {start.casefold(): ends for start, ends in transitions.items()}.get(before.status)
    if onward is None or spec.status in {end.casefold() for end in onward}:
        return
    field = read_status(spec.statuses, spec.schema, case.policy.stages).field
    start = quoted(before.status)
    known = f"from {start} it goes to {listed(onward)}" if onward else f"{start} is final"
    yield Problem(
        line=field.line if field else 1,
        message=f"status may not go from {start} to {quoted(spec.status)}",
        help=f"{known}; if this is meant, add it to the transitions in the configuration",
    )


RULE = Rule("illegal-transition", Severity.ERROR, __doc__, check)
