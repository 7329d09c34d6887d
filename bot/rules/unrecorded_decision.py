"""A question was closed and no decision tells how.

Speaks only where the template has a decision log. A ticked or struck question needs an entry there
that names what it was about, or the answer right behind it; months later nobody remembers what a
tick meant.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Open questions

- [ ] [Question]

## Decision log

- [Date]: [Decision]
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Accepted

## Open questions

- [x] Which clock decides?

## Decision log

- 2026-11-20: Support tools operates the index.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Accepted

## Open questions

- [x] Which clock decides?

## Decision log

- 2026-11-20: The clock of the scanner decides.
```

## Mend

Add the decision to the log, in the words of the question.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.schema import SectionKind
from bot.model.spec import State
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.place import section_at
from bot.schema.questions import answered, telling_words

_WRITTEN = (State.PRESENT, State.PLACEHOLDER, State.NOT_APPLICABLE)


def check(case: Case) -> Iterator[Problem]:
    """Report each closed question that the decision log does not speak of."""
    spec = case.spec
    logs = [s for s in spec.sections if s.schema.kind is SectionKind.DECISIONS]
    # A log that is a section and not written yet is reported itself; a label may be left out.
    if not any(s.schema.label or s.state in _WRITTEN for s in logs):
        return
    known = [telling_words(decision) for decision in spec.decisions]
    for question in spec.questions:
        if question.closed_by in ("tick", "strike") and not answered(question.text, known):
            yield Problem(
                line=question.line,
                message=f"question {quoted(question.text)} is closed, and no decision tells how",
                help="add the decision to the log, in the words of the question",
                section=section_at(spec, question.line),
                key=question.text,
            )


RULE = Rule(
    "unrecorded-decision",
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
