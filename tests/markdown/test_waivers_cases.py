"""Waivers as they are written."""

import pytest

from bot.markdown.parse import parse_lines
from bot.markdown.waivers import read_waivers
from bot.model.document import Span, Waiver


@pytest.mark.parametrize(
    ("text", "waivers"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("the steward waives", (), id="prose"),
        pytest.param("<!-- steward: other x -->", (), id="another word"),
        pytest.param("<!-- steward: waiver x -->", (), id="a longer word"),
        pytest.param(
            "<!-- steward: waive some-rule: so it is -->",
            (Waiver("some-rule", None, "so it is", 1),),
            id="reason",
        ),
        pytest.param(
            '<!-- steward: waive some-rule "Open Questions": why -->',
            (Waiver("some-rule", "Open Questions", "why", 1),),
            id="section and reason",
        ),
        pytest.param(
            "<!-- steward: waive a-b “Goals”: why -->",
            (Waiver("a-b", "Goals", "why", 1),),
            id="curly quotes",
        ),
        pytest.param(
            "<!--steward:waive a-b:why-->", (Waiver("a-b", None, "why", 1),), id="no spaces"
        ),
        pytest.param("<!-- steward: waive a-b -->", (Waiver("a-b", None, "", 1),), id="bare"),
        pytest.param('<!-- steward: waive a-b "S" -->', (Waiver("a-b", "S", "", 1),), id="section"),
        pytest.param(
            "<!-- steward: waive a-b no colon -->", (Waiver("a-b", None, "", 1),), id="no colon"
        ),
        pytest.param("<!-- steward: waive a-b: -->", (Waiver("a-b", None, "", 1),), id="no words"),
        pytest.param("<!-- steward: waive -->", (Waiver("", None, "", 1),), id="no rule"),
        pytest.param("<!-- steward: waive a-b: why", (), id="never closed"),
        pytest.param(
            "text\n<!-- steward: waive a-b:\n  one\n  two -->",
            (Waiver("a-b", None, "one two", 2),),
            id="three lines",
        ),
        pytest.param(
            "<!-- steward: waive a: b --> x <!-- steward: waive c: d -->",
            (Waiver("a", None, "b", 1), Waiver("c", None, "d", 1)),
            id="two on a line",
        ),
        pytest.param("<!-- steward: waive a:" + "\n" * 21 + "-->", (), id="too many lines"),
        pytest.param("<!-- steward: waive a: " + "x" * 4000 + " -->", (), id="too long"),
    ],
)
def test_waivers(text: str, waivers: tuple[Waiver, ...]) -> None:
    lines = tuple(text.split("\n"))
    assert read_waivers(lines, ()) == waivers
    assert parse_lines(lines).waivers == waivers


def test_spans_of_code_hold_none() -> None:
    lines = ["<!-- steward: waive a: b -->"] * 4
    found = read_waivers(lines, [Span(2, 4)])
    assert [waiver.line for waiver in found] == [1, 4]


@pytest.mark.parametrize("text", ["```\n{}\n```", "    {}", "- a\n\n  ~~~\n  {}\n  ~~~"])
def test_code_blocks_hold_none(text: str) -> None:
    waiver = "<!-- steward: waive a: b -->"
    assert parse_lines(tuple(text.format(waiver).split("\n"))).waivers == ()


def test_code_spans_hold_none() -> None:
    assert read_waivers(["write `<!-- steward: waive a: b -->` there"], ()) == ()


@pytest.mark.parametrize(("count", "read"), [(499, 499), (500, 500), (501, 500), (2000, 500)])
def test_too_many(count: int, read: int) -> None:
    assert len(read_waivers(["<!-- steward: waive a: b -->"] * count, ())) == read
