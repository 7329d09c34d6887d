"""A field's value is not what the template asks for.

A date is written as 2026-11-21 where the template shows `YYYY-MM-DD`, and is a day of the calendar;
a field whose values the template lists has one of them. The status has a rule of its own,
`unknown-status`.

## Template

```markdown
# Title: [Name]

- **Updated:** YYYY-MM-DD

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

- **Updated:** 21 November

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

- **Updated:** 2026-11-21

## Context

Support looks up parcels by hand.
```

## Mend

Write the value in the form that the message names.
"""

import re
from collections.abc import Iterator

from bot.model.document import Field
from bot.model.finding import Problem, Severity
from bot.model.schema import FieldKind, FieldSchema
from bot.model.spec import Spec, State
from bot.rules.base import Case, Rule, quoted
from bot.schema.fieldset import wants_iso_date
from bot.schema.near import nearest as near_to

_ISO = re.compile(r"\W*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = 12


def check(case: Case) -> Iterator[Problem]:
    """Report each value that is no date or none of the listed ones."""
    spec = case.spec
    left = {leftover.line for leftover in spec.leftovers}
    for field in spec.fields:
        found = field.found
        if found is None or not found.value.strip() or found.line in left:
            continue
        if _is_template(spec, found):
            continue
        dated = field.schema.kind is FieldKind.DATE and wants_iso_date(field.schema.raw)
        listed = field.schema.kind is not FieldKind.STATUS and field.schema.closed
        if dated and not is_date(found.value):
            yield _no_date(found)
        elif listed and not _is_listed(found.value, field.schema):
            yield _not_listed(found, field.schema)


def is_date(value: str) -> bool:
    """Tell whether a value starts with a day of the calendar."""
    match = _ISO.match(value)
    if not match:
        return False
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= _MONTHS or not 1 <= day <= _DAYS[month - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


def _no_date(found: Field) -> Problem:
    said = f"{quoted(found.name)} is {quoted(found.value, 40)}"
    if _ISO.match(found.value):
        return Problem(
            found.line, f"{said}, a day that no calendar has", "correct the month or the day"
        )
    return Problem(
        found.line, f"{said}, not a date such as 2026-11-21", "write it as year-month-day"
    )


def _is_listed(value: str, schema: FieldSchema) -> bool:
    text = value.casefold().strip(" \"'`*[]")
    words = (word.casefold() for word in schema.values)
    return any(text.startswith(w) and not text[len(w) : len(w) + 1].isalnum() for w in words)


def _not_listed(found: Field, schema: FieldSchema) -> Problem:
    near = nearest(found.value, schema)
    return Problem(
        found.line,
        f"{quoted(found.name)} is {quoted(found.value, 40)}, not one of the template's values",
        f"did you mean {quoted(near)}?" if near else f"use one of {', '.join(schema.values)}",
    )


def nearest(value: str, schema: FieldSchema) -> str | None:
    """Give the listed value that may be meant, as the template writes it."""
    values = {value.casefold(): value for value in schema.values}
    near = near_to(value.casefold(), values)
    return values[near] if near else None


def _is_template(spec: Spec, found: Field) -> bool:
    """Leave a line of a section that is reported as a whole alone."""
    return any(
        s.state is State.UNTOUCHED and s.found and s.found.start <= found.line < s.found.stop
        for s in spec.sections
    )


RULE = Rule("invalid-field", Severity.ERROR, __doc__, check)
