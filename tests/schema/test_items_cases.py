"""Boxes are work or gates by the sections that they stand in."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.read import read_spec

TEMPLATE = ("# Plan", "", "## Goals", "", "## Implementation plan", "", "## Exit criteria", "")
Read = tuple[str, bool, str | None, str, int | None]


def _items(text: str) -> list[Read]:
    schema = derive(TEMPLATE, "plan.md", {}, "plan")
    spec = read_spec(parse_lines(tuple(text.split("\n"))), schema, "plans/a.md", {})
    return [(i.text, i.done, i.phase, i.kind, i.issue) for i in spec.items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- [ ] above all headings", [("above all headings", False, None, "gate", None)]),
        (
            "## Implementation plan\n- [x] dig\n- [ ] fill\n- plain",
            [("dig", True, None, "work", None), ("fill", False, None, "work", None)],
        ),
        (
            "## Implementation plan\n- [ ] dig\n  - [ ] deeper\n- fill\n  - [x] within",
            [("dig", False, None, "work", None), ("within", True, None, "work", None)],
        ),
        (
            "## Implementation plan\n### Soil **first**\n- [ ] dig\n### Exit criteria\n- [ ] dry",
            [("dig", False, "Soil first", "work", None), ("dry", False, None, "gate", None)],
        ),
        (
            "## Tasks\n- [ ] dig\n## Phases\n### Phase 1\n- [ ] fill",
            [("dig", False, None, "work", None), ("fill", False, "Phase 1", "work", None)],
        ),
        (
            "## Tasks\n### Phase 1: Soil\n#### Tasks\n- [ ] dig\n##### Tools\n- [ ] buy",
            [
                ("dig", False, "Phase 1: Soil", "work", None),
                ("buy", False, "Phase 1: Soil", "work", None),
            ],
        ),
        (
            "## Phase 1\n### Tasks\n- [ ] dig\n### Exit criteria\n- [ ] dry",
            [("dig", False, "Phase 1", "work", None), ("dry", False, None, "gate", None)],
        ),
        (
            "# Phase 1 of all\n## Tasks\n- [ ] dig",
            [("dig", False, None, "work", None)],
        ),
        (
            "## Tasks\n### Soil\n#### Tools\n- [ ] buy",
            [("buy", False, "Tools", "work", None)],
        ),
        (
            "## Rollout plan ✅\n- [ ] dig\n### Phase 1: Soil\n- [ ] fill\n### Sign-off\n- [ ] ask",
            [
                ("dig", False, None, "work", None),
                ("fill", False, "Phase 1: Soil", "work", None),
                ("ask", False, None, "gate", None),
            ],
        ),
        ("## Phase 1: Soil\n- [ ] dig", [("dig", False, "Phase 1: Soil", "work", None)]),
        ("# Garden\n# Rollout\n- [ ] dig", [("dig", False, None, "work", None)]),
        ("# Rollout\n- [ ] dig", [("dig", False, None, "gate", None)]),
        (
            "## Exit criteria\n### All of it\n#### Phase 1\n- [ ] dry",
            [("dry", False, None, "gate", None)],
        ),
        (
            "## Goals\n**Phase 1: Soil**\n\n- [ ] dig\n\n**Phase 2**\n- [ ] fill\n## Then\n- [ ] x",
            [
                ("dig", False, "Phase 1: Soil", "work", None),
                ("fill", False, "Phase 2", "work", None),
                ("x", False, None, "gate", None),
            ],
        ),
        ("## Exit criteria\n**Phase 1**\n- [ ] dry", [("dry", False, None, "gate", None)]),
        (
            "## Tasks\n### Phase 1\n- [ ] dig\n\n**Done when:**\n- [ ] dry\n### More\n- [ ] go",
            [
                ("dig", False, "Phase 1", "work", None),
                ("dry", False, None, "gate", None),
                ("go", False, "More", "work", None),
            ],
        ),
        ("## Project\n### Goals\n- [ ] be dry", [("be dry", False, None, "gate", None)]),
        ("## Success metrics\n### Phase 1\n- [ ] dry", [("dry", False, None, "gate", None)]),
        ("## Exit criteria\n- [X] dry", [("dry", True, None, "gate", None)]),
        ("## Goals\n- [ ] be dry", [("be dry", False, None, "gate", None)]),
        ("## Open questions\n- [ ] how?\n### Later\n- [ ] when?", []),
        ("## Dependencies\n- [ ] spade", [("spade", False, None, "gate", None)]),
        ("## Decision log\n- [ ] spade it is", [("spade it is", False, None, "gate", None)]),
    ],
)
def test_a_box_is_what_its_section_says(text: str, found: list[Read]) -> None:
    assert _items(f"{text}\n") == found


@pytest.mark.parametrize(
    ("text", "left", "issue"),
    [
        ("dig (#12)", "dig", 12),
        ("dig ([#7](https://tracker.example/7)) now", "dig now", 7),
        ("dig (#3) and fill (#4)", "dig and fill", 3),
        ("dig #12", "dig #12", None),
        ("dig `a (#3)` (#4)", "dig `a (#3)`", 4),
        ("dig `a` (#4)", "dig `a`", 4),
        ("dig (#1234567890)", "dig (#1234567890)", None),
        ("dig", "dig", None),
    ],
)
def test_an_item_carries_its_issue(text: str, left: str, issue: int | None) -> None:
    assert _items(f"## Tasks\n- [ ] {text}\n") == [(left, False, None, "work", issue)]
