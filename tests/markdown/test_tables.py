"""The rows that make a table, and its cells."""

import pytest

from bot.markdown.tables import cells, is_table


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("a | b |", ["a", "b"]),
        ("| a", ["a"]),
        ("|a||", ["a", ""]),
        ("||", [""]),
        ("|", [""]),
        (r"a \| b | c", ["a | b", "c"]),
        (r"| a \|", ["a |"]),
        ("  |a|b|  ", ["a", "b"]),
        ("", [""]),
    ],
)
def test_cells(row: str, parts: list[str]) -> None:
    assert cells(row) == parts


@pytest.mark.parametrize(
    ("header", "rule", "together"),
    [
        ("| a | b |", "|---|---|", True),
        ("a | b", ":-- | --:", True),
        ("| a |", "| - |", True),
        ("a | b", "-|-|-", False),
        ("a | b | c", "-|-", False),
        ("a | b", "-|", False),
        ("a | b", ":|:", False),
        ("a | b", "-|-:-", False),
        ("a | b", "-|x", False),
        ("a", "---", False),
        ("a", "-|", True),
        ("a", "|-", True),
        ("a", "-:", True),
        ("a", ":-|", True),
        ("a", "|", False),
        ("a", ":", False),
        ("a | b", "", False),
    ],
)
def test_both_rows_have_as_many_cells(header: str, rule: str, together: bool) -> None:
    assert is_table(header, rule) is together
