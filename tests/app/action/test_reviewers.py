"""What reviewers are asked for hangs on the spec that it is about, and on nothing beside it."""

import pytest

from tests.app.action.people import Village
from tests.app.action.test_attend import BARE, OPEN
from tests.app.action.test_lifecycle import said
from tests.app.action.town import SPEC, TEMPLATE, WHOLE

ACCEPTED = WHOLE.replace("Draft", "Accepted")
OTHER = "docs/specs/002-other.md"
REVIEWERS = "**To do for reviewers:**"
OWNERS = {"CODEOWNERS": "docs/specs/001* @bob\ndocs/specs/002* @cid\n"}
BESIDE = [
    {},
    {"src/app.py": "print()\n"},
    {OTHER: BARE},
    {"docs/specs/TEMPLATE.md": f"{TEMPLATE}\n"},
]


@pytest.mark.parametrize("beside", BESIDE)
def test_a_status_change_that_is_all_well_asks_for_no_decision(beside: dict[str, str]) -> None:
    village = Village({SPEC: ACCEPTED, **beside}, base={SPEC: WHOLE})
    village.run()
    assert REVIEWERS not in said(village)
    assert "from draft to accepted" in said(village)


@pytest.mark.parametrize("beside", BESIDE)
def test_one_with_an_open_question_asks_for_one(beside: dict[str, str]) -> None:
    review = OPEN.replace("Draft", "Review")
    village = Village({SPEC: review, **beside}, base={SPEC: OPEN})
    village.run()
    asked = said(village).partition(REVIEWERS)[2].partition("\n\n")[0]
    assert "may go from draft to review" in asked
    assert "002" not in asked


@pytest.mark.parametrize("beside", BESIDE)
def test_only_the_owners_of_what_needs_approval_are_named(beside: dict[str, str]) -> None:
    village = Village({SPEC: ACCEPTED, **beside}, base={SPEC: WHOLE, **OWNERS})
    village.run()
    assert "Waiting for bob to approve, with a review" in said(village)
    assert " cid" not in said(village)
    assert "fewer" not in said(village)


@pytest.mark.parametrize("is_waived", [True, False])
def test_people_stand_to_it_by_its_own_rules_as_by_those_in_force(*, is_waived: bool) -> None:
    base = {SPEC: WHOLE, **OWNERS}
    bare = BARE.replace("Draft", "Accepted")
    village = Village({SPEC: bare, "docs/specs/TEMPLATE.md": f"{TEMPLATE}\n"}, base=base)
    if is_waived:
        village.says("bob", "/spec waive missing-section Design: none is needed")
    village.run()
    assert "By the new rules there would be **the same findings**." in said(village)


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("is_owned", [True, False])
def test_a_removal_is_to_be_confirmed_where_somebody_had_agreed(
    beside: dict[str, str], *, is_owned: bool
) -> None:
    owners = OWNERS if is_owned else {}
    village = Village({SPEC: None, **beside}, base={SPEC: ACCEPTED, **owners})
    village.run()
    assert ("may be removed" in said(village)) is is_owned
    village.reviews("bob")
    village.run()
    assert "may be removed" not in said(village)
