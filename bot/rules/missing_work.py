"""A spec is being built, and its work is not listed.

Speaks where the template has a place for work and shows items there: boxes to tick, or a list.
Boxes are what becomes issues; without them, nobody sees how far it is. A section that says "N/A"
plans nothing, and one that is missing, empty or untouched is reported as that.

An error where the change at hand brings the spec to this stage, and else a warning.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Implementing | Done

## Implementation plan

- [ ] [Task]
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Implementing

## Implementation plan

We begin in May.
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Implementing

## Implementation plan

- [ ] Index the parcel numbers
- [ ] Search them
```

## Mend

List the work as the template does, or write `N/A` and why.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.document import Section
from bot.model.finding import Problem, Severity
from bot.model.schema import SectionKind
from bot.model.spec import Spec, State
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.fold import visible
from bot.schema.within import outer_items, parts_of

_FROM_BUILDING_ON = (Stage.BUILDING, Stage.DONE)
_UNWRITTEN = (State.MISSING, State.EMPTY, State.UNTOUCHED)
_BOX = re.compile(r"^\s*(?:[-*+]|\d+[.)]) \[ \]", re.M)
_ENTRY = re.compile(r"^\s*(?:[-*+]|\d+[.)]|\|) ?\S", re.M)


def check(case: Case) -> Iterator[Problem]:
    """Report a place for work that lists none."""
    spec = case.spec
    if spec.stage not in _FROM_BUILDING_ON or any(item.kind == "work" for item in spec.items):
        return
    shown = [visible(s.skeleton) for s in spec.schema.sections if s.kind is SectionKind.WORK]
    has_boxes = any(map(_BOX.search, shown))
    places = list(_places(spec))
    if not places or not (has_boxes or any(map(_ENTRY.search, shown))):
        return
    if not has_boxes and _has_entries(spec, places):
        return
    title = places[0].title
    yield Problem(
        line=places[0].line,
        message=f"{quoted(title)} lists no work in a spec that is "
        f"{quoted(spec.status or spec.stage)}",
        help=f"list it as {'boxes (“- [ ] …”), which become issues' if has_boxes else 'a list'}; "
        "or write “N/A” and why",
        section=title,
        soft=not case.is_entered,
        key="work",
    )


def _places(spec: Spec) -> Iterator[Section]:
    """Give the sections for work, unless one says that there is none."""
    work = [s for s in spec.sections if s.schema.kind is SectionKind.WORK]
    if not any(s.state is State.NOT_APPLICABLE for s in work):
        yield from (s.found for s in work if s.found and s.state not in _UNWRITTEN)


def _has_entries(spec: Spec, places: Sequence[Section]) -> bool:
    """Tell whether work is listed in another form: entries, rows, or parts of their own."""
    document = spec.document
    return any(
        outer_items(document, place)
        or parts_of(document, place)
        or any(place.start <= table.start < place.end for table in document.tables)
        for place in places
    )


RULE = Rule("missing-work", Severity.ERROR, __doc__, check)
