"""Code, comments, tables and link definitions as spans of lines."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Document, Span


def _parse(text: str) -> Document:
    return parse_lines(tuple(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("```\na\n```\nb", [Span(1, 4)], id="fence"),
        pytest.param("```py\na\n```", [Span(1, 4, "py")], id="language"),
        pytest.param("```\tpy\na\n```", [Span(1, 4, "py")], id="language behind a tab"),
        pytest.param("~~~ sh x\na\n~~~", [Span(1, 4, "sh")], id="tildes and words"),
        pytest.param("```\na", [Span(1, 3)], id="open to the end"),
        pytest.param("text\n```\na\n```", [Span(2, 5)], id="ends a paragraph"),
        pytest.param("````\n```\n````\n", [Span(1, 4)], id="longer"),
        pytest.param("```\n~~~\n```\n", [Span(1, 4)], id="other sign within"),
        pytest.param("   ```\n   a\n   ```", [Span(1, 4)], id="three spaces"),
        pytest.param("``` a`b", [], id="tick behind the fence"),
        pytest.param("``\na\n``", [], id="two ticks"),
        pytest.param("    a\n\n    b", [Span(1, 4)], id="indented"),
        pytest.param("\ta", [Span(1, 2)], id="tab"),
        pytest.param("text\n    a", [], id="continues a paragraph"),
        pytest.param("- a\n\n  ```\n  b\n  ```", [Span(3, 6)], id="in an item"),
        pytest.param("-\n  ```\n  b\n  ```", [Span(2, 5)], id="below a marker alone"),
        pytest.param("> ```\n> a\n> ```", [Span(1, 4)], id="in a quote"),
        pytest.param("> ```\n# H", [Span(1, 2)], id="ends with its quote"),
    ],
)
def test_code(text: str, code: list[Span]) -> None:
    assert list(_parse(text).code) == code


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        pytest.param("<!-- a -->", [Span(1, 2)], id="one line"),
        pytest.param("a\n<!--\n\nb\n-->\nc", [Span(2, 6)], id="over a gap"),
        pytest.param("<!-- a", [Span(1, 2)], id="never closed"),
        pytest.param("a <!-- b -->", [], id="within a line"),
        pytest.param("```\n<!-- a -->\n```", [], id="in code"),
        pytest.param("<div>\n</div>", [], id="other HTML"),
        pytest.param("> <!-- a -->", [Span(1, 2)], id="in a quote"),
        pytest.param("- a\n\n  <!-- b -->", [Span(3, 4)], id="in an item"),
        pytest.param("<!-- " + "a" * 3000 + " -->", [Span(1, 2)], id="long"),
    ],
)
def test_comments(text: str, comments: list[Span]) -> None:
    assert list(_parse(text).comments) == comments


@pytest.mark.parametrize(
    ("text", "tables"),
    [
        pytest.param("|a|b|\n|-|-|\n|1|2|", [Span(1, 4)], id="usual"),
        pytest.param("a | b\n--|--\n1 | 2\n", [Span(1, 4)], id="no outer pipes"),
        pytest.param("|a|b|\n|:-|-:|", [Span(1, 3)], id="aligned, no rows"),
        pytest.param("|a|\n|---|", [Span(1, 3)], id="one column"),
        pytest.param("b\n-|", [Span(1, 3)], id="one column, no pipe in the heading"),
        pytest.param("b\n|-|", [Span(1, 3)], id="one column, two pipes"),
        pytest.param("a\nb\n-:", [Span(2, 4)], id="one column, no pipe at all"),
        pytest.param("|a|b|\n|-|-|-|", [], id="a cell too many"),
        pytest.param("|a|b|c|\n|-|-|", [], id="a cell too few"),
        pytest.param("|a|b|\n|-|x|", [], id="no dashes"),
        pytest.param("|a|b|\n|-|::|", [], id="colons alone"),
        pytest.param("|a|b|", [], id="header alone"),
        pytest.param("|a|b|\n\n|-|-|", [], id="gap"),
        pytest.param("|a \\| b|c|\n|-|-|", [Span(1, 3)], id="escaped pipe"),
        pytest.param("text\n|a|b|\n|-|-|\n|1|2|", [Span(2, 5)], id="ends a paragraph"),
        pytest.param("> |a|b|\n> |-|-|", [Span(1, 3)], id="in a quote"),
        pytest.param("- x\n\n  |a|b|\n  |-|-|", [Span(3, 5)], id="in an item"),
        pytest.param("```\n|a|b|\n|-|-|\n```", [], id="in code"),
        pytest.param("|a|b|\n|-|-|\n> c | d", [Span(1, 3)], id="ends at a quote"),
        pytest.param("|a|b|\n|-|-|\n- c | d", [Span(1, 3)], id="ends at a list"),
        pytest.param("|a|b|\n|-|-|\n# c | d", [Span(1, 3)], id="ends at a heading"),
        pytest.param("|a|b|\n|-|-|\n|1|2|\nx", [Span(1, 5)], id="row of one cell"),
        pytest.param("|a|b|\n|-|-|\n\n|1|2|", [Span(1, 3)], id="ends at a gap"),
    ],
)
def test_tables(text: str, tables: list[Span]) -> None:
    assert list(_parse(text).tables) == tables


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("[x]: http://a\n---", [], id="a definition makes no heading"),
        pytest.param("[x]: <http://a b> 'T'\n---", [], id="in angles, with a title"),
        pytest.param("[x]: http://a (T)\n===", [], id="title in brackets"),
        pytest.param("[Date]: Decision on x\n---", ["[Date]: Decision on x"], id="words behind"),
        pytest.param("[^1]: note\n---", [], id="a footnote ends at a line across"),
        pytest.param("[x]\n---", ["[x]"], id="no colon"),
        pytest.param("[a]:)\n===", ["[a]:)"], id="brackets that do not pair"),
    ],
)
def test_definitions(text: str, titles: list[str]) -> None:
    assert [section.title for section in _parse(text).sections] == titles


def test_quote_takes_lazy_lines_but_no_block() -> None:
    document = _parse("> a\nlazy\n```\nx\n```\n> b\n|a|b|\n|-|-|\n> c\n<!-- d -->\n> e\n***\n")
    assert document.code == (Span(3, 6),)
    assert document.comments == (Span(10, 11),)
    assert document.sections == ()


def test_long_tag_is_a_block() -> None:
    document = _parse("<a " + "b" * 3000 + ">\n# H")
    assert document.sections == ()
