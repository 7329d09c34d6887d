"""A status is the longest run of leading words that the vocabulary knows."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Field
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.status import is_unchosen, read_status, read_word, status_fields, vocabulary


def _schema(head: str = "", stages: dict[str, Stage] | None = None) -> Schema:
    return derive(("# Note", "", head, "", "## Why", ""), "note.md", stages or {}, "note")


OPEN = _schema()
CLOSED = _schema("**Status:** Sketch | Agreed by all | Shipped")
LOOSE = _schema("**Status:** Sketch")
TOLD = _schema("**Status:** Sketch <!-- Sketch | Agreed by all | Shipped -->")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("Draft", ("draft", Stage.DRAFTING, True)),
        ("in-review", ("in review", Stage.REVIEWING, True)),
        ("IN_REVIEW since May", ("in review", Stage.REVIEWING, True)),
        ("🟢 **Accepted** (2026)", ("accepted", Stage.APPROVED, True)),
        ("closed as done", ("closed as done", Stage.DONE, True)),
        ("closed by hand", ("closed", Stage.CLOSED, True)),
        ("Drafty", ("drafty", None, False)),
        ("not  a *Draft*", ("not a draft", None, False)),
        ("", ("", None, False)),
    ],
)
def test_leading_words_tell(value: str, read: tuple[str, Stage | None, bool]) -> None:
    assert read_word(value, OPEN, {}) == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("shipped in 2.0", ("shipped", Stage.DONE, True)),
        ("Sketch", ("sketch", None, True)),
        ("draft", ("draft", None, False)),
        ("Parked for now", ("parked", Stage.CLOSED, True)),
    ],
)
def test_a_closed_vocabulary_knows_its_own_and_the_teams_words(
    value: str, read: tuple[str, Stage | None, bool]
) -> None:
    assert read_word(value, CLOSED, {"Parked": Stage.CLOSED}) == read


def test_vocabularies_grow_unless_they_are_closed() -> None:
    assert set(vocabulary(CLOSED, {})) == {"sketch", "agreed", "shipped"}
    assert vocabulary(OPEN, {})["draft"] is Stage.DRAFTING
    loose = vocabulary(LOOSE, {"Draft": Stage.REVIEWING})
    assert loose["sketch"] is None
    assert loose["draft"] is Stage.REVIEWING
    assert loose["accepted"] is Stage.APPROVED


def test_configured_stages_reach_the_templates_values() -> None:
    schema = _schema("**Status:** Sketch | Cooking | Shipped", {"cooking": Stage.BUILDING})
    assert vocabulary(schema, {})["cooking"] is Stage.BUILDING


@pytest.mark.parametrize(
    ("value", "schema", "unchosen"),
    [
        ("Sketch | Agreed by all |  Shipped", CLOSED, True),
        ("Sketch / Shipped", CLOSED, True),
        ("[Sketch → Shipped]", CLOSED, True),
        ("Sketch", CLOSED, False),
        ("Sketch / unheard", CLOSED, False),
        ("Sketch", LOOSE, False),
        ("Sketch", TOLD, False),
        ("Draft | Done", OPEN, False),
    ],
)
def test_a_choice_that_was_left_is_no_status(value: str, schema: Schema, unchosen: bool) -> None:
    assert is_unchosen(value, schema) is unchosen


def test_the_first_field_that_chose_counts() -> None:
    fields = (
        Field("Author", "Ann", 1, "bold"),
        Field("Status", "  ", 2, "bold"),
        Field("Status", "Sketch | Shipped", 3, "bold"),
        Field("State", "Shipped", 4, "bold"),
        Field("Status", "Sketch", 5, "bold"),
    )
    stated = status_fields(fields)
    assert [field.line for field in stated] == [2, 3, 4, 5]
    status = read_status(stated, CLOSED, {})
    assert (status.word, status.stage, status.field, status.known) == (
        "shipped",
        Stage.DONE,
        fields[3],
        True,
    )


@pytest.mark.parametrize("fields", [(), (Field("Status", "", 2, "bold"),)])
def test_no_status_is_no_unknown_one(fields: tuple[Field, ...]) -> None:
    status = read_status(fields, CLOSED, {})
    assert (status.word, status.stage, status.field, status.known) == (None, None, None, True)


def test_status_fields_of_a_real_text() -> None:
    document = parse_lines(("# A", "", "**Status:** Shipped", "**Owner:** Ann", "", "## Why", "b"))
    assert [field.value for field in status_fields(document.fields)] == ["Shipped"]
