"""How deep lists and quotes may go, and that depth costs nothing afterwards."""

import pytest

from bot.markdown.blocks import Blocks, Heading
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse, parse_lines
from bot.model.document import ListItem

_ENTRIES = 20_000


def _nested(deep: int) -> str:
    return "\n".join("  " * level + "- a" for level in range(deep))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(">" * 100 + " a", id="quotes"),
        pytest.param("> " * 100 + "a", id="spaced quotes"),
        pytest.param("- " * 100 + "a", id="lists on a line"),
        pytest.param(_nested(100), id="lists on lines"),
        pytest.param("> - " * 50 + "a", id="both"),
        pytest.param("[^a]: " * 100 + "a", id="footnotes"),
    ],
)
def test_a_hundred_is_not_too_deep(text: str) -> None:
    assert parse(f"{text}\n\n# B\n".encode()).sections[0].title == "B"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("a\n\n" + ">" * 101 + " a", 3, id="quotes"),
        pytest.param("a\n\n" + "- " * 101 + "a", 3, id="lists on a line"),
        pytest.param(_nested(200), 101, id="lists on lines"),
        pytest.param("> - " * 51 + "a", 1, id="both"),
        pytest.param("\n" + "[^a]: " * 101 + "a", 2, id="footnotes"),
        pytest.param("> " * 200_000, 1, id="very deep"),
    ],
)
def test_more_is_and_says_where(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        parse(text.encode())
    assert (caught.value.line, caught.value.help) == (line, "flatten them")
    assert "over 100 deep" in caught.value.message


def test_the_first_one_too_many_is_refused() -> None:
    heading, item = Heading("a", 1, 1, 2), ListItem("a", 1, 0, None, ordered=False)
    blocks = Blocks([heading] * (_ENTRIES - 1), [item] * (_ENTRIES - 1))
    blocks.add_heading(heading)
    blocks.add_item(item)
    assert (len(blocks.headings), len(blocks.items)) == (_ENTRIES, _ENTRIES)
    with pytest.raises(Unreadable, match="over 20,000 headings"):
        blocks.add_heading(heading)
    with pytest.raises(Unreadable, match="over 20,000 list items"):
        blocks.add_item(item)


@pytest.mark.limits
@pytest.mark.parametrize(
    ("unit", "name"), [("# a\n", "headings"), ("a\n=\n", "headings"), ("- a\n", "list items")]
)
def test_too_many(unit: str, name: str) -> None:
    parse_lines(tuple((unit * _ENTRIES).split("\n")))
    with pytest.raises(Unreadable) as caught:
        parse_lines(tuple((unit * (_ENTRIES + 1)).split("\n")))
    assert caught.value.line == unit.count("\n") * _ENTRIES + 1
    assert caught.value.message == f"there are over 20,000 {name}"


@pytest.mark.limits
def test_the_next_document_is_read_as_if_nothing_had_happened() -> None:
    text = b"A\n===\n\n> - b\n\nC\n---\n\n- [x] d\n  - e\n"
    before = parse(text)
    for hostile in ("> " * 5000, "- " * 5000 + "a", _nested(500), "# a\n" * 30_000):
        with pytest.raises(Unreadable):
            parse(hostile.encode())
        assert parse(text) == before


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        pytest.param("- a\n  > - b\n  >   - c", [0, 1, 2], id="quotes count for nothing"),
        pytest.param("> > - a", [0], id="around it neither"),
        pytest.param("[^1]: - a\n      - b", [0, 1], id="nor footnotes"),
        pytest.param("- a\n\n\n  - b\n\n\n- c", [0, 1, 0], id="gaps end nothing"),
        pytest.param("> - a\n\n  - b", [0, 0], id="a gap ends a quote"),
        pytest.param("- > a\n\n  - b", [0, 1], id="in an item alone"),
        pytest.param("> - a\n>\n>   - b", [0, 1], id="a quoted gap does not"),
        pytest.param("-\n  a\n\n  - b", [0, 1], id="a marker alone"),
        pytest.param("-\n   \n  - b", [0, 0], id="a marker alone, then a gap of spaces"),
    ],
)
def test_depths(text: str, depths: list[int]) -> None:
    assert [item.depth for item in parse(text.encode()).items] == depths
