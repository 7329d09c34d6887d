"""Prompts that stand among what an author has written, and which of them may."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.kept import kept_prompts
from bot.schema.match import match_sections

TEMPLATE = """# T

## Goals

_What is better then._

- [ ] _A goal_
- _A wish_

## Open questions

- [ ] _Question?_
- [ ] Is it safe?
- What else?

## Notes
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Goals\n\n_What is better then._\n- Speed", []),
        ("## Goals\n- [ ] *A goal*\n- _A wish_\n- Speed", [(2, "A goal", "Goals", True)]),
        ("## Open questions\n- _Question?_\n- [ ] Is it safe?\n- What else?\n- Mine?", [
            (2, "Question?", "Open questions", True), (4, "What else?", "Open questions", False),
        ]),
        ("## Open questions\n- What else?\n  - Mine?", []),
        ("## Open questions", []),
        ("## Notes\n- [ ] _A goal_", []),
        ("## Else\n- [ ] _A goal_", []),
    ],
)  # fmt: skip
def test_prompts_that_are_nobodys(text: str, found: list[tuple[int, str, str, bool]]) -> None:
    schema = derive(tuple(TEMPLATE.split("\n")), "t.md")
    document = parse_lines(tuple(text.split("\n")))
    kept = kept_prompts(document, schema, match_sections(document, schema))
    assert [(one.line, one.text, one.section, one.stand_in) for one in kept] == found
