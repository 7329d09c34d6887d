"""The seven kinds of HTML that a line may start."""

import pytest

from bot.markdown.html import html


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
        ("<p\tb>", False, True),
        ("</p/>", False, True),
        ("<table\x0c", False, True),
        ("<TEXTAREA\v", False, True),
        ("<source", False, True),
        ("<a " + "b" * 5000 + ">", False, False),
        ("<a b = 'c>' D:e.f-g=\"\" h=i/>\t\x0c", False, False),
        ("<a\vb/>", False, False),
        ("</a\t>", False, False),
        ("<pre-x>", False, False),
        ("</pre>", False, False),
    ],
)
def test_html(line: str, comment: bool, interrupts: bool) -> None:
    found = html(line)
    assert found
    assert (found.comment, found.interrupts) == (comment, interrupts)


@pytest.mark.parametrize(
    "line",
    [
        "<",
        "<goal",
        "<goal> a",
        "<1>",
        "< div>",
        "<div\u00a0",
        "<d\u0131v>",
        "<p-",
        "<!x",
        "<![cdata[",
        "<a b=>",
        "<a b=c'>",
        "<a b='c>",
        "<a b='c'd>",
        "<a / >",
        "</a b>",
        "<a>\u00a0",
        "<a " + "b" * 5000,
    ],
)
def test_no_html(line: str) -> None:
    assert html(line) is None
