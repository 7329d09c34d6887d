"""Markup within a line."""

import pytest

from bot.markdown.inline import CODE_SPAN, COMMENT, links_in, plain, untagged, without_code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  a  ", "a"),
        ("", ""),
        ("*a* **b** ***c***", "a b c"),
        ("_a_ __b__", "a b"),
        ("snake_case_name", "snake_case_name"),
        ("~~a~~ b", "a b"),
        ("`a` b", "a b"),
        ("[a](b) c", "a c"),
        ("![a](b.png)", "a"),
        ("[a [b] c](d)", "a [b] c"),
        ('[a](b "c")', "a"),
        (r"\*a\*", "*a*"),
        ("[a][1] b", "a b"),
        ("[a][] b", "a b"),
        ("[ ] a", "[ ] a"),
        ("a <!-- b --> c", "a  c"),
        ("a <!-- open", "a"),
        (r"a \[c\]", "a [c]"),
        (r"1\. a \# b", "1. a # b"),
        (r"C:\dir", r"C:\dir"),
        ("a < b", "a < b"),
        ("\ue041 a \ue02ab*", "a b"),
        ("\ue041", ""),
        ("the `*_with_nul` *one*", "the *_with_nul one"),
    ],
)
def test_plain(text: str, words: str) -> None:
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a", "a"),
        ('<a name="b"></a>A', "A"),
        ("A <br/>", "A"),
        ("a < b > c", "a < b > c"),
        ("<kbd>A</kbd> b", "A b"),
        ("a <1>", "a <1>"),
    ],
)
def test_untagged(text: str, words: str) -> None:
    assert untagged(text) == words


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("a", "a"),
        ("a `b` c", "a     c"),
        ("``a ` b`` c", "          c"),
        ("`a` `b`", "       "),
        ("a ` b", "a ` b"),
        ("`a``", "`a``"),
        (r"\`a`", r"\`a`"),
    ],
)
def test_without_code(line: str, bare: str) -> None:
    assert without_code(line) == bare
    assert len(without_code(line)) == len(line)


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("no link", []),
        ("[a](b)", [("a", "b")]),
        ("[a](b) and ![c](d.png)", [("a", "b"), ("c", "d.png")]),
        ("[a](b_(c)) d", [("a", "b_(c)")]),
        ("[a](<b>)", [("a", "b")]),
        ('[a](b "title")', [("a", "b")]),
        ("[ a ](b#c)", [("a", "b#c")]),
        ("[a]()", [("a", "")]),
        ("`[a](b)` [c](d)", [("c", "d")]),
        ("[a]: b", [("a", "b")]),
        ("   [a]: <b> 'T'", [("a", "b")]),
        ("    [a]: b", []),
        ("[^1]: b", []),
        ("[^1]: see [a](b)", [("a", "b")]),
        ("text ]: b", []),
        ("[Date]: Decision on x", []),
        ("[`a`]: b", [("`a`", "b")]),
        ("[a]: <>", [("a", "")]),
        ("`[a]: b`", []),
    ],
)
def test_links(line: str, links: list[tuple[str, str]]) -> None:
    found = links_in(line, 7)
    assert [(link.text, link.target) for link in found] == links
    assert {link.line for link in found} <= {7}


def test_patterns() -> None:
    assert COMMENT.findall("a <!-- b\nc --> d <!-- e") == ["<!-- b\nc -->", "<!-- e"]
    assert [match[2] for match in CODE_SPAN.finditer("`a` ``b`c``")] == ["a", "b`c"]
