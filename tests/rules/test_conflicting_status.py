"""conflicting-status: statuses that say different things."""

import pytest

from tests.rules.judging import judged

RULE = "conflicting-status"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Done

    ## Context

    Why is this needed?
"""
DOCUMENT = "---\nstatus: {}\n---\n\n# Title: x\n\n- **Status:** {}\n\n## Context\n\nText.\n"


def test_the_second_is_told_with_the_line_of_the_first() -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format("Accepted", "Draft"))
    assert verdict.of(RULE) == [
        (
            7,
            "status “Draft” contradicts “Accepted”",
            "make them equal, or remove one; the other is in line 2",
        )
    ]
    assert verdict.rules() == [RULE]
    assert verdict.spec.status == "accepted"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Accepted", "accepted"),
        ("Accepted", "**Accepted**, 2026-11-21"),
        ("Accepted", ""),
        ("", "Accepted"),
        ("Accepted", "Draft | Accepted | Done"),
        ("Draft | Accepted | Done", "Accepted"),
    ],
)
def test_what_says_the_same_or_nothing_contradicts_nothing(first: str, second: str) -> None:
    assert judged(TEMPLATE, DOCUMENT.format(first, second)).findings == ()


def test_a_placeholder_contradicts_nothing() -> None:
    template = TEMPLATE.replace("Draft | Accepted | Done", "Draft").replace(
        "    # Title",
        "    ---\n    status: Draft\n    phase: [one of ours]\n    ---\n\n    # Title",
    )
    document = DOCUMENT.format("[one of ours]\nphase: 2", "Draft")
    assert judged(template, document).rules() == ["placeholder"]


def test_every_further_one_is_told() -> None:
    document = DOCUMENT.format("Accepted", "Draft") + "\n## Status\n\nDone since Monday\n"
    assert [(line, message) for line, message, _ in judged(TEMPLATE, document).of(RULE)] == [
        (7, "status “Draft” contradicts “Accepted”"),
        (15, "status “Done since Monday” contradicts “Accepted”"),
    ]


def test_words_that_are_not_known_are_compared_whole() -> None:
    document = DOCUMENT.format("Signed off", "Signed off")
    assert judged(TEMPLATE, document).rules() == ["unknown-status"] * 2
    document = DOCUMENT.format("Signed off", "Signed on")
    assert judged(TEMPLATE, document).lines(RULE) == [7]


def test_a_document_without_a_status_has_no_conflict() -> None:
    assert judged(TEMPLATE, "# T\n\n## Context\n\nText.").rules() == ["missing-field"]
