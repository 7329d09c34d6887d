"""``missing-reason``."""

from textwrap import dedent

import pytest

from bot.model.standing import Standing
from tests.rules.judging import judged

TEMPLATE = """
    # [Name]

    - **Status:** Draft

    ## Context

    Why is this needed?

    ## Decision log (optional)

    - [Date]: [Decision]
"""
CONTEXT = "\n\n## Context\n\nSupport looks up parcels by hand.\n"


def says(status: str, rest: str = "", template: str = TEMPLATE) -> bool:
    document = f"# SPEC-003: Search\n\n- **Status:** {status}{rest}"
    return bool(judged(template, document).of("missing-reason"))


def test_it_stands_at_the_status_and_says_where_to_write() -> None:
    verdict = judged(TEMPLATE, f"# Search\n\n- **Status:** Rejected{CONTEXT}")
    assert verdict.of("missing-reason") == [
        (
            3,
            "nothing says why this is “rejected”, or what took its place",
            (
                "write it behind the status (“Rejected: too slow”, “Superseded by …”), "
                "or below a heading “Resolution”"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Rejected", True),
        ("Rejected, 2026-11-20", True),
        ("Rejected on 20 November 2026", True),
        ("Superseded by", True),
        ("On hold", True),
        ("Rejected: too slow", False),
        ("Withdrawn — nobody asks any more", False),
        ("Superseded by SPEC-004", False),
        ("Superseded by [0005](0005-x.md)", False),
        ("On hold (no budget)", False),
        ("Stagnant", False),
        ("Draft", False),
        ("Wurst", False),
    ],
)
def test_what_stands_behind_the_status(status: str, expected: bool) -> None:
    assert says(status, CONTEXT) is expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("\n- **Reason:** too slow", False),
        ("\n- **Superseded by:** SPEC-004", False),
        ("\n- **withdrawal-reason:** no use", False),
        ("\n- **Reason:** N/A", True),
        ("\n- **Reason:** TBD", True),
        ("\n- **Supersedes:** SPEC-002", True),
        ("\n\n## Resolution\n\nThe carrier does it.", False),
        ("\n\n## Withdrawal\n", True),
        ("\n\n## Withdrawal\n\nTBD", True),
        ("\n\n## Rejection reason\n\n### May\n\nToo slow.", False),
        ("\n\n## Decision log\n\n- 2026: We reject it, since nobody searches.", False),
        ("\n\n## Decision log\n\n- 2026: The clock of the scanner decides.", True),
        ("\n\n> Superseded by the carrier's search.", False),
        ("\n\n> Rejected.", True),
        ("\n\n## Alternatives\n\nRejected because of its price.", True),
        ("\n\n## Note\n\nThis proposal was withdrawn in\nfavour of SPEC-004.", False),
        ("\n\n## Note\n\nThis document was moved to https://example.org/x", False),
        ("\n\n## Note\n\nThis spec is no longer of use.", False),
        ("\n\n## Note\n\n```\nThis spec was moved to x\n```", True),
        ("\n\n## Note\n\nThis spec speaks of search.", True),
    ],
)
def test_where_else_it_may_stand(rest: str, expected: bool) -> None:
    assert says("Rejected", rest + CONTEXT) is expected


def test_a_reference_to_its_successor_is_enough() -> None:
    template = dedent(TEMPLATE).replace("# [Name]", "# SPEC-XXX: [Name]")
    related = "\n\n## Related\n\n- [Superseded by](x.md) `SPEC-004`"
    assert says("Rejected", related + CONTEXT, template) is False
    assert says("Rejected", related.replace("Superseded by", "See") + CONTEXT, template) is True


def test_a_placeholder_is_no_reason() -> None:
    template = dedent(TEMPLATE).replace("Draft\n", "Draft\n- **Reason:** [why it was closed]\n")
    assert says("Rejected", "\n- **Reason:** [why it was closed]" + CONTEXT, template) is True


@pytest.mark.parametrize(
    ("below", "expected"), [("", True), ("\nIt was too slow.", False), ("\n2026-11-20", True)]
)
def test_below_a_status_heading_there_may_be_more(below: str, expected: bool) -> None:
    template = "# [Name]\n\n## Status\n\nDraft\n\n## Context\n\nWhy?"
    document = f"# Search\n\n## Status\n\nRejected\n{below}{CONTEXT}"
    assert bool(judged(template, document).of("missing-reason")) is expected


def test_of_two_statuses_either_may_tell() -> None:
    document = f"---\nstatus: Rejected\n---\n\n# Search\n\n- **Status:** Rejected: slow{CONTEXT}"
    assert judged(TEMPLATE, document).of("missing-reason") == []
    document = f"---\nstatus: Rejected\n---\n\n# Search\n\n- **Status:**{CONTEXT}"
    assert judged(TEMPLATE, document).lines("missing-reason") == [2]


@pytest.mark.parametrize(
    ("before", "standing", "weight"),
    [
        (None, None, "warning"),
        (None, Standing(), "error"),
        ("Draft", None, "error"),
        ("Draft", Standing(), "error"),
        ("Rejected", None, "warning"),
        ("Withdrawn", Standing(), "warning"),
    ],
)
def test_it_is_an_error_where_the_change_closes_the_spec(
    before: str | None, standing: Standing | None, weight: str
) -> None:
    document = f"# Search\n\n- **Status:** {{}}{CONTEXT}"
    earlier = document.format(before) if before else None
    verdict = judged(TEMPLATE, document.format("Rejected"), before=earlier, standing=standing)
    assert verdict.weights("missing-reason") == [weight]
