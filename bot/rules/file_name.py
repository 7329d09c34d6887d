"""The file's name is not what the template asks for, or names another id than its title.

A template that says "copy this file to `docs/specs/NNN-short-title.md`" says how the files of that
folder are named. An id in the name and another one in the title is what a copy looks like that was
never filled in.

## Template

```markdown
# SPEC-XXX: [Name]

Copy this file to `docs/SPEC-XXX-short-title.md`.

## Context

Why is this needed?
```

## Path

SPEC-012-search.md

## Fails

```markdown
# SPEC-003: Parcel search

## Context

Support looks up parcels by hand.
```

## Passes

```markdown
# SPEC-012: Parcel search

## Context

Support looks up parcels by hand.
```

## Mend

Rename the file, or correct the id in its title.
"""

import re
from collections.abc import Iterator

from bot.model.finding import Problem, Severity
from bot.rules.base import Case, Rule, quoted
from bot.schema.identity import name_regex


def check(case: Case) -> Iterator[Problem]:
    """Report a name against the pattern, and an id that the name contradicts."""
    spec = case.spec
    name = spec.path.rsplit("/", 1)[-1]
    pattern = spec.schema.path_pattern
    if pattern and _is_there(spec.path, pattern) and not name_regex(pattern).fullmatch(name):
        yield Problem(
            line=1,
            message=f"file name {quoted(name)} is not of the form "
            f"{quoted(pattern.rsplit('/', 1)[-1])}",
            help="rename the file",
            key="form",
        )
        return
    if not spec.schema.id_pattern or not spec.id:
        return
    in_name = re.search(rf"(?<![\w-])(?:{spec.schema.id_pattern})(?!\w)", name)
    if in_name and in_name[0] != spec.id:
        line = next((s.line for s in spec.document.sections if spec.id in s.title), 1)
        yield Problem(
            line=line,
            message=f"the title says {quoted(spec.id)}, the file name {quoted(in_name[0])}",
            help="correct the one that is wrong",
            key="id",
        )


def _is_there(path: str, pattern: str) -> bool:
    """Tell whether a file lies in the folder that the pattern speaks of."""
    folder = pattern.rpartition("/")[0]
    return not folder or f"/{path}".rpartition("/")[0].endswith(f"/{folder}")


RULE = Rule("file-name", Severity.WARNING, __doc__, check)
