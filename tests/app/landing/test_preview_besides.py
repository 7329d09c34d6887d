"""What the comment says where no issue is opened, and somebody might wonder why."""

import pytest

from bot.app.action.telling import log
from bot.model.hearing import Verdict
from tests.app.action.people import Village
from tests.app.landing.farm import SPEC, WHOLE
from tests.app.landing.test_preview import landed

CONFIG = ".github/spec-steward.yml"
DRAFT = WHOLE.replace("Accepted", "Draft")
LATER = "(`issues.when`)"
WIDER = "for every spec, so specs outside it may get issues too"


def waiting(before: str, text: str, issues: str = "when: building") -> Village:
    """Give a pull request that changes a spec; nobody may look at issues for what it says."""
    village = landed({SPEC: before, CONFIG: f"issues: {{{issues}}}\n"}, {SPEC: text})
    village.door.labelled_issues = None  # type: ignore[assignment, method-assign]
    return village


def summary(village: Village) -> str:
    attended = village.run()
    return attended.speaker.summary(attended.hearing, ())


@pytest.mark.parametrize(
    ("granularity", "told"),
    [
        ("item", "The 4 tasks of “Parcel search” get issues once the spec is *implementing*"),
        ("spec", "The work of “Parcel search” gets issues once the spec is *implementing*"),
    ],
)
def test_what_is_approved_says_when_its_issues_come(granularity: str, told: str) -> None:
    village = waiting(DRAFT, WHOLE, f"when: building, granularity: {granularity}")
    lines = list(log(village.run(), is_dry=False))
    assert f"{told} {LATER}." in village.comment.body
    assert "  1 spec gets its issues with a later status (issues.when)" in lines


def test_of_many_the_first_are_named() -> None:
    village = landed({CONFIG: "issues: {when: done}\n"}, {})
    one = WHOLE.replace("- [ ]", "- [x]").replace("- [x] Choose", "- [ ] Choose")
    village.push({f"docs/specs/{n:03}-s.md": one.replace("Parcel", f"{n}") for n in range(4)})
    lines = list(log(village.run(), is_dry=False))
    assert "The task of “1 search” gets an issue once the spec is *done*" in village.comment.body
    assert (
        " 1 more spec gets its issues with a later status (`issues.when`)." in village.comment.body
    )
    assert "  4 specs get their issues with a later status (issues.when)" in lines


@pytest.mark.parametrize(
    ("before", "text", "issues"),
    [
        (WHOLE, WHOLE.replace("by hand", "by eye"), "when: building"),  # it was approved before
        (DRAFT, DRAFT.replace("Draft", "Review"), "when: building"),  # and this is not yet
        (DRAFT, WHOLE.replace("[ ]", "[x]"), "when: building"),  # nothing is left to do
        (DRAFT, WHOLE, "enabled: false, when: building"),  # nobody wants any
    ],
)
def test_where_nobody_wonders_it_says_nothing(before: str, text: str, issues: str) -> None:
    village = waiting(before, text, issues)
    village.run()
    assert LATER not in village.comment.body


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        ("enabled: false", "enabled: true", "`issues.enabled`"),
        ("when: approved", "when: reviewing, title: '{text}'", "`issues.when` and `issues.title`"),
        ("dry-run: true", "", "`issues.dry-run`"),
    ],
)
def test_what_changes_for_all_takes_no_comment(before: str, after: str, keys: str) -> None:
    village = landed(
        {SPEC: WHOLE, CONFIG: f"issues: {{{before}}}\n"}, {CONFIG: f"issues: {{{after}}}\n"}
    )
    attended = village.run()
    lines = list(log(attended, is_dry=False))
    assert (attended.hearing.verdict, village.kinds) == (Verdict.SKIPPED, [])
    assert f"This pull request changes {keys} {WIDER}" in summary(village)
    assert [line for line in lines if line.startswith("  it changes issues.")]
    village.push({CONFIG: f"issues: {{{after}}}\n", SPEC: WHOLE.replace("by hand", "by eye")})
    village.run()
    assert WIDER in village.comment.body


@pytest.mark.parametrize(
    "after", ["enabled: false", "when: reviewing, dry-run: true", "max-new: 3"]
)
def test_what_changes_nothing_for_others_is_not_told(after: str) -> None:
    village = landed({SPEC: WHOLE}, {CONFIG: f"issues: {{{after}}}\n"})
    assert "changes" not in summary(village)


def test_what_was_merged_does_nothing_more() -> None:
    village = waiting(DRAFT, WHOLE)
    village.push({SPEC: WHOLE, CONFIG: "issues: {when: done}\n"})
    village.run()
    village.merge()
    village.run()
    assert LATER not in village.comment.body
    assert WIDER not in village.comment.body
