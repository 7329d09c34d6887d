"""unknown-status: words that the vocabulary does not know."""

import pytest

from tests.rules.judging import judged

RULE = "unknown-status"
CLOSED = """
    # Title: [Name]

    - **Status:** Draft | In Review | Accepted | Superseded by SPEC-1

    ## Context

    Why is this needed?
"""
OPEN = CLOSED.replace("Draft | In Review | Accepted | Superseded by SPEC-1", "Draft")
DOCUMENT = """
    # Title: Parcel search

    - **Status:** {}

    ## Context

    Support looks up parcels by hand.
"""


def found(template: str, status: str, config: str = "") -> list[tuple[int, str, str]]:
    verdict = judged(template, DOCUMENT.format(status), config=config)
    assert set(verdict.rules()) <= {RULE}
    return verdict.of(RULE)


@pytest.mark.parametrize(
    "status",
    [
        "Draft",
        "draft",
        "**Accepted**",
        "Accepted, 2026-11-21",
        "In Review (round 2)",
        "✅ Accepted",
        "Superseded by SPEC-9",
    ],
)
def test_a_listed_status_is_known_with_prose_after_it(status: str) -> None:
    assert found(CLOSED, status) == []


def test_a_closed_vocabulary_has_no_other_words() -> None:
    said = "status “{}” is not one of the template's"
    listed = "use one of Draft, In Review, Accepted, Superseded"
    assert found(CLOSED, "Implemented") == [(3, said.format("Implemented"), listed)]
    assert found(CLOSED, "Acceptedly")[0][:2] == (3, said.format("Acceptedly"))


@pytest.mark.parametrize("status", ["Implemented", "WIP", "final", "On hold until spring"])
def test_an_open_vocabulary_has_the_words_in_common_use(status: str) -> None:
    assert found(OPEN, status) == []


def test_another_word_is_told_with_what_to_do() -> None:
    assert found(OPEN, "Signed off") == [
        (
            3,
            "status “Signed off” is not a status in common use",
            "use a word such as Draft or Accepted, or give yours a stage in the configuration",
        )
    ]


def test_a_word_with_a_stage_in_the_configuration_is_known() -> None:
    config = "status: {stages: {Signed off: approved}}"
    for template in (CLOSED, OPEN):
        assert found(template, "Signed off by the board", config) == []


@pytest.mark.parametrize(
    ("status", "near"),
    [
        ("Acepted", "Accepted"),
        ("Acepted, 2026-11-21", "Accepted"),
        ("acepted — by the board", "Accepted"),
        ("Acepted 2026", "Accepted"),
        ("In Reveiw (round 2)", "In Review"),
        ("In-Reveiw", "In Review"),
    ],
)
def test_the_nearest_word_is_asked_about_as_the_template_writes_it(status: str, near: str) -> None:
    assert [mend for _, _, mend in found(CLOSED, status)] == [f"did you mean “{near}”?"]


def test_the_nearest_word_may_be_one_in_common_use() -> None:
    assert [mend for _, _, mend in found(OPEN, "Implementd")] == ["did you mean “implemented”?"]


def test_every_status_that_is_stated_is_looked_at() -> None:
    document = "---\nstatus: Xyzzy\n---\n" + DOCUMENT.format("Xyzzy").replace("    ", "")
    assert judged(CLOSED, document).lines(RULE) == [2, 7]


def test_what_is_told_elsewhere_is_not_told_here() -> None:
    assert judged(CLOSED, DOCUMENT.format("")).rules() == ["missing-field"]
    choices = "Draft | In Review | Accepted | Superseded by SPEC-1"
    assert judged(CLOSED, DOCUMENT.format(choices)).rules() == ["missing-field"]
    token = OPEN.replace("Draft", "[the status]").replace("    Why", "    [Why] [the status]")
    assert judged(token, DOCUMENT.format("[the status]")).lines(RULE) == []


def test_a_template_without_a_status_asks_for_none() -> None:
    template = "# T\n\n## Context\n\nWhy?\n"
    assert judged(template, DOCUMENT.format("Xyzzy")).findings == ()
