"""invalid-field: dates that are none, and values that the template does not list."""

import pytest

from bot.rules.invalid_field import is_date
from tests.rules.judging import judged

RULE = "invalid-field"
TEMPLATE = """
    # Title: [Name]

    - **Updated:** YYYY-MM-DD
    - **Reviewed:** [some day]
    - **Weight:** Low | High | Very high

    ## Context

    Why is this needed?
"""
DOCUMENT = """
    # Title: Parcel search

    - **Updated:** {}
    - **Reviewed:** soon
    - **Weight:** {}

    ## Context

    Support looks up parcels by hand.
"""


def found(date: str = "2026-11-21", weight: str = "Low") -> list[tuple[int, str, str]]:
    verdict = judged(TEMPLATE, DOCUMENT.format(date, weight))
    assert set(verdict.rules()) <= {RULE}
    return verdict.of(RULE)


@pytest.mark.parametrize(
    "date",
    [
        "2026-11-21",
        "2024-02-29",
        "2000-02-29",
        "2026-11-21 (draft)",
        "2026-11-21T10:00Z",
        "`2026-11-21`",
    ],
)
def test_a_day_of_the_calendar_is_a_date(date: str) -> None:
    assert found(date) == []


@pytest.mark.parametrize(
    "date", ["21 November", "2026-11", "2026/11/21", "26-11-21", "2026-11-211"]
)
def test_another_form_is_none(date: str) -> None:
    assert found(date) == [
        (
            3,
            f"“Updated” is “{date}”, not a date such as 2026-11-21",
            "write it as year-month-day",
        )
    ]


@pytest.mark.parametrize(
    "date",
    [
        "2026-02-29",
        "1900-02-29",
        "2026-02-30",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-01-32",
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_none(date: str) -> None:
    assert found(date) == [
        (3, f"“Updated” is “{date}”, a day that no calendar has", "correct the month or the day")
    ]


def test_every_day_of_four_years_is_in_the_calendar() -> None:
    days = [
        f"{y}-{m:02}-{d:02}" for y in range(2025, 2029) for m in range(1, 13) for d in range(1, 32)
    ]
    assert sum(map(is_date, days)) == 4 * 365 + 1


@pytest.mark.parametrize(
    "weight", ["Low", "low", "**High**", "Low, since it is a copy", "very high"]
)
def test_a_listed_value_is_fine_with_prose_after_it(weight: str) -> None:
    assert found(weight=weight) == []


def test_another_value_is_told_with_the_list_or_the_nearest() -> None:
    said = "“Weight” is “{}”, not one of the template's values"
    assert found(weight="Unclear") == [
        (5, said.format("Unclear"), "use one of Low, High, Very high")
    ]
    assert found(weight="Hihg") == [(5, said.format("Hihg"), "did you mean “High”?")]
    assert found(weight="Highly unlikely")[0][1] == said.format("Highly unlikely")


def test_what_is_told_elsewhere_is_not_told_here() -> None:
    assert judged(TEMPLATE, DOCUMENT.format("", "Low")).rules() == ["missing-field"]
    assert judged(TEMPLATE, DOCUMENT.format("YYYY-MM-DD", "Low")).rules() == ["placeholder"]
    absent = DOCUMENT.replace("- **Updated:** {}", "").format("Low")
    assert judged(TEMPLATE, absent).rules() == ["missing-field"]


def test_a_date_of_which_the_template_shows_no_form_is_free() -> None:
    template = TEMPLATE.replace("YYYY-MM-DD", "[day]")
    assert judged(template, DOCUMENT.format("next spring", "Low")).findings == ()


def test_a_value_within_an_untouched_section_is_not_told() -> None:
    template = (
        "# T\n\n## Metadata\n\n- **Updated:** YYYY-MM-DD\n- **Day:** soon\n\n## Context\n\nx?\n"
    )
    document = template.replace("x?", "x")
    assert judged(template, document).rules() == ["untouched-section"]


def test_a_long_value_is_cut() -> None:
    ((_, message, _),) = found("at some point of the year that follows this one")
    assert (
        message
        == "“Updated” is “at some point of the year that follows…”, not a date such as 2026-11-21"
    )
