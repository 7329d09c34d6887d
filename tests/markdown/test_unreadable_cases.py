"""Documents that are given up, and that the next one does not suffer from it."""

import pytest

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse, parse_lines

_DEEP_LIST = "\n".join("  " * depth + "- x" for depth in range(700))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(">" * 101 + " x", 1, id="quotes"),
        pytest.param("a\n\n" + "> " * 3000 + "x", 3, id="many quotes"),
        pytest.param(_DEEP_LIST, 101, id="lists"),
        pytest.param("a\n\n" + "- " * 2000 + "x", 3, id="lists on a line"),
        pytest.param("# x\n" * 20_001, 20_001, id="headings"),
    ],
)
def test_given_up(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_lines(tuple(text.split("\n")))
    assert caught.value.line == line
    assert caught.value.message
    assert caught.value.help
    document = parse(b"A\n===\n\n> - b\n\nC\n---\n\n- [x] d\n  - e\n")
    assert [(s.title, s.level) for s in document.sections] == [("A", 1), ("C", 2)]
    assert [(i.text, i.depth) for i in document.items] == [("b", 0), ("d", 0), ("e", 1)]


@pytest.mark.limits
@pytest.mark.parametrize(
    ("text", "sections", "items"),
    [
        pytest.param("> " * 20 + "x", 0, 0, id="quotes"),
        pytest.param("\n".join("  " * n + "- x" for n in range(20)), 0, 20, id="lists"),
        pytest.param("# x\n" * 20_000, 20_000, 0, id="headings"),
        pytest.param("- x\n" * 5000, 0, 5000, id="items"),
    ],
)
def test_much_is_not_too_much(text: str, sections: int, items: int) -> None:
    document = parse_lines(tuple(text.split("\n")))
    assert len(document.sections) == sections
    assert len(document.items) == items
