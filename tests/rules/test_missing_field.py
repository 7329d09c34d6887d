"""missing-field: metadata that is absent, has no value, or was never chosen."""

import pytest

from tests.rules.judging import judged

RULE = "missing-field"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Done
    - **Owner:** [team]
    - **Weight:** Low | High
    - **Deadline:** [date, if any]

    ## Context

    Why is this needed?

    ## Design

    How will it work?
"""
DOCUMENT = """
    # Title: Parcel search

    {}

    ## Context

    Support looks up parcels by hand.

    ## Design

    An index.
"""
STATUS, OWNER, WEIGHT = "- **Status:** Draft", "- **Owner:** Support", "- **Weight:** Low"


def found(*fields: str) -> list[tuple[int, str, str]]:
    verdict = judged(TEMPLATE, DOCUMENT.format("\n    ".join(fields)))
    assert set(verdict.rules()) <= {RULE}
    return verdict.of(RULE)


def test_what_is_there_is_not_missing() -> None:
    assert found(STATUS, OWNER, WEIGHT) == []


def test_an_absent_field_is_told_below_its_neighbours_with_the_templates_line() -> None:
    assert found(STATUS, WEIGHT) == [
        (4, "field “Owner” is missing", "add it as the template has it: “- **Owner:** [team]”")
    ]
    assert found(OWNER, WEIGHT) == [
        (
            4,
            "field “Status” is missing",
            "add it as the template has it: “- **Status:** Draft | Accepted | Done”",
        )
    ]


def test_without_any_field_they_are_told_at_the_title() -> None:
    assert [line for line, _, _ in found("Nothing.")] == [1, 1, 1]


@pytest.mark.parametrize(
    "document",
    [
        "---\nstatus: Draft\nOwner: Support\nweight: Low\n---\n# Title: x",
        "# Title: x\n\n**Status**: Draft  \n**Owner**: Support  \n**Weight**: Low",
        "# Title: x\n\n> Status: Draft\n> Owner: Support\n> Weight: Low",
        "# Title: x\n\n| | |\n|---|---|\n| Status | Draft |\n| Owner | Support |\n| Weight | Low |",
        "# Title: x\n\n- Owner: Support\n- Weight: Low\n\n## Status\n\nDraft",
        "# Title: x\n\n- STATUS: Draft\n- Owners: Support\n- weight: Low",
    ],
)
def test_every_shape_counts(document: str) -> None:
    assert judged(TEMPLATE, f"{document}\n\n## Context\n\nx\n\n## Design\n\nx").findings == ()


def test_a_field_without_a_value_is_told_at_its_line() -> None:
    assert found("- **Status:**", OWNER, "- **Weight:**") == [
        (3, "field “Status” has no value", "write one of Draft, Accepted, Done"),
        (5, "field “Weight” has no value", "write one of Low, High"),
    ]
    assert found(STATUS, "- **Owner:** <!-- who? -->", WEIGHT) == [
        (4, "field “Owner” has no value", "write its value")
    ]


@pytest.mark.parametrize(
    "value",
    ["Draft | Accepted | Done", "Draft|Accepted | Done", "Draft / Accepted", "[Draft | Done]"],
)
def test_a_status_that_still_lists_its_choices_is_none(value: str) -> None:
    assert found(f"- **Status:** {value}", OWNER, WEIGHT) == [
        (
            3,
            "“Status” still lists every choice, so there is no status",
            "keep one of Draft, Accepted, Done",
        )
    ]


def test_one_chosen_status_of_two_is_enough() -> None:
    front = "---\nstatus: Accepted\n---\n\n"
    document = f"{front}# Title: x\n\n- **Status:** Draft | Accepted | Done\n{OWNER}\n{WEIGHT}"
    assert judged(TEMPLATE, f"{document}\n\n## Context\n\nx\n\n## Design\n\nx").findings == ()


def test_a_field_that_is_only_alike_is_asked_about() -> None:
    ((_, message, mend),) = found(STATUS, "- **Onwer:** Support", WEIGHT)
    assert message == "field “Owner” is missing"
    assert mend == "did you mean “Onwer” in line 4? Rename that"
    ((_, _, mend),) = found(STATUS, "- **Team:** Support", WEIGHT)
    assert mend.startswith("add it as")


def test_a_document_off_its_template_is_not_asked_for_fields() -> None:
    assert judged(TEMPLATE, "# Notes\n\nNothing.").rules() == ["off-template"]
