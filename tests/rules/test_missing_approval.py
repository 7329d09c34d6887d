"""``missing-approval``."""

import pytest

from bot.model.standing import Standing
from tests.rules.judging import judged
from tests.rules.pull_request import standing_of

TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Done

    ## Context

    Why is this needed?
"""
DOCUMENT = """
    # Title: Parcel search

    - **Status:** {}

    ## Context

    Support looks up parcels by hand.
"""
NEEDS_TWO = "approved needs 2 from bob, @acme/architects\n"


def told(said: str, status: str = "Accepted") -> list[tuple[int, str, str]]:
    standing = standing_of(said)
    verdict = judged(TEMPLATE, DOCUMENT.format(status), standing=standing)
    return verdict.of("missing-approval")


def test_it_names_those_whose_word_does_not_count_and_why() -> None:
    (found,) = told(f"{NEEDS_TWO}bob: approved an earlier text\ncarol: is the author")
    assert found == (
        3,
        (
            "2 approvals are missing to be “Accepted”: "
            "@bob approved an earlier text, @carol is the author"
        ),
        "they may be given by bob, @acme/architects, with a review, or the comment `/spec approve`",
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("bob: approved", "1 approval is missing to be “Accepted”"),
        ("bob: approved\ncarol: approved", None),
        (
            "bob: approved\ncarol: approved\ndave: wants changes",
            "@dave wants changes before it can be “Accepted”",
        ),
        (
            "bob: approved\ncarol: approved\ndave: wants changes\nerin: wants changes",
            "@dave, @erin want changes before it can be “Accepted”",
        ),
        (
            "bob: approved\ncarol: is the author\ndave: wants changes",
            "1 approval is missing to be “Accepted”: @carol is the author, @dave wants changes",
        ),
        ("bob: approved an earlier text; since then changed: Context", None),
        (
            "bob: approved an earlier text; since then changed: Context\ndave: wants changes",
            (
                "2 approvals are missing to be “Accepted”: "
                "@bob approved an earlier text, @dave wants changes"
            ),
        ),
        ("changed since the base: Context", None),
    ],
)
def test_what_is_missing(said: str, message: str | None) -> None:
    assert [found[1] for found in told(NEEDS_TWO + said)] == ([message] if message else [])


def test_help_says_who_may_mend_it() -> None:
    (found,) = told(f"{NEEDS_TWO}bob: approved\ndave: wants changes\nnobody knows @acme/architects")
    assert found[2] == (
        "it may be given by bob, @acme/architects, with a review, or the comment `/spec approve`; "
        "@dave may approve now, or dismiss the review; who @acme/architects is, cannot be told here"
    )
    (found,) = told("approved needs 1")
    assert "given by anybody but the author, with" in found[2]
    (found,) = told("approved needs 0\ndave: wants changes")
    assert found[2] == "@dave may approve now, or dismiss the review"


def test_each_stage_that_lacks_approvals_is_named() -> None:
    said = "approved needs 1 from bob\ndone needs 1 from carol"
    assert [found[1] for found in told(said, "Done")] == [
        "1 approval is missing to be “approved”",
        "1 approval is missing to be “Done”",
    ]


def test_an_open_vocabulary_shows_the_word_of_the_document() -> None:
    template = TEMPLATE.replace("Draft | Accepted | Done", "Draft")
    standing = standing_of("approved needs 1")
    found = judged(template, DOCUMENT.format("Ratified"), standing=standing)
    assert found.of("missing-approval")[0][1] == "1 approval is missing to be “ratified”"
    bare = "# [Name]\n\n## Context\n\nWhy is this needed?"
    found = judged(bare, "Text.\n\n## Context\n\nText.", standing=standing)
    assert found.of("missing-approval")[0][:2] == (1, "1 approval is missing to be “approved”")
    found = judged(bare, "\n\n# Search\n\n## Context\n\nText.", standing=standing)
    assert found.lines("missing-approval") == [1]


def test_nothing_is_said_where_no_pull_request_is_known() -> None:
    assert judged(TEMPLATE, DOCUMENT.format("Accepted")).findings == ()
    assert judged(TEMPLATE, DOCUMENT.format("Accepted"), standing=Standing()).findings == ()
