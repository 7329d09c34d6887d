"""The status is a word that the vocabulary does not know.

A template that lists its statuses has exactly those. One that shows a single default is open, and
the words in common use are known. Prose after the word is fine: "Accepted, 2026-11-21".

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

from collections.abc import Iterator
from difflib import get_close_matches

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted
from bot.schema.status import is_unchosen, read_word, vocabulary


def check(case: Case) -> Iterator[Problem]:
    """Report a status whose leading words are not in the vocabulary."""
    spec, stages = case.spec, case.policy.stages
    if spec.schema.status is None:
        return
    left = {leftover.line for leftover in spec.leftovers}
    for field in spec.statuses:
        if not field.value.strip() or field.line in left or is_unchosen(field.value, spec.schema):
            continue
        word, _, known = read_word(field.value, spec.schema, stages)
        if known:
            continue
        words = vocabulary(spec.schema, stages)
        listed = spec.schema.status.values if spec.schema.status.closed else ()
        near = get_close_matches(word, words, n=1)
        shown = {value.casefold(): value for value in spec.schema.status.values}
        if near:
            mend = f"did you mean {quoted(shown.get(near[0], near[0]))}?"
        else:
            mend = (
                f"use one of {', '.join(listed)}"
                if listed
                else "use a word such as Draft or Accepted"
            )
        yield Problem(
            line=field.line,
            message=f"status {quoted(field.value[:40])} is not in the vocabulary",
            help=mend,
        )


RULE = Rule("unknown-status", Severity.ERROR, __doc__, check)
