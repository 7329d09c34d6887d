"""A section has a heading and nothing to say.

Nothing, a comment, "TODO", "TBD", "to be determined" and the like are no content. "N/A", "None" and
"Not applicable" are: they say that somebody has thought about it.

## Template

```markdown
# Title: [Name]

## Risks

What could go wrong?
```

## Fails

```markdown
# Title: Parcel search

## Risks

TBD
```

## Passes

```markdown
# Title: Parcel search

## Risks

The index may lag behind by a minute.
```

## Mend

Write the section, or "N/A" and why. An optional section that is not needed can go altogether.
"""

from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.schema import Tier
from bot.model.spec import State
from bot.rules.base import Case, Rule, quoted
from bot.schema.fold import visible


def check(case: Case) -> Iterator[Problem]:
    """Report each section of the template that is there and empty."""
    document = case.spec.document
    for section in case.spec.sections:
        if section.state is not State.EMPTY or section.found is None:
            continue
        said = " ".join(visible(document.text(section.found.start, section.found.stop)).split())
        tail = f": it only says {quoted(said, 40)}" if said else ""
        optional = section.schema.tier is Tier.OPTIONAL
        yield Problem(
            line=section.found.line,
            message=f"section {quoted(section.title)} is empty{tail}",
            help="write it, or remove the section: it is optional"
            if optional
            else "write it, or “N/A” with the reason",
            section=section.schema.title,
            soft=section.schema.tier is not Tier.REQUIRED,
            key=section.title,
        )


RULE = Rule("empty-section", Severity.ERROR, __doc__, check)
