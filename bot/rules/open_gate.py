"""A spec is said to be done while a gate is not ticked.

Gates are the boxes outside the work plan: tests to pass, criteria to meet, checks to make. All of
them hold when a spec is done; a box that does not apply is struck through or removed.

Where no heading around a box speaks of criteria, checks, tests or the like, an open one is a
warning: it may be a plain "no" ("touches personal data").

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Acceptance criteria

- [ ] [Criterion]
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Done

## Acceptance criteria

- [x] A parcel is found by its number.
- [ ] A parcel is found by its address.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Done

## Acceptance criteria

- [x] A parcel is found by its number.
- [x] A parcel is found by its address.
```

## Mend

Tick the box once it holds, strike it through where it does not apply, or set the status back.
"""

import re
from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.place import section_at
from bot.schema.struck import is_struck
from bot.schema.within import titles_around

_GATED = re.compile(
    r"\b(?:accept|check ?list|complet|criteri|definition|gate|launch|readi|requirement|review|"
    r"sign[- ]?off|test|verif)",
    re.I,
)


def check(case: Case) -> Iterator[Problem]:
    """Report each gate that is open in a spec that is done."""
    if case.spec.stage is not Stage.DONE:
        return
    for item in case.spec.items:
        if item.kind == "gate" and not item.done and not is_struck(item.text):
            yield Problem(
                line=item.line,
                message=f"gate is open in a spec that is {quoted(case.spec.status or '')}: "
                f"{quoted(item.text)}",
                help="tick it once it holds, strike it through where it does not apply, "
                "or set the status back",
                section=section_at(case.spec, item.line),
                soft=not _is_about_gates(case.spec, item.line),
                key=item.text,
            )


def _is_about_gates(spec: Spec, line: int) -> bool:
    """Tell whether the boxes at a line have to hold: elsewhere an open one may be a plain "no"."""
    return any(_GATED.search(title) for title in titles_around(spec.document, line))


RULE = Rule("open-gate", Severity.ERROR, __doc__, check)
