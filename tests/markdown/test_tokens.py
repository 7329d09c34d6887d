"""What a line may start, one kind at a time."""

import subprocess
import sys

import pytest

from bot.markdown import tokens


def test_import_leaves_the_interpreter_as_it_was() -> None:
    code = "import sys; before = sys.maxunicode; import bot.markdown.tokens; print(before)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print(sys.maxunicode)"],
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = done.stdout.split()
    assert before == after == str(0x10FFFF)


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
    ("line", "comment", "interrupts"),
    [
        ("<!-- a", True, True),
        ("<div>", False, True),
        ("</DIV", False, True),
        ("<pre", False, True),
        ("<?php", False, True),
        ("<!DOCTYPE html>", False, True),
        ("<![CDATA[", False, True),
        ("<goal>", False, False),
        ("</goal>", False, False),
        ('<goal a="b" c>', False, False),
        ("<!-- " + "a" * 5000, True, True),
        ("<div " + "a" * 5000, False, True),
    ],
)
def test_html(line: str, comment: bool, interrupts: bool) -> None:
    found = tokens.html(line)
    assert found
    assert (found.comment, found.interrupts) == (comment, interrupts)


@pytest.mark.parametrize("line", ["<", "<goal", "<goal> a", "<1>", "< div>", "<a " + "b" * 5000])
def test_no_html(line: str) -> None:
    assert tokens.html(line) is None


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["a"], ["a"]),
        (["[a] b"], ["[a] b"]),
        (["[a]: /b"], []),
        (["[a]: /b", "[c]: <d e> (f)", "g"], ["g"]),
        (["[a]:", "/b", "c"], ["c"]),
        (["[a]: /b", "'c'", "d"], ["d"]),
        (["[a]: /b", "'c' d"], ["'c' d"]),
        (["[a]: /b", '"c', "d"], ['"c', "d"]),
        (["[a\\]b]: /c"], []),
        (["[a[b]: /c"], ["[a[b]: /c"]),
        (["[ ]: /c"], ["[ ]: /c"]),
        (["[a]:"], ["[a]:"]),
        (["[Date]: Decision on x"], ["[Date]: Decision on x"]),
        (["[^1]: a"], ["[^1]: a"]),
        ([], []),
    ],
)
def test_definitions_are_not_seen(lines: list[str], shown: list[str]) -> None:
    assert list(tokens.without_definitions(lines)) == shown
