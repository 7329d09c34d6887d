"""Spans of a document."""

import pytest

from bot.markdown.parse import parse_lines

DOCUMENT = parse_lines(("# A", "a", "## B", "b", "### C", "## D", "# E"))


@pytest.mark.parametrize(
    ("start", "stop", "text"),
    [(1, 3, "# A\na"), (2, 3, "a"), (4, 4, ""), (6, 99, "## D\n# E")],
)
def test_lines_count_from_one_and_spans_are_half_open(start: int, stop: int, text: str) -> None:
    assert DOCUMENT.text(start, stop) == text


@pytest.mark.parametrize(
    ("index", "titles"), [(-1, ["A", "E"]), (0, ["B", "D"]), (1, ["C"]), (2, [])]
)
def test_sections_directly_below(index: int, titles: list[str]) -> None:
    assert [section.title for section in DOCUMENT.children(index)] == titles
