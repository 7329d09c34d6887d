"""A field's value is not what the template asks for.

A date is written as 2026-11-21 where the template shows `YYYY-MM-DD`; a field whose values the
template lists has one of them. The status has a rule of its own, `unknown-status`.

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
from bot.model.spec import Spec
from bot.rules.base import Case, Rule, quoted
from bot.schema.fieldset import wants_iso_date

_ISO = re.compile(r"\W*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = 12
_GLANCE = 40  # characters of a value that a message shows


def check(case: Case) -> Iterator[Problem]:
    """Report each value that is no date or none of the listed ones."""
    spec = case.spec
    left = {leftover.line for leftover in spec.leftovers}
    for field in spec.fields:
        found = field.found
        if (
            found is None
            or not found.value.strip()
            or found.line in left
            or _is_template(spec, found)
        ):
            continue
        dated = field.schema.kind is FieldKind.DATE and wants_iso_date(field.schema.raw)
        listed = field.schema.kind is not FieldKind.STATUS and field.schema.closed
        if dated and not is_date(found.value):
            what = "is no date of the form 2026-11-21"
            yield _problem(found, what, "write it as year-month-day")
        elif listed and not _is_listed(found.value, field.schema):
            values = ", ".join(field.schema.values)
            yield _problem(found, "is not one of the template's values", f"use one of {values}")


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


def _is_listed(value: str, schema: FieldSchema) -> bool:
    text = value.casefold().strip(" \"'`*[]")
    return any(text.startswith(listed.casefold()) for listed in schema.values)


def _is_template(spec: Spec, found: Field) -> bool:
    """Leave a line of a section that is reported as a whole alone."""
    return any(
        s.state == "untouched" and s.found and s.found.start <= found.line < s.found.stop
        for s in spec.sections
    )


def _problem(found: Field, what: str, mend: str) -> Problem:
    value = found.value if len(found.value) <= _GLANCE else f"{found.value[: _GLANCE - 1]}…"
    return Problem(found.line, f"{quoted(found.name)}: {quoted(value)} {what}", mend)


RULE = Rule("invalid-field", Severity.ERROR, __doc__, check)
