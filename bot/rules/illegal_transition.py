"""The status went where the configured transitions do not lead.

Speaks only where the configuration lists transitions and an earlier version of the document is
known (`--base`): a new document may start anywhere. A status that the list does not start from may
go anywhere; one whose list is empty is final. Where a template has no place for a status, what is
held against the list is what people ask for on a pull request.

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
from bot.schema.words import spaced


def check(case: Case) -> Iterator[Problem]:
    """Report a change of status that is not listed."""
    spec, start, transitions = case.spec, _start(case), case.policy.transitions
    if transitions is None or not spec.status or not start or _key(spec.status) == _key(start):
        return
    onward = {_key(word): ends for word, ends in transitions.items()}.get(_key(start))
    if onward is None or _key(spec.status) in map(_key, onward):
        return
    field = read_status(spec.statuses, spec.schema, case.policy.stages).field
    shown = quoted(start)
    known = f"from {shown} it goes to {listed(onward)}" if onward else f"{shown} is final"
    yield Problem(
        line=field.line if field else 1,
        message=f"status may not go from {shown} to {quoted(spec.status)}",
        help=f"{known}; if this is meant, add it to the transitions in the configuration",
    )


def _start(case: Case) -> str | None:
    """Give the status that it goes from: the one of its earlier version, if no label tells it."""
    if case.standing and case.standing.start:
        return case.standing.start
    return case.before.status if case.before else None


def _key(word: str) -> str:
    return spaced(word.casefold())


RULE = Rule("illegal-transition", Severity.ERROR, __doc__, check)
