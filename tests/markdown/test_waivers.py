"""Waivers that are shown, and are none."""

import pytest

from bot.markdown.parse import parse
from bot.model.document import Waiver

_WAIVER = "<!-- steward: waive a-b: why -->"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"write `{_WAIVER}` there", id="code span"),
        pytest.param(f"``{_WAIVER}``", id="long code span"),
        pytest.param(f"- a\n\n      {_WAIVER}", id="code in an item"),
        pytest.param(f"> ~~~\n> {_WAIVER}\n> ~~~", id="fence in a quote"),
        pytest.param(f"[^1]:\n    ```\n    {_WAIVER}\n    ```", id="fence in a footnote"),
    ],
)
def test_in_code_they_are_but_shown(text: str) -> None:
    assert parse(text.encode()).waivers == ()


def test_behind_code_they_hold() -> None:
    text = f"```\n{_WAIVER}\n```\n{_WAIVER}\n\n    {_WAIVER}\n\n`a` {_WAIVER} `{_WAIVER}`\n"
    assert [waiver.line for waiver in parse(text.encode()).waivers] == [4, 8]


@pytest.mark.parametrize(
    ("text", "waiver"),
    [
        ("<!-- steward: waive a-b: run `x` -->", Waiver("a-b", None, "run `x`", 1)),
        ('<!-- steward: waive a-b "S":\n  one\n\n  two\n-->', Waiver("a-b", "S", "one two", 1)),
        ("text <!--steward:waive a-b:why--> text", Waiver("a-b", None, "why", 1)),
        ("- a\n  <!-- steward: waive a-b: why -->", Waiver("a-b", None, "why", 2)),
        ('<!-- steward: waive a-b "S" why -->', Waiver("a-b", "S", "", 1)),
        ('<!-- steward: waive a-b "S: why -->', Waiver("a-b", None, "", 1)),
        ("<!-- steward: waive\n  a-b: why -->", Waiver("", None, "", 1)),
    ],
)
def test_parts(text: str, waiver: Waiver) -> None:
    assert parse(text.encode()).waivers == (waiver,)


def test_the_next_comment_does_not_close_one() -> None:
    text = f"<!-- steward: waive a-b: why\n{_WAIVER}\n"
    first, second = parse(text.encode()).waivers
    assert (first.line, second) == (1, Waiver("a-b", None, "why", 2))
