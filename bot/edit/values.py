"""One value in its line, written as the template asks for it."""

from collections.abc import Iterator, Mapping, Sequence

from bot.edit.dates import iso_date
from bot.edit.spelling import respelt
from bot.edit.splice import Edit
from bot.model.document import Field
from bot.model.finding import Finding
from bot.model.schema import FieldKind, FieldSchema
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.rules import invalid_field, unknown_status


def dates(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    """Write dates in another form as the template has them."""
    for found, schema in _invalid(spec, findings):
        if schema.kind is not FieldKind.DATE:
            continue
        date = iso_date(found.value)
        line = _line(spec, found)
        if date and invalid_field.is_date(date[1]) and line.count(date[0]) == 1:
            yield _written(found, line.replace(date[0], date[1]), date[1])


def listed_values(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    """Put misspelt words right where the template lists those that a field may have."""
    for found, schema in _invalid(spec, findings):
        meant = invalid_field.nearest(found.value, schema)
        if meant and (line := respelt(_line(spec, found), found.value, meant)):
            yield _written(found, line, meant)


def statuses(
    spec: Spec, findings: Sequence[Finding], stages: Mapping[str, Stage]
) -> Iterator[Edit]:
    """Put a misspelt status right."""
    lines = {f.line for f in findings if f.rule == unknown_status.RULE.slug}
    for found in spec.statuses:
        if found.line not in lines:
            continue
        meant = unknown_status.nearest(found.value, spec.schema, stages)
        if meant and (line := respelt(_line(spec, found), found.value, meant)):
            yield _written(found, line, meant)


def _invalid(spec: Spec, findings: Sequence[Finding]) -> Iterator[tuple[Field, FieldSchema]]:
    lines = {f.line for f in findings if f.rule == invalid_field.RULE.slug}
    for field in spec.fields:
        if field.found and field.found.line in lines:
            yield field.found, field.schema


def _line(spec: Spec, found: Field) -> str:
    return spec.document.lines[found.line - 1]


def _written(found: Field, line: str, value: str) -> Edit:
    return Edit(found.line, (line,), f"write {found.name} as {value}", replaces=True)
