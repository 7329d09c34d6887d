"""The values that a template offers for a field."""

import pytest

from bot.model.stage import Stage
from bot.schema.vocabulary import read_values, status_schema


@pytest.mark.parametrize(
    ("raw", "comment", "values", "closed"),
    [
        ("Draft | Review | Done", "", "Draft,Review,Done", True),
        ("{{Draft | Done}}", "", "Draft,Done", True),
        ("Draft | Draft | Done", "", "Draft,Done", True),
        ("Draft → Review → Done", "", "Draft,Review,Done", True),
        ("Draft/Approved", "", "Draft,Approved", True),
        ("🟢 Accepted (date) | Superseded by [ADR-1]", "", "Accepted,Superseded", True),
        ("Draft | Done | ...", "", "Draft,Done", False),
        ("Draft, Review, etc", "", "Draft,Review", False),
        ("e.g. Draft, Review, Done", "", "Draft,Review,Done", False),
        ("Draft", "One of: draft, review, done", "draft,review,done", True),
        ("Draft", "such as Draft, Done", "Draft,Done", False),
        ("N/A", "Draft | Done", "Draft,Done", True),
        ("Draft", "the state it is in", "Draft", False),
        ("[Draft]", "", "Draft", False),
        ("**Brewing**", "", "Brewing", False),
        ("[Brewing]", "", "", False),
        ("TBD", "", "", False),
        ("N/A", "", "", False),
        ("", "", "", False),
        ("1 | 2", "", "", False),
        ("far too long for a value | Draft", "", "", False),
    ],
)
def test_a_status_offers_its_words(raw: str, comment: str, values: str, closed: bool) -> None:
    wanted = tuple(values.split(",")) if values else ()
    assert read_values(raw, comment, loose=True) == (wanted, closed)


@pytest.mark.parametrize(
    ("raw", "comment", "values"),
    [
        ("Low | High", "", ("Low", "High")),
        ("low, medium, or high", "", ("low", "medium", "high")),
        ("low", "one of low, medium, high", ("low", "medium", "high")),
        ("Ann", "one of low, medium, high", ()),
        ("Draft/Approved", "", ()),
        ("Ann, Bob", "", ()),
        ("sooner or later", "", ()),
        ("Ann", "", ()),
        ("", "", ()),
    ],
)
def test_another_field_needs_a_plain_choice(
    raw: str, comment: str, values: tuple[str, ...]
) -> None:
    assert read_values(raw, comment, loose=False) == (values, bool(values))


def test_an_example_offers_only_words_that_are_statuses() -> None:
    values, closed = read_values("such as Draft / Approved / Teapot", "", loose=True)
    assert values == ("Draft", "Approved")
    assert not closed


def test_each_word_has_its_stage_where_one_is_known() -> None:
    words = ["Draft", "Baking", "approved for beta", "Odd one", "Odd"]
    schema = status_schema(
        words, closed=True, stages={"baking": Stage.BUILDING, "DRAFT": Stage.REVIEWING}
    )
    assert schema.values == tuple(words)
    assert schema.closed
    assert schema.stages == {
        "Draft": Stage.REVIEWING,
        "Baking": Stage.BUILDING,
        "approved for beta": Stage.APPROVED,
    }
