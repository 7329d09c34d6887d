"""Front matter that is not quite YAML, and lines across that are no block of metadata."""

import pytest

from bot.markdown.front import find_blocks, read_block, split_value
from bot.markdown.parse import parse
from bot.model.document import Span


def _fields(text: str) -> list[tuple[str, str]]:
    lines = ["---", *text.split("\n"), "---"]
    assert find_blocks(lines) == (Span(1, len(lines) + 1, "front"),)
    return [(f.name, f.value) for f in read_block(lines, Span(1, len(lines) + 1, "front"))]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param('"title": A', [("title", "A")], id="double quotes around a key"),
        pytest.param("'title': A", [("title", "A")], id="single quotes around a key"),
        pytest.param("título: A\n作者: B", [("título", "A"), ("作者", "B")], id="other letters"),
        pytest.param("_draft: yes", [("_draft", "yes")], id="underscore first"),
        pytest.param("a: [b,\n  c,\n]\nd: e", [("a", "[b,, c,, ]"), ("d", "e")], id="flow list"),
        pytest.param("a: |-\n  b\n  c", [("a", "b, c")], id="block scalar without its end"),
        pytest.param("a: >2+\n  b", [("a", "b")], id="folded scalar with indentation"),
        pytest.param("a:\n  - name: b\n    mail: c", [("a", "name: b, mail: c")], id="mappings"),
        pytest.param("a: {{NAME}}\nb: [c | d", [("a", "{{NAME}}"), ("b", "[c | d")], id="not YAML"),
        pytest.param("a: @b\nc: %d\ne: *f", [("a", "@b"), ("c", "%d"), ("e", "*f")], id="signs"),
    ],
)
def test_what_stands_between_the_lines(text: str, fields: list[tuple[str, str]]) -> None:
    assert _fields(text) == fields


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("'it''s' # a", ("it's", "a")),
        (r'"say \"yes\""', ('say "yes"', "")),
        ('"a" b', ('"a" b', "")),
        ('"a', ('"a', "")),
        ("'a'#b", ("a", "b")),
    ],
)
def test_quotes_within_quotes(text: str, parts: tuple[str, str]) -> None:
    assert split_value(text) == parts


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "# T\n\n---\nA: b\nC: d\n\n## S\n- e\n\n---\n\n## U\n", ["T", "S", "U"], id="sections"
        ),
        pytest.param("# T\n---\nA: b\nC: d\n\n# S\n\n---\n", ["T", "S"], id="a title"),
        pytest.param("# T\n---\nA: b\n# note\nC: d\n---\n", ["T"], id="a comment is none"),
        pytest.param("## Metadata\n---\nA: b\n## S\n---\n", ["Metadata", "S"], id="under Metadata"),
    ],
)
def test_sections_between_lines_across_stay_sections(text: str, titles: list[str]) -> None:
    assert [section.title for section in parse(text.encode()).sections] == titles


def test_spaces_behind_the_dashes_of_a_block() -> None:
    document = parse(b"# T\n\n## Metadata\n\n---  \nStatus: Draft\n--- \n\n## S\n")
    assert document.metadata == (Span(5, 8, "block"),)
    assert [section.title for section in document.sections] == ["T", "Metadata", "S"]


def test_front_matter_holds_no_headings_items_or_code() -> None:
    document = parse(b"---\na: b\n# c\nd:\n- e\n- [ ] f\n    g\n---\n\n- h\n")
    assert document.sections == ()
    assert document.code == ()
    assert [item.text for item in document.items] == ["h"]
