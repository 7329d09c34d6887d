"""A spec that is deleted: what it was is told where people had agreed to it."""

import pytest

from tests.app.action.people import Village
from tests.app.action.test_lifecycle import FREE, OWNERS, UNSAID, said
from tests.app.action.town import SPEC, TEMPLATE, WHOLE

ACCEPTED = {SPEC: WHOLE.replace("Draft", "Accepted")}
GONE = {SPEC: None}


def test_a_draft_goes_without_a_word() -> None:
    village = Village(GONE, base={SPEC: WHOLE, **OWNERS})
    assert village.run().hearing.verdict == "pass"
    assert "which is" not in said(village)


def test_what_was_approved_is_named() -> None:
    village = Village(GONE, base=ACCEPTED)
    assert village.run().hearing.verdict == "pass"
    assert "(“Parcel search”, which is accepted)." in said(village)
    assert village.settle() == 0
    village.merge()
    village.run()
    assert "(“Parcel search”, which was accepted)." in said(village)


@pytest.mark.parametrize(("login", "agreed"), [("bob", True), ("cid", False), ("ann", False)])
def test_whether_its_approvers_agree_is_told(login: str, *, agreed: bool) -> None:
    village = Village(GONE, base={**ACCEPTED, **OWNERS})
    village.run()
    assert "which is accepted) without the approval of its approvers." in said(village)
    village.reviews(login)
    village.settle()
    assert ("with the approval of bob." in said(village)) is agreed
    village.push({SPEC: None, "docs/other.md": "# Else\n"})
    village.settle()
    assert "without the approval of its approvers." in said(village)


def test_the_label_tells_of_one_that_states_no_status() -> None:
    village = Village(GONE, base={**FREE, SPEC: UNSAID})
    village.landed(SPEC, "spec: approved")
    village.run()
    assert "which is approved)." in said(village)


def test_to_close_one_may_take_approvals() -> None:
    config = "approvals: {closed: {from: [bob]}}\n"
    closing = WHOLE.replace("Draft", "Rejected")
    template = {"docs/specs/TEMPLATE.md": TEMPLATE.replace("| Done", "| Done | Rejected")}
    base = {**template, ".github/spec-steward.yml": config, **ACCEPTED}
    village = Village({SPEC: closing}, base=base)
    assert "missing-approval" in [each.rule for each in village.run().hearing.findings]
    village.reviews("bob")
    assert "missing-approval" not in [each.rule for each in village.run().hearing.findings]
