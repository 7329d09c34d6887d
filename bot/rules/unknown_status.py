"""The status is a word that the vocabulary does not know.

A template that lists its statuses has exactly those. One that shows a single default is open, and
the words in common use are known. Prose after the word is fine: "Accepted, 2026-11-21". A word that
is not known has no stage, so the document is judged as a draft.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Context

Why is this needed?
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Signed off

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted, 2026-11-21

## Context

Support looks up parcels by hand.
```

## Mend

Use one of the words that the message names, or teach the Steward yours: `status: {stages: {Signed
off: approved}}` in the configuration.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from bot.model.finding import Problem, Severity
from bot.model.schema import Schema, StatusSchema
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.near import nearest as near_to
from bot.schema.status import is_unchosen, read_word, vocabulary

_AFTER_WORDS = re.compile(r"[^\w\s'-]|_|\d|\s-")  # where prose or a date begins
_MOST = 20  # statuses of one document that are looked at; more than one is a mistake as it is


def check(case: Case) -> Iterator[Problem]:
    """Report a status whose leading words are not in the vocabulary."""
    spec, stages = case.spec, case.policy.stages
    if spec.schema.status is None:
        return
    left = {leftover.line for leftover in spec.leftovers}
    for field in islice(spec.statuses, _MOST):
        if not field.value.strip() or field.line in left or is_unchosen(field.value, spec.schema):
            continue
        if not read_word(field.value, spec.schema, stages)[2]:
            own = "one of the template's"
            known_to = own if spec.schema.status.closed else "a status in common use"
            yield Problem(
                line=field.line,
                message=f"status {quoted(field.value, 40)} is not {known_to}",
                help=_help(nearest(field.value, spec.schema, stages), spec.schema.status),
            )


def nearest(value: str, schema: Schema, stages: Mapping[str, Stage]) -> str | None:
    """Give the status that may be meant, as the template writes it."""
    word = read_word(value, schema, stages)[0]
    leading = _AFTER_WORDS.split(word, maxsplit=1)[0].strip()
    near = near_to(leading, vocabulary(schema, stages))
    own = schema.status.values if schema.status else ()
    return next((shown for shown in own if shown.casefold() == near), near)


def _help(near: str | None, status: StatusSchema) -> str:
    if near:
        return f"did you mean {quoted(near)}?"
    if status.closed:
        return f"use one of {', '.join(status.values)}"
    return "use a word such as Draft or Accepted, or give yours a stage in the configuration"


RULE = Rule("unknown-status", Severity.ERROR, __doc__, check)
