"""A spec is said to be done while a gate is not ticked.

Gates are the boxes outside the work plan: tests to pass, criteria to meet, checks to make. All of
them hold when a spec is done; a box that does not apply is struck through or removed.

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
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted

_STRUCK = re.compile(r"~~(?:(?!~~).)+~~[ .]*", re.S)


def check(case: Case) -> Iterator[Problem]:
    """Report each gate that is open in a spec that is done."""
    if case.spec.stage is not Stage.DONE:
        return
    for item in case.spec.items:
        if item.kind == "gate" and not item.done and not _STRUCK.fullmatch(item.text):
            yield Problem(
                line=item.line,
                message=f"gate is open in a spec that is {quoted(case.spec.status or '')}: "
                f"{quoted(item.text)}",
                help="tick it once it holds, strike it through where it does not apply, "
                "or set the status back",
                key=item.text,
            )


RULE = Rule("open-gate", Severity.ERROR, __doc__, check)
