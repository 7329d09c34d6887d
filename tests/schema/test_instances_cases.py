"""Instances of a pattern: as many as a document needs, in order."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.derive import derive
from bot.schema.match import match_sections

PHASES = "## Work\n### Phase 1: [Name]\n### Phase 2: [Name]"


def _pairs(template: str, text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    schema = derive(tuple(template.split("\n")), "plan.md")
    matching = match_sections(parse_lines(tuple(text.split("\n"))), schema)
    found = {schema.sections[i].title: s.title for i, s in sorted(matching.found.items())}
    return found, [(wanted.title, section.title) for wanted, section in matching.extra]


@pytest.mark.parametrize(
    ("template", "text", "found", "extra"),
    [
        # more of them answer the last
        (
            PHASES,
            "## Work\n### Phase 1: A\n### Phase 2: B\n### Phase 3: C",
            {"Work": "Work", "Phase 1: [Name]": "Phase 1: A", "Phase 2: [Name]": "Phase 2: B"},
            [("Phase 2: [Name]", "Phase 3: C")],
        ),
        # fewer do as well
        (
            PHASES,
            "## Work\n### Intro\n### Phase A",
            {"Work": "Work", "Phase 1: [Name]": "Phase A"},
            [],
        ),
        # elsewhere, where nothing stands within
        (
            PHASES,
            "## Work\n\nText\n\n## Phase 1: A",
            {"Work": "Work", "Phase 1: [Name]": "Phase 1: A"},
            [],
        ),
        ("## Phase 1\n## Phase 2", "## Work\n### Phase 1", {"Phase 1": "Phase 1"}, []),
        (PHASES, "### Phase 1: A", {"Phase 1: [Name]": "Phase 1: A"}, []),
        # whatever stands within, where none is called so
        (
            PHASES,
            "## Work\n### Sand\n#### Fine\n### Glass\n## Phase 1: A",
            {"Work": "Work", "Phase 1: [Name]": "Sand", "Phase 2: [Name]": "Glass"},
            [],
        ),
        (PHASES, "## Other\n### Sand", {}, []),
        # what stands within an instance is none of its own
        (
            "## Phase 1\n## Phase 2",
            "## Phase 1\n### Phase 1 in detail\n## Phase 2",
            {"Phase 1": "Phase 1", "Phase 2": "Phase 2"},
            [],
        ),
        # two patterns side by side: each has what is called like it, to the letter too
        (
            "## Risk: [Name]\n## Option: [Name]",
            "## Option: [Name]\n## Risk: Cost\n## Option: Wait",
            {"Risk: [Name]": "Risk: Cost", "Option: [Name]": "Option: [Name]"},
            [("Option: [Name]", "Option: Wait")],
        ),
        # a title of its own, as the template writes it
        ("## Option: [Name]\n", "## Option [Name]", {"Option: [Name]": "Option [Name]"}, []),
        # nothing but a token stands for whatever is there, at its level
        (
            "## Why\n## [Topic]",
            "# Title\n## Why\n## Sand\n### Fine\n## Glass",
            {"Why": "Why", "[Topic]": "Sand"},
            [("[Topic]", "Glass")],
        ),
        (
            "## Why\n### [Topic]",
            "## Why\n### Sand\n## Glass",
            {"Why": "Why", "[Topic]": "Sand"},
            [],
        ),
        ("## Why\n### [Topic]", "## Who\n### Sand", {}, []),
        # a pattern with a token in the midst
        (
            "## On [topic] and more",
            "## On sand and more\n## Off",
            {"On [topic] and more": "On sand and more"},
            [],
        ),
        ("## Phase 1\n## Phase 2", "## Sand", {}, []),
    ],
)
def test_instances_are_paired(
    template: str, text: str, found: dict[str, str], extra: list[tuple[str, str]]
) -> None:
    assert _pairs(template, text) == (found, extra)
