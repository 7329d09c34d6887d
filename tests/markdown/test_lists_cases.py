"""Items of lists: their words, boxes and depths."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Document


def _parse(text: str) -> Document:
    return parse_lines(tuple(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param("- a\n- b", [("a", 1, 0), ("b", 2, 0)], id="flat"),
        pytest.param("* a\n+ b\n- c", [("a", 1, 0), ("b", 2, 0), ("c", 3, 0)], id="three lists"),
        pytest.param(
            "- a\n  - b\n    - c\n- d",
            [("a", 1, 0), ("b", 2, 1), ("c", 3, 2), ("d", 4, 0)],
            id="nested",
        ),
        pytest.param("- a\n\n  - b\n\n- c", [("a", 1, 0), ("b", 3, 1), ("c", 5, 0)], id="loose"),
        pytest.param("- a\n - b", [("a", 1, 0), ("b", 2, 0)], id="one space is no nesting"),
        pytest.param("1. a\n   - b", [("a", 1, 0), ("b", 2, 1)], id="below a number"),
        pytest.param("- - a", [("", 1, 0), ("a", 1, 1)], id="two on a line"),
        pytest.param("> - a\n>   - b", [("a", 1, 0), ("b", 2, 1)], id="quoted"),
        pytest.param("- a\n\n  > - b", [("a", 1, 0), ("b", 3, 1)], id="quoted within an item"),
        pytest.param("- a\nlazy\n  more", [("a lazy more", 1, 0)], id="lazy"),
        pytest.param("> - a\nlazy", [("a lazy", 1, 0)], id="lazy behind a quote"),
        pytest.param("- a\n\nno", [("a", 1, 0)], id="text behind a gap"),
        pytest.param("- a\n\n  b", [("a", 1, 0)], id="second paragraph"),
        pytest.param("- a\n***\n- b", [("a", 1, 0), ("b", 3, 0)], id="line across"),
        pytest.param("* * *", [], id="only a line across"),
        pytest.param("-\n  a", [("a", 1, 0)], id="first line empty"),
        pytest.param("-\n\n  a", [("", 1, 0)], id="two empty lines"),
        pytest.param("-\n-\n- a", [("", 1, 0), ("", 2, 0), ("a", 3, 0)], id="empty items"),
        pytest.param("- ```\n  x\n  ```", [("", 1, 0)], id="only code"),
        pytest.param("text\n- a", [("a", 2, 0)], id="ends a paragraph"),
        pytest.param("-a\n*b*", [], id="no space"),
        pytest.param("\\- a", [], id="escaped"),
        pytest.param("    - a", [], id="indented code"),
        pytest.param("```\n- a\n```", [], id="fence"),
        pytest.param("<!--\n- a\n-->", [], id="comment"),
    ],
)
def test_items(text: str, items: list[tuple[str, int, int]]) -> None:
    document = _parse(text)
    assert [(i.text, i.line, i.depth) for i in document.items] == items
    assert {i.ticked for i in document.items} <= {None}


@pytest.mark.parametrize(
    ("line", "text", "ticked"),
    [
        ("- [ ] a", "a", False),
        ("- [x] a", "a", True),
        ("* [X]   a", "a", True),
        ("1. [x] a", "a", True),
        ("- [ ]\ta", "a", False),
        ("- [] a", "[] a", None),
        ("- [ ]", "[ ]", None),
        ("- [x]a", "[x]a", None),
        ("- [y] a", "[y] a", None),
        ("- `[x]` a", "`[x]` a", None),
        ("- \\[x] a", "\\[x] a", None),
        ("- a [x] b", "a [x] b", None),
        ("- [x](b) a", "[x](b) a", None),
        ("-\n  [x] a", "a", True),
        ("- [ ] a\n  b", "a b", False),
    ],
)
def test_boxes(line: str, text: str, ticked: bool | None) -> None:
    (item,) = _parse(line).items
    assert (item.text, item.ticked) == (text, ticked)


def test_boxes_in_code_are_none() -> None:
    assert _parse("```\n- [ ] a\n```\n\n    - [x] b\n").items == ()
    (item,) = _parse("- a\n\n  ```\n  - [ ] b\n  ```").items
    assert (item.text, item.ticked) == ("a", None)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param("1. a\n2. b", [("a", True), ("b", True)], id="dots"),
        pytest.param("1) a\n7) b", [("a", True), ("b", True)], id="brackets"),
        pytest.param("0. a\n- b", [("a", True), ("b", False)], id="mixed"),
        pytest.param("123456789. a", [("a", True)], id="nine digits"),
        pytest.param("1234567890. a", [], id="ten digits"),
        pytest.param("1.a", [], id="no space"),
        pytest.param("text\n1. a", [("a", True)], id="one ends a paragraph"),
        pytest.param("text\n2. a", [], id="two ends none"),
        pytest.param("text\n\n2. a", [("a", True)], id="two behind a gap"),
    ],
)
def test_ordered(text: str, items: list[tuple[str, bool]]) -> None:
    assert [(i.text, i.ordered) for i in _parse(text).items] == items
