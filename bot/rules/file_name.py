"""The file's name is not what the template asks for, or names another id than its title.

A template that says "copy this file to `docs/specs/NNN-short-title.md`" says how the files of that
folder are named; elsewhere the form does not matter. One id in the name and another in the title is
what a copy looks like that was never filled in.

## Template

```markdown
# SPEC-XXX: [Name]

Copy this file to `docs/SPEC-XXX-short-title.md`.

## Context

Why is this needed?
```

## Path

docs/SPEC-012-parcel-search.md

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

from collections.abc import Iterator
from itertools import chain

from bot.model.finding import Problem, Severity
from bot.model.schema import FieldKind
from bot.model.spec import Spec
from bot.rules.base import Case, Rule, quoted
from bot.schema.identity import is_named_so
from bot.schema.named import id_regex


def check(case: Case) -> Iterator[Problem]:
    """Report a name against the pattern, and an id that the name contradicts."""
    spec = case.spec
    name = spec.path.rsplit("/", 1)[-1]
    pattern = spec.schema.path_pattern
    if pattern and _is_there(spec.path, pattern) and not is_named_so(name, pattern):
        yield Problem(
            line=1,
            message=f"file name {quoted(name)} is not of the form "
            f"{quoted(pattern.rsplit('/', 1)[-1])}",
            help="rename the file to the form that the template gives",
            key="form",
        )
        return
    if not spec.schema.id_pattern or not spec.id:
        return
    in_name = id_regex(spec.schema.id_pattern).search(name)
    if in_name and in_name[0] != spec.id:
        yield Problem(
            line=_line_of(spec, spec.id),
            message=f"the document calls itself {quoted(spec.id)}, its file name says "
            f"{quoted(in_name[0])}",
            help="correct the one that is wrong",
            key="id",
        )


def _is_there(path: str, pattern: str) -> bool:
    """Tell whether a file lies in the folder that the pattern speaks of."""
    folder = pattern.rpartition("/")[0]
    return not folder or f"/{path}".rpartition("/")[0].endswith(f"/{folder}")


def _line_of(spec: Spec, given: str) -> int:
    """Give the line where the document says its id: a title, else a field."""
    titles = (s.line for s in spec.document.sections if s.level == 1 and given in s.title)
    fields = (
        f.found.line
        for f in spec.fields
        if f.schema.kind is FieldKind.ID and f.found and given in f.found.value
    )
    return next(chain(titles, fields), 1)


RULE = Rule("file-name", Severity.WARNING, __doc__, check)
