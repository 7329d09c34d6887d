"""A spec is said to be done while an item of its work is not ticked.

An item that was given up is struck through or removed. Where a document's boxes were never used,
not one of them ticked, a single finding says so, with how many there are and where the first of
them stand. What stands below a heading such as "Next steps"
or "Later", or calls itself optional, is a warning too: it may be left for another spec.

An error where the change at hand makes the spec done, and a warning in one that was so before.

## Template

```markdown
# Title: [Name]

- **Status:** Draft | Accepted | Done

## Implementation plan

- [ ] [Task]
```

## Fails

```markdown
# Title: Parcel search

- **Status:** Done

## Implementation plan

- [x] Index the parcel numbers
- [ ] Search them
```

## Passes

```markdown
# Title: Parcel search

- **Status:** Done

## Implementation plan

- [x] Index the parcel numbers
- [x] Search them
- [ ] ~~Search by sender~~
```

## Mend

Tick what is done, strike through what was given up, or set the status back.
"""

import re
from collections.abc import Iterator, Sequence

from bot.model.finding import Problem, Severity
from bot.model.spec import Item, Spec
from bot.model.stage import Stage
from bot.rules.base import Case, Rule, quoted
from bot.schema.place import section_at
from bot.schema.struck import is_struck
from bot.schema.within import titles_around

_LATER = (
    r"(?:next steps?|later|future|follow[- ]?ups?|stretch|optional|nice[- ]to[- ]haves?|backlog|"
    r"out of scope)"
)
_FOR_LATER = re.compile(rf"\b{_LATER}\b", re.I)
_SAYS_LATER = re.compile(rf"\W*{_LATER}\b|.*\({_LATER}\)", re.I | re.S)
_SHOWN = 3
_MEND = "tick what is done, strike through what was given up, or set the status back"


def check(case: Case) -> Iterator[Problem]:
    """Report each item of work that is open in a spec that is done."""
    spec = case.spec
    if spec.stage is not Stage.DONE:
        return
    still = [item for item in spec.items if item.kind == "work" and _is_open(item)]
    status = quoted(spec.status or spec.stage)
    if len(still) > 1 and all(map(_is_open, spec.items)):
        lines = tuple(item.line for item in still)
        none = f"none of the {len(still)} items of work is ticked in a spec that is {status}"
        yield Problem(
            line=lines[0],
            message=f"{none}: {_first(lines)}",
            help=_MEND,
            section=section_at(spec, still[0].line),
            soft=not case.is_entered,
            key="all",
            lines=lines,
        )
        return
    for item in still:
        yield Problem(
            line=item.line,
            message=f"work is open in a spec that is {status}: {quoted(item.text)}",
            help=_MEND,
            section=section_at(spec, item.line),
            soft=not case.is_entered or _may_wait(spec, item),
            key=item.text,
        )


def _first(lines: Sequence[int]) -> str:
    """Name the first of several lines, and count the rest."""
    *shown, last = map(str, lines[:_SHOWN])
    if (more := len(lines) - _SHOWN) > 0:
        shown, last = [*shown, last], f"{more} more"
    return f"lines {', '.join(shown)} and {last}"


def _is_open(item: Item) -> bool:
    return not item.done and not is_struck(item.text)


def _may_wait(spec: Spec, item: Item) -> bool:
    """Tell whether an item was meant for afterwards from the beginning."""
    titles = titles_around(spec.document, item.line)
    return bool(_SAYS_LATER.match(item.text)) or any(map(_FOR_LATER.search, titles))


RULE = Rule("open-work", Severity.ERROR, __doc__, check)
