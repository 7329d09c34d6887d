"""Labels, approvals and commands on a pull request, from the first look to the last."""

from dataclasses import replace

import pytest

from bot.app.action.places import Queued
from bot.app.action.queue import attend_queue
from bot.lifecycle.remembered import key_of, mark_of
from bot.model.pull import Person
from bot.shipped import shipped
from tests.app.action.people import Village
from tests.app.action.town import SETUP, SPEC, TEMPLATE, WHOLE

STATUS = "- **Status:** Draft | Review | Accepted | Done\n\n"
FREE = {"docs/specs/TEMPLATE.md": TEMPLATE.replace(STATUS, "")}
UNSAID = WHOLE.replace("- **Status:** Draft\n\n", "")
ASKING = WHOLE.replace("\nNone\n", "\n- [ ] Which clock decides?\n")
OWNERS = {"CODEOWNERS": "* @bob\n"}


def said(village: Village) -> str:
    return village.comment.body


class TestRequests:
    def test_a_granted_label_goes_back_until_the_document_follows(self) -> None:
        village = Village({SPEC: WHOLE})
        village.run()
        village.labels("cid", "accepted")
        assert village.settle() == 1
        assert village.label_now == "draft"
        request = village.run().hearing.request
        assert request is not None
        assert (request.word, request.by, request.refusal) == ("accepted", "cid", "")
        (suggestion,) = village.state.remarks
        assert "- **Status:** Accepted" in suggestion.body
        village.push({SPEC: WHOLE.replace("Draft", "Accepted")})
        assert village.settle() == 1
        assert village.label_now == "accepted"
        assert village.run().hearing.request is None

    def test_a_refused_one_is_taken_back_with_the_reason(self) -> None:
        village = Village({SPEC: ASKING})
        village.labels("cid", "accepted")
        assert village.settle() == 1
        assert village.label_now == "draft"
        assert "once no question is open (line 15)" in said(village)

    @pytest.mark.parametrize("login", ["eve", "other[bot]", "nobody"])
    def test_who_may_not_moves_nothing(self, login: str) -> None:
        village = Village({SPEC: WHOLE})
        village.run()
        village.labels(login, "accepted")
        assert village.settle() == 1
        assert village.label_now == "draft"
        assert not village.state.remarks

    def test_two_labels_at_once_become_one(self) -> None:
        village = Village({SPEC: WHOLE})
        village.labels("cid", "done", "accepted", "Review")
        assert village.settle() == 1
        assert village.label_now == "draft"

    def test_a_document_that_moves_on_settles_the_request(self) -> None:
        village = Village({SPEC: WHOLE})
        village.labels("eve", "accepted")
        village.run()
        village.push({SPEC: WHOLE.replace("Draft", "Review")})
        village.settle()
        assert village.label_now == "review"
        assert village.run().hearing.request is None

    def test_another_robot_is_left_to_it(self) -> None:
        village = Village({SPEC: WHOLE})
        village.run()
        for _ in range(2):
            village.unlabels("other[bot]", "draft")
            village.run()
        assert village.state.labels == ()
        assert "other\\[bot\\] keeps undoing" in said(village)
        assert village.run().plan == ()
        village.push({SPEC: WHOLE + "\nMore.\n"})
        village.settle()
        assert village.label_now == "draft"

    def test_nobody_takes_away_what_somebody_else_may_ask_for(self) -> None:
        village = Village({SPEC: ASKING})
        village.labels("cid", "accepted")
        village.settle()
        told = village.says("eve", "/spec status done")
        village.settle()
        village.labels("other[bot]", "review")
        village.settle()
        assert village.reactions(told) == {"-1"}
        village.push({SPEC: WHOLE})
        village.settle()
        request = village.run().hearing.request
        assert request is not None
        assert (request.by, request.word, request.refusal) == ("cid", "accepted", "")

    def test_a_label_that_is_taken_off_revives_nothing_older(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.says("cid", "/spec status approved")
        village.settle()
        assert village.label_now == "approved"
        village.labels("bob", "draft")
        village.settle()
        assert village.label_now == "draft"
        village.unlabels("eve", "draft")
        village.settle()
        assert village.label_now == "draft"


class TestWithoutAStatus:
    """The template has a place for the status, and the document does not say any."""

    @pytest.mark.parametrize(
        "text",
        [
            UNSAID,
            WHOLE.replace("** Draft", "**"),
            WHOLE.replace("** Draft", "** Draft | Review | Accepted | Done"),
        ],
    )
    def test_what_a_granted_status_asks_for_is_said_once(self, text: str) -> None:
        village = Village({SPEC: text})
        village.settle()
        assert "**To do for ann**" in said(village)
        village.labels("cid", "accepted")
        village.settle()
        assert "asked for `accepted` with a label, and nothing stands in the way" in said(village)
        assert "**To do for ann**" not in said(village)
        assert "status request" not in said(village).partition("<details>")[0]
        assert village.conclusion == "failure"
        village.push({SPEC: WHOLE.replace("Draft", "Accepted")})
        village.settle()
        assert (village.label_now, village.conclusion) == ("accepted", "success")

    def test_what_else_there_is_to_do_stays(self) -> None:
        village = Village({SPEC: UNSAID + "\n<!-- steward: waive wurst: no reason -->\n"})
        village.labels("cid", "accepted")
        village.settle()
        assert "nothing stands in the way" in said(village)
        todo = said(village).partition("**To do for ann**")[2].partition("| Spec |")[0]
        assert "Correct the waiver" in todo
        assert "Status" not in todo

    def test_a_status_that_nobody_knows_may_become_another_before_it_is_granted(self) -> None:
        village = Village({SPEC: WHOLE.replace("Draft", "Wurst")})
        village.labels("cid", "accepted")
        village.settle()
        assert "No need to ask again" in said(village)
        village.push({SPEC: WHOLE})
        village.settle()
        assert "nothing stands in the way" in said(village)

    def test_once_it_is_merged_it_is_to_be_mended_like_any_other(self) -> None:
        village = Village({SPEC: UNSAID})
        village.labels("cid", "accepted")
        village.settle()
        village.merge()
        village.run()
        assert "Fill in the missing field [“Status”]" in said(village)


class TestWhatCannotBeRead:
    BROKEN = b"\xff\xfe\x00"
    OTHER = "docs/specs/002-other.md"

    def test_it_may_be_what_was_asked_for_once_it_can_be_read(self) -> None:
        village = Village({SPEC: self.BROKEN}, base={SPEC: WHOLE})
        village.labels("cid", "accepted")
        assert village.settle() == 1
        assert village.label_now == "draft"
        assert "It may be “accepted” once it can be read" in said(village)
        village.push({SPEC: WHOLE + "\nMore.\n"})
        village.settle()
        request = village.run().hearing.request
        assert request is not None
        assert (request.word, request.refusal) == ("accepted", "")

    def test_it_holds_back_those_beside_it(self) -> None:
        village = Village({SPEC: WHOLE, self.OTHER: self.BROKEN})
        village.labels("cid", "accepted")
        assert village.settle() == 1
        assert village.label_now == "draft"
        assert f"“{self.OTHER}” may be “accepted” once it can be read" in said(village)
        assert not village.state.remarks
        village.push({SPEC: WHOLE, self.OTHER: WHOLE})
        village.settle()
        assert len(village.state.remarks) == 2

    def test_a_word_that_its_template_does_not_have_is_refused_as_ever(self) -> None:
        village = Village({SPEC: self.BROKEN})
        village.labels("cid", "wurst")
        village.settle()
        assert "has no such status: ask for “draft”, “review”, “accepted”, “done”" in said(village)

    def test_by_label_alone_it_falls_and_keeps_what_it_was_granted(self) -> None:
        village = Village({SPEC: self.BROKEN}, base={**FREE, SPEC: UNSAID})
        village.landed(SPEC, "spec: approved")
        village.settle()
        assert village.label_now == "draft"
        assert "it may be “approved” again once it can be read" in said(village)
        village.push({SPEC: UNSAID + "\nMore.\n"})
        village.settle()
        assert village.label_now == "approved"


class TestByLabelAlone:
    def test_a_granted_label_is_the_status(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        assert village.label_now == "draft"
        village.labels("cid", "approved")
        assert village.settle() == 1
        assert village.label_now == "approved"
        assert village.run().hearing.specs[0].report.stage == "approved"

    def test_a_label_that_is_taken_off_is_put_back_with_a_word_on_it(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.labels("cid", "approved")
        village.settle()
        assert "was put back" not in said(village)
        village.unlabels("bob", "approved")
        assert village.settle() == 1
        assert village.label_now == "approved"
        assert "**The label for `approved` was put back**" in said(village)
        village.says("bob", "/spec status review")
        village.settle()
        assert village.label_now == "review"
        assert "was put back" not in said(village)

    def test_it_falls_back_where_it_is_shut_again_and_returns(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.labels("cid", "approved")
        village.settle()
        village.push({SPEC: UNSAID.replace("\nNone\n", "\n- [ ] Which clock?\n")})
        assert village.settle() <= 2
        assert village.label_now == "review"
        assert "it may be “approved” again once no question is open" in said(village)
        village.push({SPEC: UNSAID})
        village.settle()
        assert village.label_now == "approved"

    def test_it_goes_through_the_transitions_that_are_listed(self) -> None:
        listed = "status: {transitions: {Draft: [Accepted], Accepted: [Implementing]}}"
        base = {**FREE, ".github/spec-steward.yml": listed}
        village = Village({SPEC: UNSAID + "\n## Tasks\n\n- [ ] Build it\n"}, base=base)
        village.labels("cid", "done")
        village.settle()
        assert village.label_now == "draft"
        assert "keeps it from “done”: from “draft” it goes to “Accepted”." in said(village)
        for step in ("accepted", "implementing"):
            village.labels("cid", step)
            village.settle()
            assert village.label_now == step
        assert village.conclusion == "success"

    def test_a_slip_can_be_undone_though_the_list_leads_nowhere_back(self) -> None:
        listed = "status: {transitions: {Draft: [Review], Review: [Approved]}}"
        village = Village({SPEC: UNSAID}, base={**FREE, ".github/spec-steward.yml": listed})
        for step in ("review", "draft"):
            village.labels("cid", step)
            village.settle()
            assert village.label_now == step

    def test_what_was_merged_before_starts_from_the_base_branch(self) -> None:
        listed = "status: {transitions: {Draft: [Review], Review: [Approved]}}"
        base = {**FREE, ".github/spec-steward.yml": listed, SPEC: UNSAID}
        village = Village({SPEC: UNSAID + "\nMore.\n"}, base=base)
        village.landed(SPEC, "spec: draft")
        for step in ("review", "approved"):
            village.labels("cid", step)
            village.settle()
            assert village.label_now == "review"
        assert "from “draft” (on the base branch) it goes to “Review”." in said(village)

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ("/spec status done", "/spec waive illegal-transition: why not"),
            ("/spec waive illegal-transition: why not\n/spec status done", "/spec check"),
        ],
    )
    def test_a_waiver_lets_nobody_pass_over_a_transition(self, first: str, then: str) -> None:
        listed = "status: {transitions: {Draft: [Review], Review: [Done]}}"
        village = Village({SPEC: UNSAID}, base={**FREE, ".github/spec-steward.yml": listed})
        for body in (first, then):
            village.says("bob", body)
            village.settle()
        assert village.label_now == "draft"
        assert "from “draft” it goes to “Review”." in said(village)
        assert "nothing that was found here goes by that name" in said(village)

    def test_why_a_label_was_put_back_is_told_until_the_next_push(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        village.unlabels("ann", "draft")
        assert village.settle() == 1
        assert "was put back" in said(village)
        village.push({SPEC: UNSAID + "\nMore.\n"})
        village.settle()
        assert "was put back" not in said(village)
        village.unlabels("ann", "draft")
        village.settle()
        assert "was put back" in said(village)
        village.says("eve", "/spec status draft")
        village.settle()
        assert "was put back" not in said(village)

    def test_a_new_one_beside_it_is_a_draft(self) -> None:
        new = "docs/specs/002-new.md"
        head = {SPEC: UNSAID + "\nMore.\n", new: UNSAID}
        village = Village(head, base={**FREE, SPEC: UNSAID})
        village.landed(SPEC, "spec: approved", "spec: done")
        found = {s.report.path: s.report.status for s in village.run().hearing.specs}
        assert found == {SPEC: "approved", new: "draft"}
        assert village.label_now == "draft"

    def test_one_that_is_renamed_keeps_its_status(self) -> None:
        village = Village({}, base={**FREE, SPEC: UNSAID})
        new = "docs/specs/009-renamed.md"
        village.push({SPEC: None, new: UNSAID + "\nMore.\n"}, {SPEC: new})
        village.landed(SPEC, "spec: approved")
        village.run()
        assert village.label_now == "approved"

    def test_what_was_merged_keeps_its_status(self) -> None:
        village = Village({SPEC: UNSAID + "\nMore.\n"}, base={**FREE, SPEC: UNSAID})
        village.landed(SPEC, "spec: approved")
        village.run()
        assert village.label_now == "approved"


class TestApprovals:
    ACCEPTED = WHOLE.replace("Draft", "Accepted")

    def test_an_owner_has_to_agree(self) -> None:
        village = Village({SPEC: self.ACCEPTED}, base=OWNERS)
        assert [f.rule for f in village.run().hearing.findings] == ["missing-approval"]
        assert village.conclusion == "failure"
        village.reviews("cid")
        assert village.run().hearing.has_errors
        assert "cid is not among the approvers" in said(village)
        village.reviews("bob")
        village.run()
        assert village.conclusion == "success"

    def test_an_approval_is_for_a_text(self) -> None:
        village = Village({SPEC: self.ACCEPTED}, base=OWNERS)
        village.run()
        village.reviews("bob")
        village.run()
        village.push({SPEC: self.ACCEPTED.replace("a field", "A field")})
        village.push(
            {SPEC: self.ACCEPTED.replace("An index", "Two indices").replace("index", "file")}
        )
        assert [f.rule for f in village.run().hearing.findings] == ["edited-after-approval"]
        assert "“Design” was changed" in said(village)

    def test_a_new_line_break_keeps_it(self) -> None:
        village = Village({SPEC: self.ACCEPTED}, base=OWNERS)
        village.reviews("bob")
        village.push(
            {SPEC: self.ACCEPTED.replace("hand.", "\nhand.").replace("by \nhand", "by\nhand")}
        )
        assert not village.run().hearing.has_errors

    def test_the_author_never_counts_and_a_veto_stands(self) -> None:
        village = Village({SPEC: self.ACCEPTED}, base={"CODEOWNERS": "* @bob @ann\n"})
        village.reviews("ann")
        assert village.run().hearing.has_errors
        village.reviews("bob")
        assert not village.run().hearing.has_errors
        village.reviews("cid", "changes_requested")
        assert village.run().hearing.has_errors
        village.reviews("cid", "dismissed")
        assert not village.run().hearing.has_errors

    def test_what_is_merged_and_changed_needs_them_anew(self) -> None:
        base = {**OWNERS, SPEC: self.ACCEPTED}
        village = Village({SPEC: self.ACCEPTED.replace("index", "tree")}, base=base)
        assert [f.rule for f in village.run().hearing.findings] == ["edited-after-approval"]
        village.push({SPEC: self.ACCEPTED.replace("looks parcels", "looks  parcels")})
        assert not village.run().hearing.has_errors


class TestCommands:
    def test_status_is_a_request(self) -> None:
        village = Village({SPEC: WHOLE})
        told = village.says("cid", "/spec status accepted")
        village.settle()
        assert village.reactions(told) == {"+1"}
        assert "- **Status:** Accepted" in village.state.remarks[0].body

    def test_a_refused_one_says_why(self) -> None:
        village = Village({SPEC: ASKING})
        told = village.says("cid", "/spec status accepted")
        village.settle()
        assert village.reactions(told) == {"-1"}
        assert "once no question is open" in said(village)

    def test_an_approval_is_of_what_was_there_to_see(self) -> None:
        accepted = TestApprovals.ACCEPTED
        village = Village({SPEC: accepted}, base=OWNERS)
        village.run()
        told = village.says("bob", "/spec approve")
        village.settle()
        assert village.reactions(told) == {"+1"}
        assert village.conclusion == "success"
        village.push({SPEC: accepted.replace("index", "tree")})
        village.says("bob", "/spec approve")
        village.run()
        assert village.conclusion == "failure"  # that of the old head: the new one was not judged
        village.says("bob", "/spec approve")
        village.run()
        assert village.conclusion == "success"

    def test_a_waiver_of_nothing_is_none(self) -> None:
        village = Village({SPEC: WHOLE})
        told = village.says("bob", '/spec waive missing-section "Alternativs": a slip')
        village.settle()
        assert village.reactions(told) == {"-1"}
        assert "goes by that name" in said(village)

    def test_who_cannot_count_is_told_at_once(self) -> None:
        village = Village({SPEC: WHOLE}, base=OWNERS)
        village.run()
        told = village.says("cid", "/spec approve")
        village.settle()
        assert village.reactions(told) == {"-1"}

    def test_a_waiver_lives_in_the_comment(self) -> None:
        bare = WHOLE.replace("A field, and an index behind it.\n", "")
        village = Village({SPEC: bare})
        village.run()
        told = village.says("bob", "/spec waive empty-section Design: there is none yet")
        assert village.settle() == 1
        assert village.reactions(told) == {"+1"}
        assert village.conclusion == "success"
        assert "there is none yet" in said(village)

    def test_the_author_alone_waives_nothing(self) -> None:
        bare = WHOLE.replace("A field, and an index behind it.\n", "")
        village = Village({SPEC: bare})
        told = village.says("ann", "/spec waive empty-section: later")
        village.settle()
        assert village.reactions(told) == {"-1"}
        assert village.conclusion == "failure"

    @pytest.mark.parametrize(
        ("body", "reaction"),
        [("/spec help", "eyes"), ("/spec check", "eyes"), ("/spec aprove", "confused")],
    )
    def test_an_answer_is_a_reaction(self, body: str, reaction: str) -> None:
        village = Village({SPEC: WHOLE})
        told = village.says("eve", body)
        assert village.settle() == 1
        assert village.reactions(told) == {reaction}

    def test_what_was_edited_is_no_command(self) -> None:
        village = Village({SPEC: WHOLE})
        told = village.says("cid", "/spec status accepted", is_edited=True)
        village.settle()
        assert village.reactions(told) == set()
        assert village.run().hearing.request is None


class TestTampering:
    """Whoever may write may change or delete the Steward's comment: it grants nobody anything."""

    def test_an_approval_does_not_move_to_a_later_text(self) -> None:
        accepted = TestApprovals.ACCEPTED
        village = Village({SPEC: accepted}, base=OWNERS)
        village.run()
        village.says("bob", "/spec approve")
        village.run()
        assert village.conclusion == "success"
        village.push({SPEC: accepted.replace("index", "tree")})
        comments = tuple(c for c in village.state.comments if not c.mine)
        village.door.change_pull(village.number, comments=comments)
        village.run()
        assert village.conclusion == "failure"
        assert "bob approved a commit that is gone" in said(village)

    def test_nor_where_it_was_not_answered_yet(self) -> None:
        accepted = TestApprovals.ACCEPTED
        village = Village({SPEC: accepted}, base=OWNERS)
        village.run()
        told = village.says("bob", "/spec approve")
        village.push({SPEC: accepted.replace("index", "tree")})
        comments = tuple(c for c in village.state.comments if not c.mine)
        village.door.change_pull(village.number, comments=comments)
        village.settle()
        assert village.conclusion == "failure"
        assert village.reactions(told) == {"-1"}
        assert "look at the specs and approve again" in said(village)

    def test_what_somebody_else_wrote_into_it_is_not_remembered(self) -> None:
        village = Village({SPEC: UNSAID}, base=FREE)
        village.run()
        body = village.comment.body.replace(" -->", f" words={mark_of('done')}:{key_of(SPEC)} -->")
        forged = replace(village.comment, body=body, editor=Person("ann"))
        assert forged.body != village.comment.body
        others = tuple(c for c in village.state.comments if not c.mine)
        village.door.change_pull(village.number, comments=(*others, forged))
        village.settle()
        assert village.label_now == "draft"
        assert mark_of("done") not in said(village)


class TestQueue:
    """A merge queue's commit is judged with what people have said of its pull request."""

    def queue(self, village: Village) -> str:
        return self.judged(village, village.number)

    def judged(self, village: Village, number: int) -> str:
        state = village.state
        village.door.changed[0] = village.door.changed[village.number]
        queued = Queued(state.pull.head, state.pull.base, "main", number)
        return attend_queue(village.door, queued, SETUP).hearing.verdict.value

    def test_approvals_count_there_too(self) -> None:
        village = Village({SPEC: TestApprovals.ACCEPTED}, base=OWNERS)
        village.run()
        assert self.queue(village) == "fail"
        village.reviews("bob")
        village.run()
        assert self.queue(village) == "pass"

    def test_and_waivers(self) -> None:
        bare = WHOLE.replace("A field, and an index behind it.\n", "")
        village = Village({SPEC: bare})
        village.run()
        assert self.queue(village) == "fail"
        village.says("bob", "/spec waive empty-section Design: there is none yet")
        village.run()
        assert self.queue(village) == "pass"

    def test_where_nothing_tells_the_pull_request_nobody_is_asked(self) -> None:
        village = Village({SPEC: TestApprovals.ACCEPTED}, base=OWNERS)
        assert self.judged(village, 0) == "pass"


SPEC_OF_GUIDE, GUIDE = "docs/specs/FEAT-012-windows.md", "docs/guides/FEAT-012-guide.md"
GUIDE_TEXT = shipped("examples", "implementation-guide.md").read_text("utf-8")
WITH_SPEC = {
    "docs/specs/FEATURE-TEMPLATE.md": shipped("specs", "feature-spec.md").read_text("utf-8"),
    SPEC_OF_GUIDE: shipped("examples", "feature-spec.md").read_text("utf-8"),
}


class TestGuide:
    """A guide has no status of its own: it has that of the spec that it implements."""

    def test_it_starts_where_its_spec_stands(self) -> None:
        village = Village({GUIDE: GUIDE_TEXT}, base=WITH_SPEC)
        village.landed(SPEC_OF_GUIDE, "spec: approved")
        village.run()
        assert village.label_now == "approved"

    def test_without_one_it_is_a_draft(self) -> None:
        village = Village({GUIDE: GUIDE_TEXT}, base=WITH_SPEC)
        village.run()
        assert village.label_now == "draft"

    def test_its_own_label_goes_over_that_of_the_spec(self) -> None:
        base = {**WITH_SPEC, GUIDE: GUIDE_TEXT}
        village = Village({GUIDE: f"{GUIDE_TEXT}\nMore.\n"}, base=base)
        village.landed(SPEC_OF_GUIDE, "spec: approved")
        village.landed(GUIDE, "spec: review")
        village.run()
        assert village.label_now == "review"


def test_another_account_of_its_own_asks_for_nothing() -> None:
    """With another token the Steward is somebody else, and its former self a bot like any."""
    new = "docs/specs/002-new.md"
    village = Village({SPEC: WHOLE, new: WHOLE.replace("Draft", "Review")})
    village.run()
    former = tuple(replace(each, mine=False) for each in village.state.comments)
    village.door.change_pull(village.number, me="app[bot]", comments=former)
    found = village.run()
    assert found.hearing.request is None
    assert "asked for" not in found.comment
    village.labels("steward[bot]", "review")
    assert "asked for" in village.run().comment
