"""The structure that is read, against another reader of CommonMark with GitHub's tables."""

import pytest

from bot.markdown.blocks import Blocks
from bot.markdown.reader import read_blocks
from bot.model.document import Span
from tests.markdown.markdown_it_reader import headings_of, items_of, spans_of
from tests.markdown.snippets import SNIPPETS


def _read(text: str) -> Blocks:
    return read_blocks(text.removesuffix("\n").split("\n"))


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_headings_are_those_of_markdown_it(text: str) -> None:
    found = _read(text).headings
    assert [(h.level, h.line, h.stop, " ".join(h.title.split())) for h in found] == headings_of(
        text
    )


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_items_are_those_of_markdown_it(text: str) -> None:
    assert [(i.line, i.depth, i.ordered) for i in _read(text).items] == items_of(text)


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_code_and_tables_are_those_of_markdown_it(text: str) -> None:
    blocks = _read(text)
    assert [(s.start, s.stop) for s in blocks.code] == spans_of(text, "fence", "code_block")
    assert [(s.start, s.stop) for s in blocks.tables] == spans_of(text, "table_open")


# Where GitHub's own reader and markdown-it part, GitHub is right: that is where specs are read.
@pytest.mark.parametrize(
    ("text", "titles", "items"),
    [
        pytest.param("- | -\n|---|---|\n# A", ["A"], 1, id="an item is no head of a table"),
        pytest.param("> a\n<b>\n# C", [], 0, id="a tag ends a quote's lazy text"),
        pytest.param("a | b\n--|--\n<b>\n# C", [], 0, id="a tag ends a table"),
        pytest.param("[^1]: a\n    # B\n\n    # C\n# D", ["D"], 0, id="a footnote holds blocks"),
        pytest.param("[^1]:-\t<b>\nb\n===", ["b"], 1, id="tabs behind a label are columns"),
        pytest.param("b\n-|\n# C", ["C"], 0, id="a table of one column"),
        pytest.param("text\n[^1]: a\n===", [], 0, id="a footnote ends a paragraph"),
        pytest.param(
            "[a]: /b\n2. c\n\n   # D", ["D"], 0, id="a definition is a paragraph until it ends"
        ),
    ],
)
def test_as_github_reads_it(text: str, titles: list[str], items: int) -> None:
    blocks = _read(text)
    assert [heading.title for heading in blocks.headings] == titles
    assert len(blocks.items) == items


def test_code_in_a_footnote_is_code() -> None:
    assert _read("[^1]:\n    ```json\n    {}\n    ```\ntext").code == [Span(2, 5, "json")]


def test_skipped_lines_are_blank() -> None:
    lines = ["# A", "x", "---", "y: 1", "---", "# B"]
    assert [h.title for h in read_blocks(lines).headings] == ["A", "x", "y: 1", "B"]
    assert [h.title for h in read_blocks(lines, [Span(3, 6)]).headings] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("-\n  - [x] a", [("", 1), ("a", 2)], id="nested"),
        pytest.param("-\n  - a\n    - b", [("", 1), ("a", 2), ("b", 3)], id="nested twice"),
        pytest.param("1.\n   > - a", [("", 1), ("a", 2)], id="in a quote"),
        pytest.param("-\n  a\n  - b", [("a", 1), ("b", 3)], id="text, then nested"),
        pytest.param("- \n\n  - b", [("", 1), ("b", 3)], id="nothing within"),
    ],
)
def test_lines_below_a_marker_that_stands_alone(text: str, found: list[tuple[str, int]]) -> None:
    assert [(item.text, item.line) for item in _read(text).items] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("- a\n  b\n\n  c", ["a b"], id="its first paragraph"),
        pytest.param("- a\n  - b", ["a", "b"], id="up to what is nested"),
        pytest.param("- # a", [""], id="a heading is no text"),
        pytest.param("- a\n  ===", [""], id="nor is one that is underlined"),
        pytest.param("- > a", [""], id="nor a quote"),
        pytest.param("- a | b\n  --|--", [""], id="nor a table"),
        pytest.param("- a\n  b | c\n  --|--", ["a"], id="up to a table"),
        pytest.param("- <!-- a -->\n  b", [""], id="nor a comment"),
        pytest.param("- [a]: /b\n  c", ["c"], id="a definition is not seen"),
        pytest.param("- [a]: /b", [""], id="a definition alone"),
        pytest.param("- a\n[^1]: b", ["a"], id="up to a footnote"),
        pytest.param("- ***", [""], id="nor a line across"),
        pytest.param("> - a\n    - b", ["a - b"], id="lazy, however deep it looks"),
    ],
)
def test_text_of_an_item(text: str, words: list[str]) -> None:
    assert [item.text for item in _read(text).items] == words


def test_blanks_behind_indented_code_are_none_of_it() -> None:
    assert _read("    a\n\n    b\n    \n\t\n\ntext").code == [Span(1, 4)]
    assert _read("- a\n\n      b\n\n# C").code == [Span(3, 4)]
