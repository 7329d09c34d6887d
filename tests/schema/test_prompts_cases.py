"""Which text of a template has to go, and which may stay in every document."""

import re

import pytest

from bot.schema.prompts import is_prompt, sample_of, squeezed

TOKENS = re.compile(r"\[Name\]|RFC-NNN")


@pytest.mark.parametrize(
    "text",
    [
        "Owned by [Name].",
        "Describe the goal.",
        "Please briefly explain the plan.",
        "How it is when you run it.",
        "Which clock decides?",
        "Task 1",
        "CREATE TABLE example",
        "- Costs\n- Risks",
        "1. Costs\n\n2. Risks",
        "```\nyou should fill this\n```",
        "```http\nPOST /v1/<resource>\n```",
        "| Phase | Flag |\n|---|---|\n| 1 | |",
        "| Phase | Flag |\n|---|---|\n| 1 | on |\n| | |",
    ],
)
def test_what_speaks_to_the_author_is_a_prompt(text: str) -> None:
    assert is_prompt(text, TOKENS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!-- Describe the goal. -->",
        "We retry three times.",
        "Known as RFC-NNN.",
        "```python\n# you should describe it\n```",
        "- [ ] Add tests\n- [ ] Describe the rollout",
        "- Costs",
        "- Costs\nand more",
        "- Costs\n- The risk.",
        "- Costs\n- 3 days",
        "- Costs\n- [Risks](risks.md)",
        "- Costs\n- " + "word " * 15,
        "| | Flag |\n|---|---|\n| 1 | on |",
        "| Phase | Flag |\n|---|---|\n| 1 | on |\n\nEither a | | b.",
    ],
)
def test_what_is_the_same_everywhere_is_none(text: str) -> None:
    assert not is_prompt(text, TOKENS)


def test_only_the_tokens_of_the_template_count() -> None:
    assert is_prompt("Owned by [Name].", TOKENS)
    assert not is_prompt("Owned by [Name].", None)


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("Describe the\n**goal**.", "describe the goal."),
        ("Known as RFC-NNN.", "known as rfc-nnn."),
        ("We retry three times.", ""),
        ("<!-- Say\n  WHY -->", "<!-- say why -->"),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_sample_is_what_may_not_stay(text: str, sample: str) -> None:
    assert sample_of(text, TOKENS) == sample


def test_without_tokens_a_sample_needs_a_prompt() -> None:
    assert sample_of("Describe it.", None) == "describe it."
    assert not sample_of("Known as RFC-NNN.", None)


def test_line_breaks_and_capitals_do_not_count() -> None:
    assert squeezed(" One\n  TWO ") == "one two"
