"""missing-field: fields that stand in a section of their own."""

from tests.rules.judging import judged

RULE = "missing-field"


def test_a_missing_or_untouched_holder_is_reported_in_place_of_its_fields() -> None:
    template = """
        # Title: [Name]

        ## Metadata

        - **Owner:** [team]
        - **Since:** [release]

        ## Context

        Why is this needed?

        ## Design

        How will it work?
    """
    rest = "## Context\n\nx\n\n## Design\n\nx\n"
    assert judged(template, f"# Title: x\n\n{rest}").rules() == ["missing-section"]
    empty = judged(template, f"# Title: x\n\n## Metadata\n\n{rest}")
    assert empty.rules() == ["empty-section"]
    as_it_was = "## Metadata\n\n- **Owner:** [team]\n- **Since:** [release]\n\n"
    untouched = judged(template, f"# Title: x\n\n{as_it_was}{rest}")
    assert untouched.rules() == ["untouched-section"]
    half = judged(template, f"# Title: x\n\n## Metadata\n\n- **Owner:** me\n\n{rest}")
    assert half.of(RULE) == [
        (5, "field “Since” is missing", "add it as the template has it: “- **Since:** [release]”")
    ]


def test_a_status_in_an_untouched_section_is_reported_with_that() -> None:
    template = "# T\n\n## Metadata\n\n- **Status:** Draft | Done\n{}\n## Context\n\nWhy?\n"
    alone = template.format("")
    assert judged(alone, alone.replace("Why?", "x")).of(RULE)[0][0] == 5
    beside = template.format("- **Owner:** [team]\n")
    assert judged(beside, beside.replace("Why?", "x")).rules() == ["untouched-section"]
