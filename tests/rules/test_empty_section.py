"""empty-section: a heading with nothing to say."""

import pytest

from tests.rules.judging import judged

RULE = "empty-section"
TEMPLATE = """
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Diagrams (recommended)

    A box for each part.

    ## Appendix (optional)

    What else is there?

    ## Plan

    ### Phase 1: [Name]

    What comes first?

    ### Phase 2: [Name]

    What comes next?
"""
DOCUMENT = """
    # Title: Parcel search

    ## Context

    {}

    ## Diagrams

    One box.

    ## Plan

    ### Phase 1: Index

    Build it.
"""


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "<!-- to come -->",
        "TODO",
        "**TBD**",
        "- to be determined.",
        "> TBD",
        "(coming soon)",
        "xxx",
        "- [ ] TODO",
        "---",
        "…",
    ],
)
def test_a_text_that_says_nothing_is_none(nothing: str) -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format(nothing))
    assert verdict.lines(RULE) == [3]
    assert verdict.rules() == [RULE]


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "None.",
        "Not applicable: nothing is stored.",
        "Support looks up parcels by hand.",
        "TODO lists are slow.",
        "```\nTODO\n```",
        "| a |\n    |---|",
        "![parts](parts.png)",
        "1",
    ],
)
def test_a_text_that_says_something_counts(text: str) -> None:
    assert judged(TEMPLATE, DOCUMENT.format(text)).of(RULE) == []


def test_the_message_shows_what_little_there_is() -> None:
    ((_, message, mend),) = judged(TEMPLATE, DOCUMENT.format("**TBD**")).of(RULE)
    assert message == "section “Context” is empty: it only says “**TBD**”"
    assert mend == "write it, or “N/A” with the reason"
    ((_, message, _),) = judged(TEMPLATE, DOCUMENT.format("<!-- TBD -->")).of(RULE)
    assert message == "section “Context” is empty"
    ((_, message, _),) = judged(TEMPLATE, DOCUMENT.format("lorem ipsum " * 9)).of(RULE)
    assert (
        message
        == "section “Context” is empty: it only says “lorem ipsum lorem ipsum lorem ipsum lor…”"
    )


def test_sections_that_need_not_be_there_weigh_less() -> None:
    document = DOCUMENT.format("Text.").replace("One box.", "TBD")
    document = document.replace("    ## Plan", "    ## Appendix\n\n    ## Plan")
    verdict = judged(TEMPLATE, document)
    assert verdict.weights(RULE) == ["warning", "warning"]
    assert [mend for _, _, mend in verdict.of(RULE)] == [
        "write it, or “N/A” with the reason",
        "write it, or remove the section: it is optional",
    ]


def test_an_instance_of_a_pattern_is_named_as_the_document_has_it() -> None:
    document = DOCUMENT.format("Text.") + "\n    ### Phase 2: Roll-out\n\n    ### Phase 3: Rest\n"
    verdict = judged(TEMPLATE, document)
    assert [(line, message) for line, message, _ in verdict.of(RULE)] == [
        (17, "section “Phase 2: Roll-out” is empty"),
        (19, "section “Phase 3: Rest” is empty"),
    ]
    assert [f.section for f in verdict.findings] == ["Phase 2: [Name]"] * 2
    assert len({f.key for f in verdict.findings}) == 2


def test_a_section_with_parts_is_not_empty() -> None:
    assert judged(TEMPLATE, DOCUMENT.format("Text.")).findings == ()
    template = "## Design\n\n### API\n\nWhich?\n\n### Storage\n\nWhich?\n"
    document = "## Design\n\n### API\n\nOne call.\n\n### Storage\n\nOne table.\n"
    assert judged(template, document).findings == ()
    bare = judged(template, "## Design\n")
    assert bare.lines(RULE) == [1]


def test_a_frame_around_one_part_is_not_reported_but_its_part() -> None:
    template = "## Design\n\n### API\n\nWhich?\n\n## Risks\n\nWhich?\n\n## Costs\n\nWhich?\n"
    verdict = judged(template, "## Design\n\n## Risks\n\nNone.\n\n## Costs\n\nNone.\n")
    assert verdict.rules() == ["missing-section"]
    assert [f.section for f in verdict.findings] == ["API"]


def test_a_setext_heading_is_told_at_its_first_line() -> None:
    template = "## Context\n\nWhy?\n\n## Risks\n\nWhich?\n"
    assert judged(template, "Context\n-------\n\nRisks\n-----\n\nx\n").lines(RULE) == [1]
