"""A piece of metadata that the template has is not in the document, or has no value.

It may be written in any shape: front matter, a list, bold lines, a table, a heading. A status that
still lists all of the template's choices is no status.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done
- **Owner:** [team]

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Draft | Accepted | Done
- **Owner:** Support tools

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Draft
- **Owner:** Support tools

## Context

Support looks up parcels by hand.
```

## Mend

Write the line as the template has it, with a value.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.spec import Spec, SpecField, State
from bot.rules.base import Case, Rule, quoted
from bot.schema.place import field_line
from bot.schema.status import is_unchosen

_BAD_HOLDER = (State.MISSING, State.EMPTY, State.UNTOUCHED)


def check(case: Case) -> Iterator[Problem]:
    """Report each required field that is absent, empty, or not chosen yet."""
    spec = case.spec
    if spec.off_template:
        return
    for field in spec.fields:
        if not field.schema.required or _holder_is_reported(spec, field):
            continue
        if field.schema.kind == "status":
            yield from _status_problem(spec, field)
        elif field.found is None:
            yield _absent(spec, field)
        elif not field.found.value.strip():
            yield _empty(field)


def _holder_is_reported(spec: Spec, field: SpecField) -> bool:
    at = field.schema.section
    return (at >= 0 and field.found is None and spec.sections[at].state in _BAD_HOLDER) or (
        at >= 0 and spec.sections[at].state is State.UNTOUCHED
    )


def _status_problem(spec: Spec, field: SpecField) -> Iterator[Problem]:
    if spec.status is not None:
        return
    unchosen = next((f for f in spec.statuses if is_unchosen(f.value, spec.schema)), None)
    if unchosen:
        yield Problem(
            line=unchosen.line,
            message=f"{quoted(unchosen.name)} still lists every choice, so there is no status",
            help=f"keep one of {_choices(field)}",
            key="status unchosen",
        )
    elif spec.statuses:
        yield _empty(SpecField(field.schema, spec.statuses[0]))
    else:
        yield _absent(spec, field)


def _absent(spec: Spec, field: SpecField) -> Problem:
    example = field.schema.skeleton.strip()
    return Problem(
        line=field_line(spec),
        message=f"field {quoted(field.schema.name)} is missing",
        help=f"add it as in the template: “{example[:80]}”",
    )


def _empty(field: SpecField) -> Problem:
    values = f": one of {_choices(field)}" if field.schema.closed else ""
    return Problem(
        line=field.found.line if field.found else 1,
        message=f"field {quoted(field.schema.name)} has no value",
        help=f"write the value{values}",
    )


def _choices(field: SpecField) -> str:
    return ", ".join(field.schema.values)


RULE = Rule("missing-field", Severity.ERROR, __doc__, check)
