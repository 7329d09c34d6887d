"""A heading that joins sections of the template answers each of them."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.match import match_sections

ASKED = "## Why\n## Goals\n## Non-Goals\n## Risks\n### Likely"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Goals and Non-Goals", {"Goals": 1, "Non-Goals": 1}),
        ("## 2. Non-goals & goals", {"Goals": 1, "Non-Goals": 1}),
        ("## Why, Goals, and Risks", {"Why": 1, "Goals": 1, "Risks": 1}),
        ("## Goals / Non-Goals\n## Risks", {"Goals": 1, "Non-Goals": 1, "Risks": 2}),
        # the second has nothing left to answer
        ("## Goals and Risks\n## Risks and Goals", {"Goals": 1, "Risks": 1}),
        # one of them is there already
        ("## Goals\n## Goals and Non-Goals", {"Goals": 1, "Non-Goals": 2}),
        ("## Goals\n## Non-Goals\n## Goals and Non-Goals", {"Goals": 1, "Non-Goals": 2}),
        # more than the template asks for, or less
        ("## Goals and Costs", {}),
        ("## Goals Non-Goals", {}),
        ("## Goals and Goals", {}),
        # not where the template has them
        ("## Goals and Likely", {}),
        ("## Else\n### Goals and Non-Goals", {"Goals": 2, "Non-Goals": 2}),
        ("## Risks\n### Goals and Non-Goals", {"Risks": 1}),
    ],
)
def test_it_answers_each_or_none(text: str, found: dict[str, int]) -> None:
    schema = derive(tuple(ASKED.split("\n")), "plan.md")
    matching = match_sections(parse_lines(tuple(text.split("\n"))), schema)
    assert {schema.sections[i].title: s.line for i, s in matching.found.items()} == found


def test_a_title_that_joins_itself_is_matched_as_one() -> None:
    schema = derive(("## Goals and Non-Goals", "## Risks"), "plan.md")
    matching = match_sections(parse_lines(("## Goals and Non-Goals",)), schema)
    assert sorted(matching.found) == [0]
