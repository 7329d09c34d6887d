"""Links by labels, where a piece of a text has left its document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.inline import plain
from bot.markdown.referring import inlined, places_in
from bot.model.document import Span

PLACES = {"cdevents": "https://cdevents.dev", "a b": "b (c).md", "x": "x.md", "t": "t.md"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Read [CDEvents][cdevents].", "Read [CDEvents](https://cdevents.dev)."),
        ("Read [CDEvents][]", "Read [CDEvents](https://cdevents.dev)"),
        ("Read [CDEvents]", "Read [CDEvents](https://cdevents.dev)"),
        ("[the **a**][A  B]", "[the **a**](b%20%28c%29.md)"),
        ("![a][x]", "![a](x.md)"),
        ("[![a][x]][t]", "[![a](x.md)](t.md)"),
        ("[see [CDEvents][]]", "[see [CDEvents](https://cdevents.dev)]"),
        ("[a][b]", r"\[a\]\[b\]"),
        ("[a]", "[a]"),
        ("[a](b) [t](c)", "[a](b) [t](c)"),
        ("`[a][x]` [a][x]", "`[a][x]` [a](x.md)"),
        ("```\n[a][x]\n```\n[a][x]", "```\n[a][x]\n```\n[a](x.md)"),
        ("```\n[a][x]", "```\n[a][x]"),
        (r"\[a][t]", r"\[a][t](t.md)"),
        ("- [x] a\n- [ ] [T]", "- [x] a\n- [ ] [T](t.md)"),
        ("no link", "no link"),
        ("a]", "a]"),
    ],
)
def test_a_link_by_a_label_is_one_by_its_place(text: str, said: str) -> None:
    assert inlined(text, PLACES) == said


def test_where_nothing_is_defined_brackets_are_brackets() -> None:
    assert inlined("[a] b", {}) == "[a] b"
    assert plain(inlined("m[a][b]", {})) == "m[a][b]"


@given(st.text("[]()`\\ax\n!~ "))
def test_what_is_seen_of_it_stays(text: str) -> None:
    assert inlined(text, {}).replace("\\", "") == text.replace("\\", "")


def test_definitions_are_read_outside_of_code() -> None:
    lines = ["[A  b]: <c d>", "[e]: f 'g'", "[e]: later", "", "    [h]: i", "[k]: l", "[^n]: o"]
    assert places_in(lines) == {"a b": "c d", "e": "f", "k": "l"}
    assert places_in(lines, [Span(6, 7, "")]) == {"a b": "c d", "e": "f"}
    assert places_in(["none"]) == {}
