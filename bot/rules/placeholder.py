"""A placeholder of the template is left in the text.

Only the exact tokens of the document's own template count, so that `[links]`, `<html>` and code are
left alone. Entries that stand for one of yours count too (`- [ ] _Question? (who answers)_`), and
values that name nobody (`owner: @github-handle`).

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

Replace the token with what it asks for, or remove the line.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, listed

_SHOWN = 3  # tokens of a line that a message names


def check(case: Case) -> Iterator[Problem]:
    """Report each line in which tokens of the template are left."""
    for leftover in case.spec.leftovers:
        one = len(leftover.tokens) == 1
        yield Problem(
            line=leftover.line,
            message=f"{listed(leftover.tokens, _SHOWN)} "
            f"{'is a placeholder' if one else 'are placeholders'} of the template",
            help=f"replace {'it' if one else 'them'} with your own words, or remove the line",
            section=leftover.section,
        )


RULE = Rule("placeholder", Severity.ERROR, __doc__, check)
