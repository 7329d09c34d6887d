"""Tokens of the template that still stand, and what only looks like one."""

import re

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.schema.tokens import tokens_pattern

TEMPLATE = """# RFC-XXX: [Title]

**Date:** YYYY-MM-DD

## Why

Ask [the team name] about {{ project }} and <summary> or <when [exactly]>.

## How

Write {what follows} [when <hour>] down.

```
{{ setup }} [run the whole thing]
```

## Notes
"""
SCHEMA = derive(tuple(TEMPLATE.split("\n")), "rfc.md", {}, "rfc")


def _left(text: str) -> list[tuple[int, tuple[str, ...], str | None]]:
    spec = read_spec(parse_lines(tuple(text.split("\n"))), SCHEMA, "rfcs/a.md", {})
    return [(left.line, left.tokens, left.section) for left in spec.leftovers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("clean", []),
        ("by YYYY-MM-DD, yes", [(1, ("YYYY-MM-DD",), None)]),
        ("aYYYY-MM-DD and YYYY-MM-DDs and -YYYY-MM-DD", []),
        ("# A\n\n## Why\n\nsee [the team name] twice [the team name]", [
            (5, ("[the team name]",), "Why"),
        ]),
        ("## Why\nsee [the\nteam name] now", [(2, ("[the team name]",), "Why")]),
        ("## Why\n### Part\n[the team name]", [(3, ("[the team name]",), "Why")]),
        ("# A\n## Else\n[the team name]", [(3, ("[the team name]",), None)]),
        ("[the team name](a.md) or [the team name][a]", []),
        ("[the team name]\n\n[The team name]: a.md", []),
        ("[x]: <summary>\n\n", []),
        ("<summary>more</summary>", []),
        ("a <summary> and a <summary>", [(1, ("<summary>",), None)]),
        ("`[the team name]` is the form", []),
        ("`x` of [the team name]", [(1, ("[the team name]",), None)]),
        ("`{{ project }}` and `RFC-XXX`", [(1, ("{{ project }}", "RFC-XXX"), None)]),
        ("<!-- [the team name]\n{{ project }} -->\n{what follows}", [
            (3, ("{what follows}",), None),
        ]),
        ("```\n[run the whole thing]\n[the team name]\n{what follows}\n```", [
            (2, ("[run the whole thing]",), None), (3, ("[the team name]",), None),
        ]),
        ("```sh\n[run the whole thing]\n{{ setup }}\n```", [(3, ("{{ setup }}",), None)]),
        ("[when <hour>]", [(1, ("[when <hour>]",), None)]),
    ],
)  # fmt: skip
def test_what_still_stands(text: str, found: list[tuple[int, tuple[str, ...], str | None]]) -> None:
    assert _left(text) == found


def test_an_untouched_section_is_reported_as_such_and_not_by_its_tokens() -> None:
    text = "## How\n\nWrite {what follows} [when <hour>] down.\n\n```\n{{ setup }} [run the whole"
    left = _left(f"{text} thing]\n```\n\n## Notes\n\n{{what follows}}\n")
    assert left == [(11, ("{what follows}",), "Notes")]


def test_without_tokens_there_is_no_pattern() -> None:
    assert tokens_pattern(()) is None
    plain = derive(("# T", "", "## Why", "", "words"), "t.md", {}, "t")
    spec = read_spec(parse_lines(("## Why", "[anything]")), plain, "a.md", {})
    assert spec.leftovers == ()


def test_a_token_within_another_is_none_of_its_own() -> None:
    template = ("# T", "", "## One", "", "[when <hour>]", "", "## Two", "", "<hour>")
    schema = derive(template, "t.md", {}, "t")
    assert set(schema.placeholders) == {"[when <hour>]", "<hour>"}
    spec = read_spec(parse_lines(("a [when <hour>] b", "<hour>")), schema, "a.md", {})
    assert [left.tokens for left in spec.leftovers] == [("[when <hour>]",), ("<hour>",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a [b c] d", ["[b c]"]),
        ("a [b\n c] d", ["[b\n c]"]),
        ("ABC-XX", ["ABC-XX"]),
        ("xABC-XX ABC-XXX", []),
    ],
)
def test_patterns_of_tokens(text: str, found: list[str]) -> None:
    pattern = tokens_pattern(("[b c]", "ABC-XX", "[b d]"))
    assert isinstance(pattern, re.Pattern)
    assert [match[0] for match in pattern.finditer(text)] == found
