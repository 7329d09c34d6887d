"""What stands within a section."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.within import code_of, outer_items, parts_of, titles_around

DOCUMENT = parse_lines(
    tuple("- z\n\n# A\n- a\n  - aa\n## B\n- b\n### C\n1. c\n## D\n# E\n- e".split("\n"))
)


@pytest.mark.parametrize(
    ("title", "parts", "items"),
    [
        ("A", ["B", "C", "D"], ["a", "b", "c"]),
        ("B", ["C"], ["b", "c"]),
        ("C", [], ["c"]),
        ("D", [], []),
        ("E", [], ["e"]),
    ],
)
def test_parts_and_outermost_entries(title: str, parts: list[str], items: list[str]) -> None:
    section = next(s for s in DOCUMENT.sections if s.title == title)
    assert [part.title for part in parts_of(DOCUMENT, section)] == parts
    assert [item.text for item in outer_items(DOCUMENT, section)] == items


def test_the_titles_around_a_line() -> None:
    around = [titles_around(DOCUMENT, line) for line in (1, 3, 4, 9, 10, 12)]
    assert around == [[], ["A"], ["A"], ["C", "B", "A"], ["D", "A"], ["E"]]


def test_a_fence_that_holds_metadata_is_no_code() -> None:
    lines = ("# T", "", "## Preamble", "", "```", "Status: Draft", "```", "", "```", "x", "```")
    document = parse_lines(lines)
    assert [span.start for span in document.code] == [5, 9]
    assert [span.start for span in code_of(document)] == [9]
