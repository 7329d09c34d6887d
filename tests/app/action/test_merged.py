"""A merged pull request: its label says what was settled, whatever anybody does to it."""

from dataclasses import replace

import pytest

from bot.lifecycle.afterwards import OVER, UNMET
from bot.lifecycle.remembered import mark_of
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
    forged = replace(
        own, body=own.body.replace("rest=", f"rest={mark_of('done')} was="), editor=Person("eve")
    )
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
    assert OVER[1:] in said(village)  # who asks is told, though there was no comment any more


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


def tampered(village: Village, *, is_deleted: bool = False) -> None:
    """Let a writer change the Steward's comment, or delete it."""
    own = replace(village.comment, editor=Person("cid"), body=f"{village.comment.body}x")
    others = tuple(each for each in village.state.comments if not each.mine)
    village.door.change_pull(village.number, comments=others if is_deleted else (*others, own))


class TestWhatTheLabelsTell:
    """Nobody can edit what was done to the labels: it holds where the comment is lost."""

    @pytest.mark.parametrize("is_deleted", [True, False])
    def test_a_veto_that_is_gone_by_now_raises_nothing(self, is_deleted: bool) -> None:
        village = Village({SPEC: UNSAID}, base={**FREE, **OWNERS})
        village.run()
        village.reviews("bob")
        village.reviews("cid", "changes_requested")
        village.labels("cid", "approved")
        village.settle()
        village.merge()
        village.settle()
        left = tuple(each for each in village.state.reviews if each.state == "approved")
        village.door.change_pull(village.number, reviews=left)
        tampered(village, is_deleted=is_deleted)
        village.settle()
        assert village.label_now == "draft"

    def test_nor_does_a_request_for_less_that_was_deleted(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        village.labels("cid", "approved")
        village.settle()
        less = village.says("bob", "/spec status draft")
        village.settle()
        village.merge()
        village.settle()
        left = tuple(each for each in village.state.comments if each.id != less)
        village.door.change_pull(village.number, comments=left)
        tampered(village)
        village.settle()
        assert village.label_now == "draft"

    @pytest.mark.parametrize("is_tampered", [True, False])
    def test_an_approval_that_is_gone_by_now_takes_nothing(self, is_tampered: bool) -> None:
        """Be it that nobody looked between the merge and that."""
        village = Village({SPEC: UNSAID}, base={**FREE, **OWNERS})
        village.run()
        village.reviews("bob")
        village.labels("cid", "approved")
        village.settle()
        village.merge()
        gone = tuple(replace(each, state="dismissed") for each in village.state.reviews)
        village.door.change_pull(village.number, reviews=gone)
        if is_tampered:
            tampered(village)
        village.settle()
        assert village.label_now == "approved"

    def test_a_veto_that_came_in_time_counts_though_nobody_had_looked(self) -> None:
        village = Village({SPEC: UNSAID}, base={**FREE, **OWNERS})
        village.run()
        village.reviews("bob")
        village.labels("cid", "approved")
        village.settle()
        village.reviews("cid", "changes_requested")
        village.merge()
        village.settle()
        assert village.label_now == "review"

    def test_the_check_tells_that_the_steward_was_there(self) -> None:
        """Its comment was deleted, and it had to set no label: a person had set the right one."""
        village = Village({SPEC: UNSAID}, base=FREE)
        village.labels("ann", "draft")
        village.run()
        village.merge()
        village.settle()
        village.door.change_pull(village.number, comments=())
        village.labels("cid", "approved")
        village.settle()
        assert village.label_now == "draft"

    def test_while_it_is_open_a_request_goes_on_from_there(self) -> None:
        listed = "status: {transitions: {Draft: [Review], Review: [Approved]}}"
        village = Village({SPEC: UNSAID}, base={**FREE, ".github/spec-steward.yml": listed})
        village.run()
        for word in ("review", "approved"):
            village.labels("cid", word)
            village.settle()
            tampered(village)
            village.settle()
            assert village.label_now == word


class TestInTime:
    """What was asked for before the merge and is not granted has an answer all the same."""

    @pytest.mark.parametrize("looks", [True, False])
    def test_a_label(self, looks: bool) -> None:
        village = Village({SPEC: OPEN}, base=FREE)
        village.run()
        village.labels("cid", "approved")
        if looks:
            village.settle()
        village.merge()
        for _ in range(2):
            village.settle()
            assert village.label_now == "draft"
            assert "**Refused: cid asked for `approved` with a label.**" in said(village)
            assert UNMET[1:] in said(village)
            assert "No need to ask again" not in said(village)

    def test_by_somebody_who_may_not(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        village.labels("eve", "approved")
        village.merge()
        assert village.settle() == 1
        assert OVER[1:] in said(village)

    def test_a_command_that_one_of_two_specs_answers_by_chance(self) -> None:
        other = "docs/specs/002-other.md"
        village = Village({SPEC: f"{UNSAID}\nMore.\n", other: OPEN}, base={**FREE, SPEC: UNSAID})
        village.landed(SPEC, "spec: approved")
        village.run()
        told = village.says("cid", "/spec status approved")
        village.merge()
        village.settle()
        assert (village.label_now, village.reactions(told)) == ("draft", {"-1"})
