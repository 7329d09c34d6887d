"""The metadata that a template asks for."""

import pytest

from bot.model.document import Document, Field
from bot.model.schema import FieldKind, FieldSchema, SectionKind, SectionSchema, Tier
from bot.schema.fieldset import field_key, is_status, template_fields, wants_iso_date

LINES = tuple(f"line {number}" for number in range(1, 7))


def _derived(*fields: Field, sections: tuple[SectionSchema, ...] = ()) -> tuple[FieldSchema, ...]:
    return template_fields(Document(lines=LINES, fields=fields), sections)


def _section(index: int, line: int, kind: SectionKind, *, label: bool = False) -> SectionSchema:
    return SectionSchema(
        index=index,
        title="Any",
        path=("Any",),
        level=2,
        line=line,
        parent=-1,
        tier=Tier.REQUIRED,
        why="",
        kind=kind,
        repeatable=False,
        keys=frozenset({"any"}),
        label=label,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("Author(s)", "author"), ("last_updated", "Last Updated"), ("**Owner**", "Owners")],
)
def test_names_of_one_field_are_equal(one: str, other: str) -> None:
    assert field_key(one) == field_key(other)


@pytest.mark.parametrize(
    ("name", "status"), [("Status", True), ("**STATE**", True), ("Owner", False)]
)
def test_the_status_is_known_by_its_name(name: str, status: bool) -> None:
    assert is_status(name) is status


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("Status", "Draft", FieldKind.STATUS),
        ("Created", "today", FieldKind.DATE),
        ("When", "YYYY-MM-DD", FieldKind.DATE),
        ("Spec version", "1.0", FieldKind.VERSION),
        ("Ticket number", "", FieldKind.ID),
        ("Epic", "any", FieldKind.ID),
        ("Reference", "RFC-XXX", FieldKind.ID),
        ("Supersedes", "RFC-XXX", FieldKind.TEXT),
        ("Owner", "Ann", FieldKind.TEXT),
    ],
)
def test_a_field_has_a_kind(name: str, value: str, kind: FieldKind) -> None:
    (schema,) = _derived(Field(name, value, 2, "bold"))
    assert schema.kind is kind
    assert (schema.name, schema.raw, schema.shape) == (name, value, "bold")
    assert schema.skeleton == "line 2"


@pytest.mark.parametrize(
    ("shape", "name", "value", "counts"),
    [
        ("loose", "Status", "Draft", False),
        ("plain", "Note", "some words", False),
        ("plain", "Note", "[words]", True),
        ("plain", "Note", "", True),
        ("plain", "Note", "one | two", True),
        ("plain", "Owner", "Ann", True),
        ("bold", "Note", "some words", True),
        ("bold", "", "some words", False),
    ],
)
def test_a_line_of_prose_is_no_field(shape: str, name: str, value: str, counts: bool) -> None:
    assert bool(_derived(Field(name, value, 1, shape))) is counts


def test_the_same_name_twice_counts_once() -> None:
    fields = _derived(Field("Author", "first", 1, "bold"), Field("Author(s)", "again", 2, "bold"))
    assert [field.raw for field in fields] == ["first"]


@pytest.mark.parametrize(
    ("value", "comment", "required"),
    [("Ann", "", True), ("Ann (optional)", "", False), ("Ann", "leave it blank", False)],
)
def test_a_field_may_be_left_out_where_the_template_says_so(
    value: str, comment: str, required: bool
) -> None:
    (schema,) = _derived(Field("Owner", value, 1, "bold", comment))
    assert schema.required is required


@pytest.mark.parametrize(
    ("name", "value", "values", "closed"),
    [
        ("Size", "S | M | L", ("S", "M", "L"), True),
        ("Size", "S | M | etc.", (), False),
        ("Status", "Draft | Done | ...", ("Draft", "Done"), False),
        ("Status", "Draft", ("Draft",), False),
    ],
)
def test_only_a_status_keeps_values_that_are_not_all(
    name: str, value: str, values: tuple[str, ...], closed: bool
) -> None:
    (schema,) = _derived(Field(name, value, 1, "bold"))
    assert (schema.values, schema.closed) == (values, closed)


@pytest.mark.parametrize(
    ("sections", "inside"),
    [
        ((), -1),
        ((_section(0, 1, SectionKind.METADATA),), 0),
        ((_section(0, 1, SectionKind.METADATA), _section(1, 2, SectionKind.PROSE)), -1),
        (
            (_section(0, 1, SectionKind.METADATA), _section(1, 2, SectionKind.PROSE, label=True)),
            0,
        ),
        ((_section(0, 5, SectionKind.METADATA),), -1),
    ],
)
def test_a_field_is_held_by_the_metadata_section_above_it(
    sections: tuple[SectionSchema, ...], inside: int
) -> None:
    (schema,) = _derived(Field("Owner", "Ann", 3, "bold"), sections=sections)
    assert schema.section == inside


@pytest.mark.parametrize(
    ("raw", "iso"),
    [("yyyy-mm-dd", True), ("as ISO 8601", True), ("DD.MM.YYYY", False), ("", False)],
)
def test_a_template_shows_how_dates_are_written(raw: str, iso: bool) -> None:
    assert wants_iso_date(raw) is iso
