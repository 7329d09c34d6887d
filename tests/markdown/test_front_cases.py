"""Blocks of metadata between lines of dashes."""

import pytest

from bot.markdown.front import find_blocks, read_block, split_value
from bot.markdown.parse import parse, parse_lines
from bot.model.document import Span


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("\n \n", (), id="blank"),
        pytest.param("---\na: 1\n---\n", (Span(1, 4, "front"),), id="top"),
        pytest.param("---  \na: 1\n---\t\nx", (Span(1, 4, "front"),), id="spaces behind dashes"),
        pytest.param("\n\n---\na: 1\n---\n", (Span(3, 6, "front"),), id="after blank lines"),
        pytest.param("\n" * 50 + "---\na: 1\n---\n", (), id="far below"),
        pytest.param("---\na: 1\n...\n# T", (Span(1, 4, "front"),), id="closed by dots"),
        pytest.param("a: 1\nb: 2\n---\n# T", (Span(1, 4, "front"),), id="no opening line"),
        pytest.param("a: 1\n- b\nc: 2\n---", (Span(1, 5, "front"),), id="unopened list"),
        pytest.param("a: 1\n---\n# T", (), id="unopened with one key is a heading"),
        pytest.param("a: 1\n- b\n---\n# T", (), id="unopened with one key and an entry"),
        pytest.param("a: 1\nb: 2\n\n---\n", (), id="unopened with a gap"),
        pytest.param("a: 1\nwords\n---\n", (), id="unopened with prose"),
        pytest.param("a: 1\nb: 2\nc: 3", (), id="never closed nor opened"),
        pytest.param("---\na: 1\nb: 2", (), id="never closed"),
        pytest.param("---\n---\n", (), id="holds nothing"),
        pytest.param("---\n# only a comment\n---\n", (), id="holds a comment only"),
        pytest.param("---\nprose\n---\n", (), id="holds prose"),
        pytest.param("---\n- a\na: 1\n---\n", (), id="an entry before the first key"),
        pytest.param("---\na: 1\nprose here\n---\n", (), id="prose below a key"),
        pytest.param("---\n\n# c\na: 1\n\n---\n", (Span(1, 7, "front"),), id="gaps"),
        pytest.param(
            "---\na: 1\n---\n# T\n---\nb: 1\nc: 2\n---\n",
            (Span(1, 4, "front"), Span(5, 9, "block")),
            id="front matter and block",
        ),
        pytest.param("# T\n\n---\na: 1\nb: 2\n---\n", (Span(3, 7, "block"),), id="below title"),
        pytest.param("# T\n\n---\na: 1\n---\n", (), id="one key below the title"),
        pytest.param("# T\n\n---\n\ntext\n\n---\n", (), id="lines across"),
        pytest.param("# T\n\n## S\n\n---\na: 1\nb: 2\n---\n", (), id="below a subsection"),
        pytest.param("```\n---\na: 1\nb: 2\n---\n```\n", (), id="in a fence"),
        pytest.param(
            "# T\n\n## Metadata\n\n---\na: 1\n---\n", (Span(5, 8, "block"),), id="under Metadata"
        ),
        pytest.param("## Preamble\n---\na: 1\n---", (Span(2, 5, "block"),), id="under Preamble"),
        pytest.param("## Metadatum\n---\na: 1\n---", (), id="under another word"),
        pytest.param(
            "# T\n\ntext\n\n---\n\n## Front Matter\n\n---\na: 1\n---\n",
            (Span(9, 12, "block"),),
            id="a line across first",
        ),
    ],
)
def test_blocks(text: str, spans: tuple[Span, ...]) -> None:
    assert find_blocks(text.split("\n")) == spans


def test_endless_blocks_are_given_up() -> None:
    keys = [f"k{'a' * (n % 7)}: 1" for n in range(500)]
    assert find_blocks(["---", *keys, "---"]) == ()
    assert find_blocks([*keys, "---"]) == ()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("a: 1\nb:", [("a", "1", 2, ""), ("b", "", 3, "")], id="plain"),
        pytest.param("a: 'x: #y'", [("a", "x: #y", 2, "")], id="quotes"),
        pytest.param('a: "x" # of b', [("a", "x", 2, "of b")], id="quotes and comment"),
        pytest.param("a: x # y\nb: z", [("a", "x", 2, "y"), ("b", "z", 3, "")], id="comment"),
        pytest.param("a: c#", [("a", "c#", 2, "")], id="no comment"),
        pytest.param("# g\na: 1\nb: 2", [("a", "1", 3, "g"), ("b", "2", 4, "g")], id="on top"),
        pytest.param("# g\n# h\na: 1", [("a", "1", 4, "g h")], id="two on top"),
        pytest.param(
            "a: 1\n# n\nb: 2\nc: 3",
            [("a", "1", 2, ""), ("b", "2", 4, "n"), ("c", "3", 5, "")],
            id="above a key",
        ),
        pytest.param("a:\n  - x\n  - 'y' # z", [("a", "x, y", 2, "")], id="list"),
        pytest.param("a:\n- x\n- y\nb: 1", [("a", "x, y", 2, ""), ("b", "1", 5, "")], id="flush"),
        pytest.param("a: |\n  x\n\n  y", [("a", "x, y", 2, "")], id="block scalar"),
        pytest.param("a: >\n  x", [("a", "x", 2, "")], id="folded scalar"),
        pytest.param("a: [x, y]", [("a", "[x, y]", 2, "")], id="flow list"),
        pytest.param("a: {{NAME}}", [("a", "{{NAME}}", 2, "")], id="template token"),
        pytest.param("a: b: c", [("a", "b: c", 2, "")], id="stray colon"),
        pytest.param("Last Updated : 1", [("Last Updated", "1", 2, "")], id="name of two words"),
        pytest.param("  x\na: 1", [("a", "1", 3, "")], id="continues nothing"),
    ],
)
def test_fields_of_a_block(text: str, fields: list[tuple[str, str, int, str]]) -> None:
    lines = ["---", *text.split("\n"), "..."]
    found = read_block(lines, Span(1, len(lines) + 1, "front"))
    assert [(f.name, f.value, f.line, f.comment) for f in found] == fields
    assert {f.shape for f in found} == {"front"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("", "")),
        ("  draft  ", ("draft", "")),
        ("draft # or done", ("draft", "or done")),
        ("# todo", ("", "todo")),
        ("C#", ("C#", "")),
        ("'a' # b", ("a", "b")),
        ('"a # b"', ("a # b", "")),
        ("''", ("", "")),
        ("'open", ("'open", "")),
        ("'a' and 'b'", ("'a' and 'b'", "")),
    ],
)
def test_split_value(text: str, parts: tuple[str, str]) -> None:
    assert split_value(text) == parts


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", b"\n"])
def test_front_matter_of_a_file(mark: bytes) -> None:
    document = parse(mark + b"---\nstatus: draft\n# no heading\n---\n# T\n")
    assert document.front == document.metadata[0]
    assert [(f.name, f.value) for f in document.fields] == [("status", "draft")]
    assert [section.title for section in document.sections] == ["T"]


def test_block_below_is_no_front_matter_and_no_heading() -> None:
    document = parse_lines(("# T", "", "## Metadata", "---", "Status: Draft", "---", "## S"))
    assert document.front is None
    assert document.metadata == (Span(4, 7, "block"),)
    assert [section.title for section in document.sections] == ["T", "Metadata", "S"]
    assert [(f.name, f.value, f.shape) for f in document.fields] == [("Status", "Draft", "block")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("Note: x\n---\n", ["Note: x"], id="setext heading with a colon"),
        pytest.param("# T\n\n---\n\nA: b\n\n---\n", ["T"], id="one key between lines across"),
        pytest.param("# T\n\n---\n\ntext\n---\n", ["T", "text"], id="a line across, a heading"),
        pytest.param("---\n\n# T\n", ["T"], id="a line across on top"),
    ],
)
def test_no_metadata(text: str, titles: list[str]) -> None:
    document = parse_lines(tuple(text.split("\n")))
    assert document.metadata == ()
    assert [section.title for section in document.sections] == titles
