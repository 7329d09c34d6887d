"""placeholder: tokens of the template that were left behind."""

import pytest

from tests.rules.judging import judged

RULE = "placeholder"
TEMPLATE = """
    # FEAT-XXX: [Name]

    - **Owner:** <team>
    - **Updated:** YYYY-MM-DD

    ## Context

    [What is the problem?] It concerns [team]. See {{DOCUMENT}}, {other} and <link to it>.

    | Risk | Weight |
    |---|---|
    | [risk] | High/Medium/Low |

    ## Design

    Say how it works.
"""
DOCUMENT = """
    # FEAT-007: Parcel search

    - **Owner:** Support
    - **Updated:** 2026-11-21

    ## Context

    {}

    ## Design

    An index.
"""


def found(text: str) -> list[tuple[int, str, str]]:
    return judged(TEMPLATE, DOCUMENT.format(text)).of(RULE)


@pytest.mark.parametrize(
    "token",
    ["[What is the problem?]", "[team]", "{{DOCUMENT}}", "{other}", "<link to it>", "FEAT-XXX"],
)
def test_a_token_of_the_template_is_told_at_its_line(token: str) -> None:
    assert found(f"Some text.\n\n    It says {token} here.") == [
        (
            10,
            f"“{token}” is a placeholder of the template",
            "replace it with your own words, or remove the line",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Another [token] and <another one>.",
        "It concerns the [team](https://example.org) and the [team][1].",
        "A box [x], and `[team]` in code.",
        "```python\n    [team]\n    ```",
        "<!-- [team] -->",
        "[team]: https://example.org",
        "TEAM, team",
    ],
)
def test_what_only_looks_like_a_token_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_tokens_that_no_code_has_are_found_in_code_too() -> None:
    assert len(found("The path is `{{DOCUMENT}}` or `FEAT-XXX`.")) == 1
    assert found("```\n    {{DOCUMENT}}\n    ```")[0][0] == 9


def test_several_of_a_line_are_one_finding() -> None:
    ((_, message, mend),) = found("[team], [team] and {other}")
    assert message == "“[team]”, “{other}” are placeholders of the template"
    assert mend == "replace them with your own words, or remove the line"
    ((_, message, _),) = found("[risk] [team] {other} <link to it> {{DOCUMENT}}")
    assert message == "“[risk]”, “[team]”, “{other}” and 2 more are placeholders of the template"


def test_fields_and_table_cells_are_told_too() -> None:
    document = DOCUMENT.format("| Risk | Weight |\n    |---|---|\n    | Lag | High/Medium/Low |")
    document = document.replace("2026-11-21", "YYYY-MM-DD").replace("Support", "<team>")
    verdict = judged(TEMPLATE, document)
    assert verdict.lines(RULE) == [3, 4, 10]
    assert verdict.rules() == [RULE] * 3  # a date that was not written is no wrong date


def test_a_token_over_two_lines_is_told_where_it_begins() -> None:
    assert [line for line, _, _ in found("It is:\n    [What is the\n    problem?] Yes.")] == [9]


def test_the_section_is_named_as_the_template_has_it() -> None:
    document = DOCUMENT.format("[team]").replace("## Context", "## 1. CONTEXT")
    assert [f.section for f in judged(TEMPLATE, document).findings] == ["Context"]
    document = DOCUMENT.format("Text.").replace("Support", "<team>")
    assert [f.section for f in judged(TEMPLATE, document).findings] == [None]


def test_a_long_token_is_cut() -> None:
    token = f"[{'what ' * 30}]"
    template = f"## Context\n\n{token} and [more]\n\n## Design\n\nHow?\n"
    ((_, message, _),) = judged(template, f"## Context\n\nSo {token}\n\n## Design\n\nx").of(RULE)
    assert len(message) < 130
    assert "…” is a placeholder" in message
