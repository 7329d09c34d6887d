"""duplicate-section: one section of the template, twice side by side."""

import pytest

from tests.rules.judging import judged

RULE = "duplicate-section"
TEMPLATE = """
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Risks & Costs

    What could go wrong?

    ### Notes

    What else?

    ## Phase 1: [Name]

    What is done?
"""
DOCUMENT = """
    # Title: Parcel search

    ## Context

    Support looks up parcels by hand.

    ## Risks & Costs

    None.

    ### Notes

    None.

    {}

    ## Phase 1: Index

    It is built.
"""


@pytest.mark.parametrize("heading", ["## Risks & Costs", "## RISK AND COST", "## 5. Risks/Costs"])
def test_a_heading_that_reads_the_same_is_told_with_the_first(heading: str) -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format(f"{heading}\n\n    Many."))
    assert verdict.of(RULE) == [
        (
            15,
            "section “Risks & Costs” stands here again",
            "merge it into the first one, in line 7, or give it another heading",
        )
    ]
    assert verdict.rules() == [RULE]
    assert verdict.weights(RULE) == ["warning"]
    assert [f.section for f in verdict.findings] == ["Risks & Costs"]


def test_each_further_one_is_told() -> None:
    again = "## Context\n\n    One.\n\n    ## Context\n\n    Two."
    assert judged(TEMPLATE, DOCUMENT.format(again)).lines(RULE) == [15, 19]


@pytest.mark.parametrize(
    "more",
    [
        "### Context\n\n    At another level.",
        "#### Notes\n\n    Deeper.",
        "## Decisions\n\n    ### Notes\n\n    Under another heading.",
        "## Own\n\n    x\n\n    ## Own\n\n    Twice, and not the template's.",
        "## Phase 2: Search\n\n    x\n\n    ## Phase 2: Search\n\n    A pattern.",
    ],
)
def test_elsewhere_the_same_heading_is_another_section(more: str) -> None:
    assert judged(TEMPLATE, DOCUMENT.format(more)).of(RULE) == []


def test_of_two_the_one_in_its_place_is_the_section() -> None:
    more = "### Notes\n\n    Again, below the same heading."
    assert judged(TEMPLATE, DOCUMENT.format(more)).lines(RULE) == [15]
