"""Which section of a document answers which of the template's."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.match import match_sections


def _found(template: str, text: str) -> dict[str, int]:
    schema = derive(tuple(template.split("\n")), "plan.md")
    matching = match_sections(parse_lines(tuple(text.split("\n"))), schema)
    return {"/".join(schema.sections[i].path): s.line for i, s in sorted(matching.found.items())}


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        ("## Why\n## How", "## How\n## Why", {"Why": 2, "How": 1}),
        ("## Why", "## Who", {}),
        ("## Goals & Aims", "# 1. GOAL and aim", {"Goals & Aims": 1}),
        ("## Why (the need)", "## Why", {"Why (the need)": 1}),
        # in its place first, wherever that stands
        (
            "## Money\n### Risks\n## Time\n### Risks",
            "## Time\n### Risks\n## Money\n### Risks",
            {"Money": 3, "Money/Risks": 4, "Time": 1, "Time/Risks": 2},
        ),
        # anywhere else then
        ("## Money\n### Risks", "## Risks\n## Money", {"Money": 2, "Money/Risks": 1}),
        ("## Money\n### Risks", "## Time\n### Risks", {"Money/Risks": 2}),
        # the outermost rather than one within another's
        ("## Risks\n## Money", "## Money\n### Risks\n## Risks", {"Risks": 3, "Money": 1}),
        # the right level, then the first
        ("## Risks", "# Risks\n## Risks", {"Risks": 2}),
        ("## Risks", "## Risks\n## Risks", {"Risks": 1}),
    ],
)
def test_sections_are_paired_by_title(template: str, text: str, found: dict[str, int]) -> None:
    assert _found(template, text) == found


ASKED = "## Why\n\n**Open questions**:\n\n- one"


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        (ASKED, "## Why\n\n**Open questions**:\n\n- two", {"Why": 1, "Why/Open questions": 3}),
        (ASKED, "## Why\n\n## Open questions", {"Why": 1, "Why/Open questions": 3}),
        (ASKED, "## Why\n\n**Risks**:\n\n- two", {"Why": 1}),
        (ASKED, "## Why\n\nText", {"Why": 1}),
        # a heading of the template may be a label, but within the heading around it only
        (
            "## Why\n### Risks",
            "**Risks**:\n\n- no\n\n## Why\n\n**Risks**:\n\n- yes",
            {"Why": 5, "Why/Risks": 7},
        ),
        ("## Why\n### Risks", "## Why\n\n## How\n\n**Risks**:\n\n- no", {"Why": 1}),
        ("## Risks", "## How\n\n**Risks**:\n\n- yes", {"Risks": 3}),
        ("## Why\n### Risks", "## How\n\n**Risks**:\n\n- yes", {"Why/Risks": 3}),
    ],
)
def test_a_label_may_stand_for_a_heading(template: str, text: str, found: dict[str, int]) -> None:
    assert _found(template, text) == found


def test_a_label_is_read_up_to_what_follows() -> None:
    schema = derive(("## Risks",), "plan.md")
    text = "## How\n\n**Risks**:\n\n- one\n\n## Rest"
    found = match_sections(parse_lines(tuple(text.split("\n"))), schema).found[0]
    assert (found.title, found.index, found.start, found.stop) == ("Risks", -1, 4, 7)
    assert (found.level, found.end, found.parent) == (2, 7, 0)


def test_one_title_without_end_is_cut_off() -> None:
    template = "\n".join(["## Why"] * 202)
    assert len(_found_indices(template, template)) == 200


def _found_indices(template: str, text: str) -> list[int]:
    schema = derive(tuple(template.split("\n")), "plan.md")
    return list(match_sections(parse_lines(tuple(text.split("\n"))), schema).found)
