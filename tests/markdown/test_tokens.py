"""What a line may start, one kind at a time."""

import pytest

from bot.markdown import tokens


@pytest.mark.parametrize(
    ("line", "expanded"),
    [
        ("\ta", "    a"),
        (" \ta", "    a"),
        ("-\ta", "-   a"),
        ("- \t-\ta", "-   -   a"),
        (">\t\ta", ">       a"),
        ("1.\ta", "1.  a"),
        ("a\tb", "a\tb"),
        ("\ta\tb", "    a\tb"),
        ("[^1]:\ta", "[^1]:   a"),
        ("> [^a]:-\t<b>", "> [^a]:-    <b>"),
        ("[^a\t]:\tb", "[^a\t]:\tb"),
    ],
)
def test_tabs_stand_for_columns_up_to_the_text(line: str, expanded: str) -> None:
    assert tokens.untabbed(line) == expanded


@pytest.mark.parametrize(
    ("line", "across"),
    [
        ("---", True),
        ("***  ", True),
        ("_ _\t_", True),
        ("- - - -", True),
        ("--", False),
        ("--- a", False),
        ("a---", False),
        ("--*", False),
        ("- -", False),
    ],
)
def test_lines_across(line: str, across: bool) -> None:
    assert tokens.is_break(line) is across


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("```", ("```", "")),
        ("````py", ("````", "py")),
        ("~~~ sh -x", ("~~~", "sh")),
        ("```\tpy", ("```", "py")),
        ("~~~ a`b", ("~~~", "a`b")),
        ("``", None),
        ("``` a`b", None),
    ],
)
def test_fences(line: str, found: tuple[str, str] | None) -> None:
    assert tokens.fence(line) == found


def test_digits_of_other_scripts_number_nothing() -> None:
    assert tokens.marker("1\u0661. a") is None
    assert tokens.untabbed("1\u0661.\ta") == "1\u0661.\ta"


def test_a_title_ends_at_spaces_and_tabs_alone() -> None:
    assert tokens.heading("# \x0ca\u00a0\t#") == (1, "\x0ca\u00a0")
