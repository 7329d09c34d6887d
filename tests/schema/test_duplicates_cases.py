"""Sections that stand twice."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.read import read_spec


@pytest.mark.parametrize(
    ("template", "text", "twice"),
    [
        ("## Why\n## How", "## Why\n## How", []),
        ("## Why\n## How", "## Why\n## How\n## WHY", [(3, "Why")]),
        ("## Why\n## How", "## Why\n## Why\n## Why", [(2, "Why"), (3, "Why")]),
        ("## Why\n## How", "## Why\n## How\n### Why", []),
        ("## Why\n## How", "## Why\n# More\n## Why", []),
        ("## Why\n## How", "## Why\n# Why", []),
        ("## Why\n## How", "## Who\n## Who", []),
        ("## Phase 1\n## Phase 2", "## Phase 1\n## Phase 1\n## Phase 1", []),
        ("## Why (the need)\n## How", "## Why (the need)\n## Why (the need)",
         [(2, "Why (the need)")]),
        ("## Why\n## How", "## Why\n## Why (again)", [(2, "Why")]),
    ],
)  # fmt: skip
def test_a_section_beside_its_like_is_a_duplicate(
    template: str, text: str, twice: list[tuple[int, str]]
) -> None:
    schema = derive(tuple(template.split("\n")), "plan.md")
    spec = read_spec(parse_lines(tuple(text.split("\n"))), schema, "clocks.md", {})
    assert [(section.line, wanted.title) for section, wanted in spec.duplicates] == twice
