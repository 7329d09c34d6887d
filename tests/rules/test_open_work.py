"""``open-work``."""

import pytest

from bot.model.standing import Standing
from tests.rules.judging import Verdict, judged

TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Done

    ## Implementation plan

    - [ ] [Task]

    ## Acceptance criteria (optional)

    - [ ] [Criterion]
"""
DOCUMENT = "# Title: Search\n\n- **Status:** {}\n\n## Implementation plan\n\n"
MIXED = "- [x] Index\n- [ ] Search\n- [ ] Sort"


def told(
    plan: str,
    *,
    was: str | None = "Accepted",
    status: str = "Done",
    standing: Standing | None = None,
) -> Verdict:
    before = DOCUMENT.format(was) + plan if was else None
    return judged(TEMPLATE, DOCUMENT.format(status) + plan, before=before, standing=standing)


def test_each_open_item_is_named() -> None:
    verdict = told(MIXED)
    mend = "tick what is done, strike through what was given up, or set the status back"
    assert verdict.of("open-work") == [
        (8, "work is open in a spec that is “done”: “Search”", mend),
        (9, "work is open in a spec that is “done”: “Sort”", mend),
    ]
    assert verdict.weights("open-work") == ["error", "error"]
    assert verdict.findings[0].section == "Implementation plan"


@pytest.mark.parametrize("status", ["Draft", "Accepted"])
def test_work_may_be_open_until_the_spec_is_done(status: str) -> None:
    assert told(MIXED, status=status).of("open-work") == []


def test_what_was_given_up_is_not_open() -> None:
    assert told("- [x] Index\n- [ ] ~~Search~~\n- [ ] ~~Sort~~.").of("open-work") == []
    assert len(told("- [ ] Index\n- [ ] ~~Search~~").of("open-work")) == 1


def test_boxes_that_were_never_used_are_one_finding() -> None:
    verdict = told("- [ ] Index\n- [ ] Search\n- [ ] Sort")
    assert [(found[0], found[1]) for found in verdict.of("open-work")] == [
        (7, "none of the 3 items of work is ticked in a spec that is “done”: lines 7, 8 and 9")
    ]
    assert verdict.findings[0].lines == (7, 8, 9)
    assert verdict.weights("open-work") == ["error"]


def test_of_many_boxes_that_were_never_used_the_first_are_named() -> None:
    (found,) = told("- [ ] Index\n" + "- [ ] Search\n" * 4).of("open-work")
    assert found[1].endswith(" is ticked in a spec that is “done”: lines 7, 8, 9 and 2 more")


def test_boxes_that_were_used_as_gates_were_used() -> None:
    plan = "- [ ] Index\n- [ ] Search\n\n## Acceptance criteria\n\n- [x] Found by number"
    assert told(plan).weights("open-work") == ["error", "error"]


def test_a_single_open_box_says_of_itself() -> None:
    assert told("- [ ] Index").weights("open-work") == ["error"]


@pytest.mark.parametrize(
    "plan",
    [
        "- [x] Index\n- [ ] Optional: sort",
        "- [x] Index\n- [ ] Sort (later)",
        "- [x] Index\n\n### Follow-ups\n\n- [ ] Sort",
        "- [x] Index\n\n### Phase 2: nice to have\n\n- [ ] Sort",
    ],
)
def test_what_was_meant_for_later_is_a_warning(plan: str) -> None:
    assert told(plan).weights("open-work") == ["warning"]


@pytest.mark.parametrize(
    ("was", "standing", "weight"),
    [
        (None, None, "warning"),
        (None, Standing(), "error"),
        ("Accepted", None, "error"),
        ("Done", None, "warning"),
        ("Done", Standing(), "warning"),
    ],
)
def test_it_is_an_error_where_the_change_makes_the_spec_done(
    was: str | None, standing: Standing | None, weight: str
) -> None:
    verdict = told("- [x] Index\n- [ ] Sort", was=was, standing=standing)
    assert verdict.weights("open-work") == [weight]
