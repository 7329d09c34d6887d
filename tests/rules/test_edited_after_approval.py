"""``edited-after-approval``."""

import pytest

from tests.rules.judging import judged
from tests.rules.pull_request import standing_of

TEMPLATE = "# [Name]\n\n- **Status:** Draft | Accepted | Done\n\n## Context\n\nWhy?"
DOCUMENT = "# Search\n\n- **Status:** Accepted\n\n## Context\n\nSupport asks."
LAPSED = "bob: approved an earlier text; since then changed: Context\n"


def told(said: str) -> list[tuple[int, str, str]]:
    return judged(TEMPLATE, DOCUMENT, standing=standing_of(said)).of("edited-after-approval")


def test_it_names_what_changed_and_who_knows_it() -> None:
    assert told(f"approved needs 1 from bob\n{LAPSED}") == [
        (
            3,
            "“Context” was changed after the approval",
            (
                "have it approved again, for example by bob, with a review or the comment "
                "`/spec approve`, or set the status back"
            ),
        )
    ]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("approved needs 1\nchanged since the base: Context", "“Context” was"),
        ("approved needs 1\nchanged since the base: Risks, Context", "“Risks” and “Context” were"),
        (f"approved needs 1\n{LAPSED}changed since the base: Risks", "“Risks” and “Context” were"),
        (f"approved needs 1\n{LAPSED}carol: approved", None),
        (f"approved needs 1\n{LAPSED}carol: approved\ndave: wants changes", None),
        ("changed since the base: Context", None),
        ("approved needs 1\nbob: approved an earlier text", None),
    ],
)
def test_what_was_changed(said: str, message: str | None) -> None:
    expected = [f"{message} changed after the approval"] if message else []
    assert [found[1] for found in told(said)] == expected


def test_one_finding_tells_of_objections_too() -> None:
    standing = standing_of(f"approved needs 1\n{LAPSED}dave: wants changes\nerin: wants changes")
    (found,) = judged(TEMPLATE, DOCUMENT, standing=standing).findings
    assert found.message == (
        "“Context” was changed after the approval, and dave and erin want changes"
    )
    said = f"approved needs 1\n{LAPSED}dave: wants changes\ndone needs 0\ndave: wants changes"
    (found,) = judged(TEMPLATE, DOCUMENT, standing=standing_of(said)).findings
    assert found.message.endswith("approval, and dave wants changes")
    met = standing_of(f"approved needs 1\n{LAPSED}carol: approved\ndave: wants changes")
    (found,) = judged(TEMPLATE, DOCUMENT, standing=met).findings
    assert found.rule == "missing-approval"


def test_it_is_said_once_for_all_stages() -> None:
    said = f"approved needs 1\n{LAPSED}done needs 1\n{LAPSED}"
    assert [found[1] for found in told(said)] == ["“Context” was changed after the approval"]


def test_what_it_takes_several_people_for_no_document_waives() -> None:
    document = (
        f'{DOCUMENT}\n<!-- steward: waive edited-after-approval "Context": a typing error -->'
    )
    standing = standing_of(f"approved needs 1\n{LAPSED}")
    found = {f.rule for f in judged(TEMPLATE, document, standing=standing).findings}
    assert found == {"edited-after-approval", "invalid-waiver"}


def test_without_a_status_it_stands_at_the_title_or_the_first_line() -> None:
    standing = standing_of(f"approved needs 1\n{LAPSED}")
    template = "# [Name]\n\n## Context\n\nWhy?"
    for document, line in (("Intro.\n\n# Search\n\n", 3), ("Intro.\n\n", 1)):
        verdict = judged(template, f"{document}## Context\n\nSo.", standing=standing)
        assert verdict.lines("edited-after-approval") == [line]


def test_nothing_is_said_where_no_pull_request_is_known() -> None:
    assert judged(TEMPLATE, DOCUMENT).findings == ()
