"""Dates in other forms: those that can mean only one day."""

import pytest

from bot.edit.dates import iso_date


@pytest.mark.parametrize(
    ("value", "found", "date"),
    [
        ("2026/11/21", "2026/11/21", "2026-11-21"),
        ("2026.1.2", "2026.1.2", "2026-01-02"),
        ("2026-1-2 (draft)", "2026-1-2", "2026-01-02"),
        ("21.11.2026", "21.11.2026", "2026-11-21"),
        ("11/21/2026, noon", "11/21/2026", "2026-11-21"),
        ("5-5-2026", "5-5-2026", "2026-05-05"),
        ("21 November 2026", "21 November 2026", "2026-11-21"),
        ("21st nov. 2026, evening", "21st nov. 2026", "2026-11-21"),
        ("2. March 2026", "2. March 2026", "2026-03-02"),
        ("November 21, 2026", "November 21, 2026", "2026-11-21"),
        ("Sept 2nd 2026", "Sept 2nd 2026", "2026-09-02"),
        ("may 3 2026", "may 3 2026", "2026-05-03"),
    ],
)
def test_a_date_that_means_one_day(value: str, found: str, date: str) -> None:
    assert iso_date(value) == (found, date)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "5/6/2026",
        "21/11/26",
        "21.11.20261",
        "12.11.2026",
        "21 November",
        "November 2026",
        "21 Novembr 2026",
        "21 nov 20261",
        "2026/11/211",
        "since 2026/11/21",
        "Ju 3 2026",
    ],
)
def test_any_other_is_left_alone(value: str) -> None:
    assert iso_date(value) is None
