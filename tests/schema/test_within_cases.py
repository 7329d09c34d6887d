"""What stands within a section."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.within import outer_items, parts_of

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
