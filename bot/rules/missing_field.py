"""A piece of metadata that the template has is not in the document, or has no value.

It may be written in any shape: front matter, a list, bold lines, a table, a heading. A status that
still lists all of the template's choices is no status. Where the section that holds the metadata is
missing itself, only that is reported.

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

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.model.document import Field
from bot.model.finding import Problem, Severity
from bot.model.schema import FieldKind, FieldSchema
from bot.model.spec import Spec, SpecField, State
from bot.rules.base import Case, Rule, quoted
from bot.schema.fieldset import field_key
from bot.schema.fold import likeness
from bot.schema.place import field_line
from bot.schema.status import is_unchosen

_BAD_HOLDER = (State.MISSING, State.EMPTY, State.UNTOUCHED)
_ALIKE = 0.75
_MOST = 50  # fields that a missing one is compared with


def check(case: Case) -> Iterator[Problem]:
    """Report each required field that is absent, empty, or not chosen yet."""
    spec = case.spec
    if spec.off_template:
        return
    free = _free(spec)
    for field in spec.fields:
        if not field.schema.required or _holder_is_reported(spec, field):
            continue
        if field.schema.kind is FieldKind.STATUS:
            yield from _status_problem(spec, field.schema, free)
        elif field.found is None:
            yield _absent(spec, field.schema, free)
        elif not field.found.value.strip():
            yield _empty(field.schema, field.found)


def absent_key(field: FieldSchema) -> str:
    """Give the key of the problem that a document lacks a field."""
    return f"absent {field.key}"


def _holder_is_reported(spec: Spec, field: SpecField) -> bool:
    if field.schema.section < 0:
        return False
    state = spec.sections[field.schema.section].state
    return state is State.UNTOUCHED or (field.found is None and state in _BAD_HOLDER)


def _status_problem(spec: Spec, field: FieldSchema, free: Sequence[Field]) -> Iterator[Problem]:
    if spec.status is not None:
        return
    unchosen = next((f for f in spec.statuses if is_unchosen(f.value, spec.schema)), None)
    if unchosen:
        yield Problem(
            line=unchosen.line,
            message=f"{quoted(unchosen.name)} still lists every choice, so there is no status",
            help=f"keep one of {', '.join(field.values)}",
            key="unchosen",
        )
    elif spec.statuses:
        yield _empty(field, spec.statuses[0])
    else:
        yield _absent(spec, field, free)


def _absent(spec: Spec, field: FieldSchema, free: Sequence[Field]) -> Problem:
    near = _near_miss(field, free)
    mend = f"add it as the template has it: {quoted(field.skeleton)}"
    if near:
        mend = f"did you mean {quoted(near.name)} in line {near.line}? Rename that"
    message = f"field {quoted(field.name)} is missing"
    return Problem(field_line(spec), message, mend, key=absent_key(field))


def _free(spec: Spec) -> list[Field]:
    """Give the fields that the template does not know: one may be a missing one, misspelt."""
    known = {f.key for f in spec.schema.fields}
    return list(islice((f for f in spec.document.fields if field_key(f.name) not in known), _MOST))


def _near_miss(field: FieldSchema, free: Sequence[Field]) -> Field | None:
    alike = [(likeness(f.name, field.name), -f.line, f) for f in free]
    best = max(alike, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] >= _ALIKE else None


def _empty(field: FieldSchema, found: Field) -> Problem:
    return Problem(
        line=found.line,
        message=f"field {quoted(field.name)} has no value",
        help=f"write one of {', '.join(field.values)}" if field.closed else "write its value",
    )


RULE = Rule("missing-field", Severity.ERROR, __doc__, check)
