"""A section still holds the template's own text.

Only text that asks to be replaced counts: placeholders, questions, instructions to the author, bare
lists of topics, dummies, and what the template sets wholly in emphasis. A licence line or a
standing checklist may stay as it is in every document; so may a prompt above an answer to it.

## Template

```markdown
# Title: [Name]

## Risks

What could go wrong, and who would notice?

## Licence

This text is in the public domain.
```

## Fails

```markdown
# Title: Parcel search

## Risks

What could go wrong, and who would notice?

## Licence

This text is in the public domain.
```

## Passes

```markdown
# Title: Parcel search

## Risks

The index may lag behind by a minute; support would notice first.

## Licence

This text is in the public domain.
```

## Mend

Replace the template's text with your own, or with "N/A" and why. An optional
section that is not needed can go altogether.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.schema import Tier
from bot.model.spec import State
from bot.rules.base import Case, Rule, quoted


def check(case: Case) -> Iterator[Problem]:
    """Report each section whose text is the template's, word for word."""
    for section in case.spec.sections:
        if section.state is not State.UNTOUCHED or section.found is None:
            continue
        optional = section.schema.tier is Tier.OPTIONAL
        yield Problem(
            line=section.found.line,
            message=f"section {quoted(section.title)} still holds the template's own text",
            help="write it, or remove the section: it is optional"
            if optional
            else "replace it with your own, or with “N/A” and the reason",
            section=section.schema.title,
            soft=section.schema.tier is not Tier.REQUIRED,
            key=section.title,
        )


RULE = Rule("untouched-section", Severity.ERROR, __doc__, check)
