"""A placeholder of the template is left in the text.

Only the exact tokens of the document's own template count, so that `[links]`, `<html>` and code are
left alone.

## Template

```markdown
# Title: [Name]

## Context

[What is the problem?] It concerns [team].
```

## Fails

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand. It concerns [team].
```

## Passes

```markdown
# Title: Parcel search

## Context

Support looks up parcels by hand. It concerns the [support](https://example.org) team.
```

## Mend

Replace the token by what it asks for, or remove the line.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted

_SHOWN = 3
_LONGEST = 60


def check(case: Case) -> Iterator[Problem]:
    """Report each line in which tokens of the template are left."""
    for leftover in case.spec.leftovers:
        shown = [_short(token) for token in leftover.tokens[:_SHOWN]]
        more = len(leftover.tokens) - len(shown)
        names = ", ".join(quoted(token) for token in shown) + (f" and {more} more" if more else "")
        one = len(leftover.tokens) == 1
        yield Problem(
            line=leftover.line,
            message=f"{names} {'is a placeholder' if one else 'are placeholders'} of the template",
            help="replace it by what it asks for" if one else "replace them by what they ask for",
            section=leftover.section,
        )


def _short(token: str) -> str:
    return token if len(token) <= _LONGEST else f"{token[: _LONGEST - 1]}…"


RULE = Rule("placeholder", Severity.ERROR, __doc__, check)
