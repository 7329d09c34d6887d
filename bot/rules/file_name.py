"""The file's name is not what the template asks for, or names another id than its title.

A template that says "copy this file to `docs/specs/NNN-short-title.md`" says how the files of that
folder are named; elsewhere the form does not matter. One id in the name and another in the title is
what a copy looks like that was never filled in. The number alone counts too, whatever its zeros:
`0008-gifts.md` is not `RFC-0006`; and so does a field where the template has the title's own id, or
its number (`rfc: 0000`).

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

from bot.model.document import Section
from bot.model.finding import Problem, Severity
from bot.model.schema import FieldKind
from bot.model.spec import Spec
from bot.rules.base import Case, Rule, quoted
from bot.schema.file_form import is_named_so
from bot.schema.numbered import id_in_name, ids_in_fields, is_same, number_of


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
    in_name = id_in_name(name, spec.schema)
    if in_name and _differ(in_name, spec.id):
        yield Problem(
            line=_line_of(spec, spec.id),
            message=f"the document calls itself {quoted(spec.id)}, its file name says "
            f"{quoted(in_name)}",
            help="correct the one that is wrong",
            key="id",
        )
    if not any(spec.id in title.title for title in _titles(spec)):
        return
    for field, line, value in ids_in_fields(spec.document, spec.schema):
        if _differ(value, spec.id):
            yield Problem(
                line=line,
                message=f"the document calls itself {quoted(spec.id)}, its field "
                f"{quoted(field.name)} says {quoted(value)}",
                help="correct the one that is wrong",
                key=f"field {field.key}",
            )


def _differ(one: str, other: str) -> bool:
    """Tell whether two ids are not the same; a number 0 is one that is still to come."""
    return not is_same(one, other) and (not one.isdigit() or number_of(one) * number_of(other) > 0)


def _is_there(path: str, pattern: str) -> bool:
    """Tell whether a file lies in the folder that the pattern speaks of."""
    folder = pattern.rpartition("/")[0]
    return not folder or f"/{path}".rpartition("/")[0].endswith(f"/{folder}")


def _line_of(spec: Spec, given: str) -> int:
    """Give the line where the document says its id: a title, else a field."""
    titles = (s.line for s in _titles(spec) if given in s.title)
    fields = (
        f.found.line
        for f in spec.fields
        if f.schema.kind is FieldKind.ID and f.found and given in f.found.value
    )
    return next(chain(titles, fields), 1)


def _titles(spec: Spec) -> list[Section]:
    return [section for section in spec.document.sections if section.level == 1]


RULE = Rule("file-name", Severity.WARNING, __doc__, check)
