"""Which lines are headings, and the tree that they make."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Document


def _parse(text: str) -> Document:
    return parse_lines(tuple(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        pytest.param("# A", [("A", 1, 1, 2)], id="one"),
        pytest.param("###### A", [("A", 6, 1, 2)], id="six"),
        pytest.param("####### A", [], id="seven"),
        pytest.param("#A", [], id="no space"),
        pytest.param("#\tA", [("A", 1, 1, 2)], id="tab"),
        pytest.param("   # A", [("A", 1, 1, 2)], id="three spaces"),
        pytest.param("    # A", [], id="four spaces"),
        pytest.param("\\# A", [], id="escaped"),
        pytest.param("#", [("", 1, 1, 2)], id="empty"),
        pytest.param("##   ", [("", 2, 1, 2)], id="empty with spaces"),
        pytest.param("### ###", [("", 3, 1, 2)], id="empty and closed"),
        pytest.param("# A #", [("A", 1, 1, 2)], id="closed"),
        pytest.param("## A ######   ", [("A", 2, 1, 2)], id="closed by more"),
        pytest.param("# A#", [("A#", 1, 1, 2)], id="C# keeps its sign"),
        pytest.param("# A # b", [("A # b", 1, 1, 2)], id="a sign within"),
        pytest.param("#   A   ", [("A", 1, 1, 2)], id="spaces around"),
        pytest.param("text\n# A\ntext", [("A", 1, 2, 3)], id="ends a paragraph"),
        pytest.param("> q\n# A", [("A", 1, 2, 3)], id="ends a quote"),
        pytest.param("- i\n# A", [("A", 1, 2, 3)], id="ends a list"),
        pytest.param("A\n===", [("A", 1, 1, 3)], id="setext 1"),
        pytest.param("A\n---", [("A", 2, 1, 3)], id="setext 2"),
        pytest.param("A\n=", [("A", 1, 1, 3)], id="setext with one sign"),
        pytest.param("A\n-", [("A", 2, 1, 3)], id="setext with one dash"),
        pytest.param("A\n   ---  ", [("A", 2, 1, 3)], id="setext moved in"),
        pytest.param("\nA\n  b\nc\n===\n", [("A b c", 1, 2, 6)], id="setext of three lines"),
        pytest.param("A\n\n---", [], id="a line across"),
        pytest.param("A\n\n===", [], id="signs alone"),
        pytest.param("A\n== =", [], id="broken signs"),
        pytest.param("A\n- - -", [], id="broken dashes are a line across"),
        pytest.param("A\n***", [], id="stars are a line across"),
        pytest.param("A\n___\nB\n---", [("B", 2, 3, 5)], id="behind a line across"),
        pytest.param("- A\n---", [], id="dashes below an item"),
        pytest.param("> A\n---", [], id="dashes below a quote"),
        pytest.param("# A\n---", [("A", 1, 1, 2)], id="dashes below a heading"),
    ],
)
def test_headings(text: str, headings: list[tuple[str, int, int, int]]) -> None:
    found = [(s.title, s.level, s.line, s.start) for s in _parse(text).sections]
    assert found == headings


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("```\n# A\n```", id="fence"),
        pytest.param("~~~ md\n# A\n```\n# B\n~~~", id="tildes"),
        pytest.param("````\n```\n# A\n```\n````", id="longer fence"),
        pytest.param("```\n# A", id="open fence"),
        pytest.param("    # A\n\n    # B", id="indented code"),
        pytest.param("<!--\n# A\n\n# B\n-->", id="comment"),
        pytest.param("<!-- # A", id="open comment"),
        pytest.param("<!-- a --> # A", id="behind a comment"),
        pytest.param("<div>\n# A\n</div>", id="HTML"),
        pytest.param("<pre>\n\n# A\n\n</pre>", id="preformatted"),
        pytest.param("> # A\n> text", id="quote"),
        pytest.param("> A\n> ===", id="setext in a quote"),
        pytest.param("- # A", id="item"),
        pytest.param("- x\n\n  # A", id="below an item"),
        pytest.param("1. x\n   ## A", id="ordered item"),
        pytest.param("> - # A", id="item in a quote"),
        pytest.param("- > # A", id="quote in an item"),
    ],
)
def test_no_headings(text: str) -> None:
    document = _parse(text + "\n\n")
    assert document.sections == ()


def test_tree() -> None:
    text = "# A\na\n## B\n#### C\nc\n### D\n## E\n# F\n"
    sections = _parse(text).sections
    rows = [(s.index, s.title, s.line, s.start, s.stop, s.end, s.parent) for s in sections]
    assert rows == [
        (0, "A", 1, 2, 3, 8, -1),
        (1, "B", 3, 4, 4, 7, 0),
        (2, "C", 4, 5, 6, 6, 1),
        (3, "D", 6, 7, 7, 7, 1),
        (4, "E", 7, 8, 8, 8, 0),
        (5, "F", 8, 9, 10, 10, -1),
    ]


def test_tree_that_starts_deep() -> None:
    document = _parse("### A\n## B\n# C\n## D")
    assert [(s.title, s.parent, s.end) for s in document.sections] == [
        ("A", -1, 2),
        ("B", -1, 3),
        ("C", -1, 5),
        ("D", 2, 5),
    ]
    assert [s.title for s in document.children(-1)] == ["A", "B", "C"]
    assert [s.title for s in document.children(2)] == ["D"]


def test_text_of_a_section() -> None:
    document = _parse("A\n===\none\n\ntwo\n# B")
    first = document.sections[0]
    assert document.text(first.start, first.stop) == "one\n\ntwo"
