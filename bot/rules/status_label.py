"""Somebody asked for a status that the document does not have.

Speaks only on a pull request. A label `spec: accepted`, or the comment `/spec status accepted`, is
a request. It is refused where its author may not ask or a gate is shut; the finding says which. One
that is granted is a note that names the one step left: the document has to say so itself.

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

- **Status:** Draft

## Context

Support looks up parcels by hand.
```

On the pull request:

```text
mallory asks by label for accepted; refused: asking for a status needs write access
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Draft

## Context

Support looks up parcels by hand.
```

On the pull request:

```text
nobody asks for a status
```

## Mend

Do what the finding says is needed, and ask again. Where the request is granted, set the status in
the document to what was asked for.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.spec import Spec
from bot.model.standing import Request, Way
from bot.rules.base import Case, Rule, quoted


def check(case: Case) -> Iterator[Problem]:
    """Report a request for a status: why it was refused, or what is left to do."""
    request = case.standing.request if case.standing else None
    if request is None:
        return
    word = quoted(_spelt(case.spec, request.word))
    granted = f"set the status in the document to {word}: the label follows it"
    yield Problem(
        line=case.status_line,
        message=f"@{request.by} asked for {word} {_by(request)}, "
        f"{'and it was refused' if request.refusal else 'and the document does not say so yet'}",
        help=request.refusal or granted,
        soft=not request.refusal,
        key=f"{request.by}|{request.word}|{request.way}",
    )


def _by(request: Request) -> str:
    return "with a label" if request.way is Way.LABEL else "in a comment"


def _spelt(spec: Spec, word: str) -> str:
    """Spell a status as the template does."""
    own = spec.schema.status.values if spec.schema.status else ()
    return next((value for value in own if value.casefold() == word.casefold()), word)


RULE = Rule("status-label", Severity.NOTE, __doc__, check)
