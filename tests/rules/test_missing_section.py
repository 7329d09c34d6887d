"""missing-section: what counts as there, where the rest would go, and what is said of it."""

import pytest

from tests.rules.judging import judged

RULE = "missing-section"
TEMPLATE = """
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Goals

    What for?

    ## Design

    How will it work?

    ### API

    What do callers see?

    ### Storage

    What is kept?

    ### Cache (optional)

    What is remembered?

    ## Diagrams (recommended)

    A box for each part.

    ## Risks & Costs

    What could go wrong?
"""
CONTEXT = "## Context\n\nSupport looks up parcels by hand.\n\n## Goals\n\nAn answer.\n"
DESIGN = "## Design\n\nAn index.\n\n### API\n\nOne call.\n\n### Storage\n\nOne table.\n"
DIAGRAMS = "## Diagrams\n\nOne box.\n"
RISKS = "## Risks & Costs\n\nNone.\n"


def found(*parts: str) -> list[tuple[int, str, str]]:
    return judged(TEMPLATE, "\n".join(("# Title: Parcel search\n", *parts))).of(RULE)


def test_nothing_is_missing_in_a_whole_document() -> None:
    assert found(CONTEXT, DESIGN, DIAGRAMS, RISKS) == []


def test_it_is_told_where_it_would_go_and_what_to_write() -> None:
    assert found(CONTEXT, DESIGN, DIAGRAMS) == [
        (
            25,
            "section “Risks & Costs” is missing",
            "add “## Risks & Costs” here, if only with “N/A” and the reason",
        )
    ]
    assert [line for line, _, _ in found(DESIGN, DIAGRAMS, RISKS)] == [3, 3]
    assert [line for line, _, _ in found(CONTEXT, DESIGN, RISKS)] == [23]


def test_of_a_branch_only_the_top_is_told_with_the_parts_it_needs() -> None:
    ((line, message, mend),) = found(CONTEXT, DIAGRAMS, RISKS)
    assert (line, message) == (11, "section “Design” is missing")
    assert mend == "add “## Design” here with “API”, “Storage”, or with “N/A” and the reason"


def test_a_part_is_told_within_what_it_stands_in() -> None:
    ((line, message, mend),) = found(CONTEXT, DESIGN.partition("### Storage")[0], DIAGRAMS, RISKS)
    assert (line, message) == (20, "section “Storage” is missing")
    assert mend.startswith("add “### Storage” here")


@pytest.mark.parametrize("text", ["", "TBD", "N/A: nothing is built."])
def test_a_part_is_not_asked_of_a_section_that_says_nothing_or_na(text: str) -> None:
    assert found(CONTEXT, f"## Design\n\n{text}\n", DIAGRAMS, RISKS) == []


def test_parts_are_asked_of_a_section_with_a_text() -> None:
    told = found(CONTEXT, "## Design\n\nAn index.\n", DIAGRAMS, RISKS)
    assert [(line, message) for line, message, _ in told] == [
        (15, "section “API” is missing"),
        (15, "section “Storage” is missing"),
    ]


def test_an_expected_section_is_a_warning_and_an_optional_one_nothing() -> None:
    verdict = judged(TEMPLATE, f"# Title: x\n\n{CONTEXT}\n{DESIGN}")
    assert verdict.weights(RULE) == ["error", "warning"]
    assert [f.section for f in verdict.findings] == ["Risks & Costs", "Diagrams"]


@pytest.mark.parametrize(
    "heading",
    [
        "### Risks & Costs",
        "# Risks & Costs",
        "## RISKS AND COSTS",
        "## 4. **Risks** / Cost:",
        "## D) Risks & costs (optional)",
        "## ⚠️ Risk & Costs",
        "Risks & Costs\n-------------",
        "**Risks & Costs**:",
    ],
)
def test_a_heading_that_reads_the_same_is_the_section(heading: str) -> None:
    assert found(CONTEXT, DESIGN, DIAGRAMS, f"{heading}\n\nNone.\n") == []


def test_the_key_does_not_depend_on_lines() -> None:
    short = judged(TEMPLATE, f"# Title: x\n\n{CONTEXT}\n{DESIGN}\n{DIAGRAMS}").findings
    long = judged(TEMPLATE, f"# Title: x\n\n\n\n{CONTEXT}\n{DESIGN}\n{DIAGRAMS}").findings
    assert [f.line for f in short] != [f.line for f in long]
    assert [f.key for f in short] == [f.key for f in long]


def test_sections_of_one_title_in_two_places_are_two() -> None:
    template = (
        "## One\n\nWhy one?\n\n### Notes\n\nWhat?\n\n## Two\n\nWhy two?\n\n### Notes\n\nWhat?\n"
    )
    document = "## One\n\nx\n\n## Two\n\nx\n"
    told = judged(template, document).of(RULE)
    assert [(line, message) for line, message, _ in told] == [
        (5, "section “Notes” is missing"),
        (7, "section “Notes” is missing"),
    ]
