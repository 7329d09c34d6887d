"""``missing-approval``."""

from dataclasses import replace

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
            "2 approvals are missing for “accepted”: "
            "bob approved an earlier text and carol is the author"
        ),
        (
            "they may be given by bob or @acme/architects, with a review, or the comment "
            "`/spec approve`"
        ),
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("bob: approved", "1 approval is missing for “accepted”"),
        ("bob: approved\ncarol: approved", None),
        (
            "bob: approved\ncarol: approved\ndave: wants changes",
            "dave wants changes before it can be “accepted”",
        ),
        (
            "bob: approved\ncarol: approved\ndave: wants changes\nerin: wants changes",
            "dave and erin want changes before it can be “accepted”",
        ),
        (
            "bob: approved\ncarol: is the author\ndave: wants changes",
            "1 approval is missing for “accepted”: carol is the author and dave wants changes",
        ),
        ("bob: approved an earlier text; since then changed: Context", None),
        (
            "bob: approved an earlier text; since then changed: Context\ndave: wants changes",
            None,
        ),
        ("changed since the base: Context", None),
    ],
)
def test_what_is_missing(said: str, message: str | None) -> None:
    assert [found[1] for found in told(NEEDS_TWO + said)] == ([message] if message else [])


def test_help_says_who_may_mend_it() -> None:
    (found,) = told(f"{NEEDS_TWO}bob: approved\ndave: wants changes\nnobody knows @acme/architects")
    assert found[2] == (
        "it may be given by bob or @acme/architects, with a review, or the comment "
        "`/spec approve`; dave may approve now, or dismiss the review; "
        "this token may not look up @acme/architects: give the Action an App's token with "
        "`members: read`, or name people in the configuration"
    )
    (found,) = told("approved needs 1 from dora@example.com\nnobody knows dora@example.com")
    assert found[2].endswith(
        "; who dora@example.com is, cannot be told here: name people by their logins"
    )
    (found,) = told("approved needs 1")
    assert "given by anybody but the author, with" in found[2]
    (found,) = told("approved needs 0\ndave: wants changes")
    assert found[2] == "dave may approve now, or dismiss the review"


def test_help_names_only_those_who_are_left() -> None:
    standing = standing_of(f"{NEEDS_TWO}bob: approved")
    (needs,) = standing.approvals

    def helped(**more: object) -> str:
        changed = Standing((replace(needs, **more),))  # type: ignore[arg-type]
        verdict = judged(TEMPLATE, DOCUMENT.format("Accepted"), standing=changed)
        return verdict.of("missing-approval")[0][2]

    assert helped(spent=("bob",)).startswith("it may be given by @acme/architects, with")
    mend = (
        "left who could approve: name others in `approvals` of the configuration or in CODEOWNERS"
    )
    assert helped(spent=needs.wanted, beyond=1) == f"nobody is {mend}"
    assert helped(spent=("bob",), beyond=1) == f"too few are {mend}"


def test_each_stage_that_lacks_approvals_is_named() -> None:
    said = "approved needs 1 from bob\ndone needs 1 from carol"
    assert [found[1] for found in told(said, "Done")] == [
        "1 approval is missing for “approved”",
        "1 approval is missing for “done”",
    ]


def test_an_open_vocabulary_shows_the_word_of_the_document() -> None:
    template = TEMPLATE.replace("Draft | Accepted | Done", "Draft")
    standing = standing_of("approved needs 1")
    found = judged(template, DOCUMENT.format("Ratified"), standing=standing)
    assert found.of("missing-approval")[0][1] == "1 approval is missing for “ratified”"
    bare = "# [Name]\n\n## Context\n\nWhy is this needed?"
    found = judged(bare, "Text.\n\n## Context\n\nText.", standing=standing)
    assert found.of("missing-approval")[0][:2] == (1, "1 approval is missing for “approved”")
    found = judged(bare, "\n\n# Search\n\n## Context\n\nText.", standing=standing)
    assert found.lines("missing-approval") == [1]


def test_nothing_is_said_where_no_pull_request_is_known() -> None:
    assert judged(TEMPLATE, DOCUMENT.format("Accepted")).findings == ()
    assert judged(TEMPLATE, DOCUMENT.format("Accepted"), standing=Standing()).findings == ()
