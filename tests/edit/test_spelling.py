"""Misspelt words put right within their line, and those that nobody should guess at."""

import pytest

from bot.edit.spelling import respelt


@pytest.mark.parametrize(
    ("line", "value", "meant", "right"),
    [
        ("- **Status:** Acepted", "Acepted", "Accepted", "- **Status:** Accepted"),
        ("status: acepted", "acepted", "accepted", "status: accepted"),
        ("Status: Acepted, by Bob", "Acepted, by Bob", "accepted", "Status: Accepted, by Bob"),
        ("Status: Acepted by Bob", "Acepted by Bob", "Accepted", "Status: Accepted by Bob"),
        ("| Status | In-Reveiw | 2 |", "In-Reveiw", "In Review", "| Status | In Review | 2 |"),
        ("Status: InReview", "InReview", "In Review", "Status: In Review"),
        ("Status: In Pro gress", "In Pro gress", "In Progress", "Status: In Progress"),
        ("**Status:** 🟡 Drfat  ", "🟡 Drfat", "draft", "**Status:** 🟡 Draft  "),
        ("status: 'Aproved' # soon", "Aproved", "approved", "status: 'Approved' # soon"),
        ("Priority: hihg", "hihg", "High", "Priority: High"),
    ],
)
def test_a_slip_is_put_right(line: str, value: str, meant: str, right: str) -> None:
    assert respelt(line, value, meant) == right


@pytest.mark.parametrize(
    ("line", "value", "meant"),
    [
        ("Status: Rejected", "Rejected", "Accepted"),
        ("Status: Not approved", "Not approved", "Approved"),
        ("Status: Unapproved", "Unapproved", "Approved"),
        ("Status: Undone", "Undone", "Done"),
        ("Status: Implemented", "Implemented", "Implementing"),
        ("Status: Released", "Released", "Replaced"),
        ("Acepted: Acepted", "Acepted", "Accepted"),
        ("Status: Aceptedly", "Acepted", "Accepted"),
        ("Status: Acep**ted**", "Acep ted", "Accepted"),
        ("Status: ?", "?", "Accepted"),
        ("Status:", "", "Accepted"),
    ],
)
def test_what_is_not_sure_is_left(line: str, value: str, meant: str) -> None:
    assert respelt(line, value, meant) is None
