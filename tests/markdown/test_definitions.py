"""What defines a link, for the reader of blocks and for whoever looks through a text."""

import pytest

from bot.markdown.definitions import DEFINITION, without_definitions


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["a"], ["a"]),
        (["[a] b"], ["[a] b"]),
        (["[a]: /b"], []),
        (["[a]: /b", "[c]: <d e> (f)", "g"], ["g"]),
        (["[a]:", "/b", "c"], ["c"]),
        (["[a]: /b", "'c'", "d"], ["d"]),
        (["[a]: /b", "'c' d"], ["'c' d"]),
        (["[a]: /b", '"c', "d"], ['"c', "d"]),
        (["[a\\]b]: /c"], []),
        (["[a[b]: /c"], ["[a[b]: /c"]),
        (["[ ]: /c"], ["[ ]: /c"]),
        (["[a]:"], ["[a]:"]),
        (["[Date]: Decision on x"], ["[Date]: Decision on x"]),
        (["[^1]: a"], ["[^1]: a"]),
        (["[a]:)"], ["[a]:)"]),
        (["[a]: (b)c(d(e))"], []),
        (["[a]: (b", "c)"], ["[a]: (b", "c)"]),
        (['[a]: \\(b "c\\"d"'], []),
        (["[a]: " + "(" * 32 + ")" * 32], []),
        (["[a]: " + "(" * 33 + ")" * 33], ["[a]: " + "(" * 33 + ")" * 33]),
        (["[a]: <b\\>c)> 'd", "e'"], []),
        (["[a]: <b"], ["[a]: <b"]),
        (["[a]: <b>c"], ["[a]: <b>c"]),
        (["[a]: /b (c (d))"], ["[a]: /b (c (d))"]),
        (["[a", "b]:/c"], []),
        (["[" + "a" * 999 + "]: /b"], []),
        (["[" + "a" * 1000 + "]: /b"], ["[" + "a" * 1000 + "]: /b"]),
        ([], []),
    ],
)
def test_definitions_are_not_seen(lines: list[str], shown: list[str]) -> None:
    assert list(without_definitions(lines)) == shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n[b]: /c\n   [d]: <e f> 'g'\n", [("b", "/c"), ("d", "e f")]),
        ("[a]: <>", [("a", "")]),
        ("[a]:\n/b", [("a", "/b")]),
        ("[a]:\n\n/b", []),
        ("[a\n\nb]: /c", []),
        ("[a]: /b\n\n'c'", [("a", "/b")]),
        ("[a]: /b 'c\n\nd'", []),
        ("    [a]: /b", []),
        ("a [b]: /c", []),
    ],
)
def test_definitions_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    matches = DEFINITION.finditer(text)
    assert [(m["label"], m["angled"] or m["bare"] or "") for m in matches] == found
