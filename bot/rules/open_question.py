"""A question is still open.

A note while drafting, a warning while reviewing, an error from approved on: what is agreed has no
open ends. A question is settled when it is ticked, struck through, or answered in the decision
log, or when its section says "None". Without boxes, each entry of the section is a question.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Open questions

- [ ] [Question]
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Accepted

## Open questions

- [ ] Which clock decides?
- [x] Who operates it?
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted

## Open questions

- [x] Which clock decides?
- ~~Who operates it?~~
```

## Mend

Answer it; then tick it, strike it through, or log the decision.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.place import section_at


def check(case: Case) -> Iterator[Problem]:
    """Report each question that nothing has settled."""
    for question in case.spec.questions:
        if not question.resolved:
            text = " ".join(question.text.split())
            yield Problem(
                line=question.line,
                message=f"question is open: {quoted(text)}",
                help="once it is answered: tick it, strike it through, or log the decision",
                section=section_at(case.spec, question.line),
                key=text,
            )


RULE = Rule(
    "open-question",
    Severity.NOTE,
    __doc__,
    check,
    {
        Stage.REVIEWING: Severity.WARNING,
        Stage.APPROVED: Severity.ERROR,
        Stage.BUILDING: Severity.ERROR,
        Stage.DONE: Severity.ERROR,
    },
)
