"""A merged pull request: its label says what was settled, whatever anybody does to it."""

from dataclasses import replace

import pytest

from bot.lifecycle.afterwards import OVER
from bot.model.pull import Person
from tests.app.action.people import Village
from tests.app.action.test_lifecycle import ASKING, FREE, OWNERS, UNSAID, said
from tests.app.action.town import SPEC, WHOLE

OPEN = UNSAID.replace("\nNone\n", "\n- [ ] Which clock?\n")


def merged(text: str = UNSAID, *, asked: str = "", owners: bool = False) -> Village:
    """Merge a spec that states no status, and let the Steward look."""
    village = Village({SPEC: text}, base={**FREE, **(OWNERS if owners else {})})
    village.run()
    if asked:
        village.labels("cid", asked)
        village.settle()
    village.merge()
    assert village.settle() == 1
    return village


@pytest.mark.parametrize("login", ["cid", "bob", "eve", "other[bot]"])
def test_a_label_moves_nothing(login: str) -> None:
    village = merged()
    village.labels(login, "approved")
    assert village.settle() == 1
    assert village.label_now == "draft"
    assert OVER[1:] in said(village)


def test_what_was_settled_is_put_back_without_a_word() -> None:
    village = merged(asked="approved")
    village.unlabels("cid", "approved")
    assert village.settle() == 1
    assert village.label_now == "approved"
    assert OVER[1:] not in said(village)
    village.unlabels("cid", "approved")
    village.labels("cid", "approved")
    assert village.settle() == 0
    assert OVER[1:] not in said(village)


def test_one_that_says_its_status_keeps_it_too() -> None:
    village = Village({SPEC: WHOLE})
    village.run()
    village.merge()
    village.settle()
    village.unlabels("cid", "draft")
    village.labels("cid", "accepted")
    assert village.settle() == 1
    assert village.label_now == "draft"
    assert OVER[1:] in said(village)


def test_nothing_is_granted_any_more() -> None:
    """What was asked for in time and not granted is not granted by what comes after the merge."""
    village = merged(asked="approved", owners=True)
    assert village.label_now == "draft"
    village.reviews("bob")
    village.says("bob", "/spec approve")
    village.unlabels("cid", "draft")
    village.labels("cid", "approved")
    village.settle()
    assert village.label_now == "draft"


def test_a_gate_that_was_passed_stays_passed() -> None:
    village = Village({SPEC: UNSAID}, base={**FREE, **OWNERS})
    village.reviews("bob")
    village.labels("cid", "approved")
    village.settle()
    village.merge()
    village.settle()
    gone = tuple(replace(each, state="dismissed") for each in village.state.reviews)
    village.door.change_pull(village.number, reviews=gone)
    village.reviews("cid", "changes_requested")
    village.settle()
    assert village.label_now == "approved"


def test_what_was_asked_for_just_before_counts() -> None:
    village = Village({SPEC: UNSAID}, base=FREE)
    village.run()
    told = village.says("cid", "/spec status approved")
    village.merge()
    village.settle()
    assert village.label_now == "approved"
    assert village.reactions(told) == {"+1"}


def test_what_was_asked_for_just_before_and_is_shut_is_refused() -> None:
    village = Village({SPEC: OPEN}, base=FREE)
    village.run()
    told = village.says("cid", "/spec status approved")
    village.merge()
    village.settle()
    assert village.label_now == "draft"
    assert village.reactions(told) == {"-1"}


@pytest.mark.parametrize("asked", ["approved", ""])
def test_a_comment_that_was_tampered_with_grants_nothing(asked: str) -> None:
    village = merged(asked=asked)
    own = village.comment
    forged = replace(own, body=own.body.replace(":draft", ":done"), editor=Person("eve"))
    others = tuple(each for each in village.state.comments if each.id != own.id)
    village.door.change_pull(village.number, comments=(*others, forged))
    village.labels("eve", "done")
    village.settle()
    assert village.label_now == (asked or "draft")


def test_nor_does_one_that_was_deleted() -> None:
    village = merged()
    village.door.change_pull(village.number, comments=())
    village.labels("cid", "approved")
    village.settle()
    assert village.label_now == "draft"
    assert village.state.comments == ()


@pytest.mark.parametrize(
    ("command", "reaction"),
    [
        ("/spec status approved", "-1"),
        ("/spec approve", "-1"),
        ("/spec waive placeholder: why not", "-1"),
        ("/spec check", "eyes"),
        ("/spec help", "eyes"),
        ("/spec aprove", "confused"),
    ],
)
def test_commands_are_answered(command: str, reaction: str) -> None:
    village = merged()
    told = village.says("cid", command)
    assert village.settle() == 1
    assert village.reactions(told) == {reaction}
    assert (OVER[1:] in said(village)) == (reaction == "-1")


def test_one_that_was_never_seen_may_still_be_labelled() -> None:
    """By whoever may: that is how a status gets to what was merged before the Steward came."""
    village = Village({SPEC: UNSAID}, base=FREE)
    village.merge()
    village.run()
    assert (village.state.labels, village.state.comments) == ((), ())
    village.labels("cid", "approved")
    village.settle()
    assert village.label_now == "approved"
    village.labels("eve", "done")
    village.settle()
    assert village.label_now == "approved"


def test_one_that_is_closed_without_a_merge_is_left_alone() -> None:
    village = Village({SPEC: ASKING})
    village.run()
    village.close()
    village.settle()
    village.unlabels("cid", "draft")
    told = village.says("cid", "/spec status accepted")
    village.settle()
    assert (village.state.labels, village.reactions(told)) == ((), set())
