r"""The file cannot be read as a Markdown text.

It is not UTF-8, binary, over the size cap (1 MB unless `limits: {size: …}` says otherwise), or
nested too deep. Nothing else is said of it, and the other documents are judged as if nothing had
happened.

## Template

```markdown
# Title: [Name]

## Context

Why is this needed?
```

## Bytes

```text
# Title: caf\xe9
```

## Passes

```markdown
# Title: café

## Context

Support looks up parcels by hand.
```

## Mend

Save the file as UTF-8, split it, or flatten what is nested.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule


def check(_: Case) -> Iterator[Problem]:
    """Report nothing: a document that can be judged was readable."""
    return iter(())


RULE = Rule("unreadable", Severity.ERROR, __doc__, check)
