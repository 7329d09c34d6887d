"""What a template leaves to be replaced, and what only looks like it."""

import pytest

from bot.model.document import Span
from bot.schema.placeholders import find_tokens, in_code


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("# RFC-XXX: [Title]", ("RFC-XXX", "[Title]")),
        ("by {{author}} on YYYY-MM-DD", ("{{author}}", "YYYY-MM-DD")),
        ("[One] {two} <three> [One]", ("[One]", "{two}", "<three>")),
        ("[Outer [inner] end]", ("[Outer [inner] end]",)),
        ("{{ [x y] }}", ("{{ [x y] }}",)),
        ("(fill in the owner) (an aside)", ("(fill in the owner)",)),
        ("`[Code]` [Prose]", ("[Prose]",)),
        ("| Status | Draft / Review / Done | - |", ("Draft / Review / Done",)),
        ("Draft / Review / Done", ()),
        ("| Draft / Review | - |", ()),
        ("PROJ-000 and PROJ-001", ("PROJ-000",)),
    ],
)
def test_tokens_are_listed_once_and_in_order(text: str, tokens: tuple[str, ...]) -> None:
    assert find_tokens(text.split("\n"), ()) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("[ ] [x] [^1] [!NOTE] [12]", ()),
        ("[Text](target) [Text][label] ![Alt] \\[Escaped]", ()),
        ("[optional] [Owner]", ("[Owner]",)),
        ("See [Spec] by [Owner].\n\n[spec]: https://example.org", ("[Owner]",)),
        ("<https://example.org> <ann@example.org> <your name>", ("<your name>",)),
        ("<br> <hr/> line", ()),
        ("<img src=x> <p class>", ("<p class>",)),
        ("<details>\n</details>\n<summary>", ("<summary>",)),
        ("</table><name>", ("<name>",)),
        ("GET /users/{id} by {user name}", ("{user name}",)),
        ('${shell} {12} {#anchor} {a,b} {"k": 1}', ()),
        ("<!-- [Hidden]\nhere --> [Seen]", ("[Seen]",)),
    ],
)
def test_what_has_another_meaning_is_no_token(text: str, tokens: tuple[str, ...]) -> None:
    assert find_tokens(text.split("\n"), ()) == tokens


@pytest.mark.parametrize(
    ("language", "tokens"),
    [
        ("", ("{{name}}", "[What this does]")),
        ("yaml", ("{{name}}",)),
        ("mermaid", ()),
    ],
)
def test_code_has_brackets_of_its_own(language: str, tokens: tuple[str, ...]) -> None:
    line = "{{name}} [What this does] [short] <angle> {{ .Values.x }}"
    assert find_tokens([line], [Span(1, 2, language)]) == tokens


def test_lines_may_be_left_out() -> None:
    lines = ["[First]", "[Second]", "[Third]"]
    assert find_tokens(lines, (), skip=[1, 3]) == ("[Second]",)


@pytest.mark.parametrize(
    ("token", "language", "sure"),
    [
        ("{{name}}", "yaml", True),
        ("{{name}}", "Mermaid", False),
        ("{{ a | b }}", "", False),
        ("[What this does]", "", True),
        ("[Two words]", "", False),
        ("[What this does]", "python", False),
    ],
)
def test_only_the_unmistakable_counts_in_code(token: str, language: str, sure: bool) -> None:
    assert in_code(token, language) is sure
