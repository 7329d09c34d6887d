"""Document, label, request: each row of what may come together."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from bot.lifecycle.asked import Asked
from bot.lifecycle.reconcile import reconcile
from bot.lifecycle.remembered import Remembered
from bot.lifecycle.settled import Settled
from bot.lifecycle.subject import Subject
from bot.model.pull import Person
from bot.model.role import Role
from bot.model.stage import Stage
from bot.schema.words import STAGE_OF

ROLES = {"ann": Role.WRITE, "eve": Role.READ}
AT = "2026-01-02T03:04:05Z"


def stated(word: str | None, path: str = "a.md", needs: str = "", *words: str) -> Subject:
    known: dict[str, Stage | None] = {w: STAGE_OF[w] for w in words} if words else {**STAGE_OF}
    stage = STAGE_OF.get(word or "")
    return Subject(path, word, stage, known, shut(needs), before=word)


def free(needs: str = "", before: str | None = None, path: str = "f.md") -> Subject:
    return Subject(path, None, None, {**STAGE_OF}, shut(needs), is_stated=False, before=before)


def shut(needs: str) -> Callable[[str, Stage], str]:
    """Read ``approved: a question is closed`` as what keeps a spec out from there on."""
    at, _, said = needs.partition(": ")
    return lambda _, stage: said if at and stage.rank >= Stage(at).rank else ""


def asked(word: str, by: str | None = "ann", at: str = AT) -> Asked:
    return Asked(word, Person(by, by.endswith("[bot]")) if by else None, at)


def settle(*specs: Subject, ask: Asked | None = None, memory: Remembered | None = None) -> Settled:
    requests = (ask,) if ask else ()
    return reconcile(specs, requests, lambda login: ROLES[login], memory or Remembered())


def word(settled: Settled) -> str:
    """Give the status of the one spec that states none."""
    (found,) = settled.words.values()
    return found


def refusal(settled: Settled) -> str:
    request = settled.request or settled.turned
    assert request is not None
    return request.refusal


class TestStated:
    def test_nothing_asked_is_nothing_to_do(self) -> None:
        assert settle(stated("draft")) == Settled({}, Remembered())

    def test_a_granted_request_asks_for_an_edit(self) -> None:
        found = settle(stated("draft"), ask=asked("Approved"))
        assert (found.follow, refusal(found)) == ((("a.md", "approved"),), "")

    def test_the_word_is_written_as_the_vocabulary_has_it(self) -> None:
        spec = Subject("a.md", "draft", Stage.DRAFTING, {"in review": Stage.REVIEWING}, shut(""))
        assert settle(spec, ask=asked("in-review")).follow == (("a.md", "in review"),)

    @pytest.mark.parametrize(
        ("by", "said"),
        [
            ("eve", "it takes write access to ask for a status: ask somebody who has it to set"),
            ("b[bot]", "a bot set it, and only people may ask for a status: set it yourself"),
            (None, "nobody can tell who set it: set it again"),
        ],
    )
    def test_who_may_not(self, by: str | None, said: str) -> None:
        found = settle(stated("draft"), ask=asked("approved", by))
        assert refusal(found).startswith(said)
        assert found.follow == ()

    def test_a_word_that_the_template_does_not_have(self) -> None:
        found = settle(stated("draft", "a.md", "", "draft", "accepted"), ask=asked("final"))
        assert refusal(found) == "“a.md” has no such status: ask for “draft”, “accepted”"

    def test_of_many_words_one_for_each_stage_is_named(self) -> None:
        known: dict[str, Stage | None] = {"ours": None, **STAGE_OF}
        spec = Subject("a.md", "draft", Stage.DRAFTING, known, shut(""))
        assert refusal(settle(spec, ask=asked("ours"))).endswith(
            "ask for “draft”, “review”, “approved”, “implementing”, “implemented”, “rejected”"
        )

    def test_gates(self) -> None:
        found = settle(stated("draft", "a.md", "approved: no question is open"), ask=asked("done"))
        assert refusal(found) == "it may be “done” once no question is open"

    def test_it_is_so_already(self) -> None:
        assert settle(stated("approved"), ask=asked("approved")).request is None

    def test_a_document_that_has_moved_on_ends_the_request(self) -> None:
        first = settle(stated("draft"), ask=asked("approved"))
        assert first.request is not None
        later = settle(stated("review"), ask=asked("approved"), memory=first.remembered)
        assert later.request is None

    def test_of_several_documents_one_follows_and_the_others_are_waited_for(self) -> None:
        ask = asked("approved")
        first = settle(stated("draft"), stated("draft", "b.md"), ask=ask)
        assert [path for path, _ in first.follow] == ["a.md", "b.md"]
        specs = (stated("approved"), stated("draft", "b.md"))
        second = settle(*specs, ask=ask, memory=first.remembered)
        assert [path for path, _ in second.follow] == ["b.md"]
        back = (stated("draft"), stated("draft", "b.md"))
        assert settle(*back, ask=ask, memory=second.remembered).request is None

    def test_a_request_is_about_the_documents_that_were_there(self) -> None:
        ask = asked("approved")
        first = settle(stated("draft"), ask=ask)
        more = (stated("draft"), stated("draft", "b.md"))
        later = settle(*more, ask=ask, memory=first.remembered)
        assert later.request is None
        assert settle(stated("draft"), ask=ask, memory=later.remembered).request is None

    def test_a_document_that_is_taken_out_leaves_the_request_to_the_others(self) -> None:
        ask = asked("approved")
        first = settle(stated("draft"), stated("draft", "b.md"), ask=ask)
        assert settle(stated("draft"), ask=ask, memory=first.remembered).request is not None

    @pytest.mark.parametrize("meanwhile", ["approved", "review"])
    def test_one_that_is_over_does_not_revive(self, meanwhile: str) -> None:
        request = asked("approved")
        first = settle(stated("draft"), ask=request)
        over = settle(stated(meanwhile), ask=request, memory=first.remembered)
        again = settle(stated("draft"), ask=request, memory=over.remembered)
        assert (again.request, again.follow) == (None, ())
        newer = asked("approved", at="2026-01-02T03:05:05Z")
        assert settle(stated("draft"), ask=newer, memory=again.remembered).request is not None

    @pytest.mark.parametrize("word", [None, "wurst"])
    def test_a_status_that_nobody_can_read_for_a_while_ends_nothing(self, word: str | None) -> None:
        first = settle(stated("draft"), ask=asked("approved"))
        gone = replace(stated(word), before="draft")
        found = settle(gone, ask=asked("approved"), memory=first.remembered)
        assert found.follow == (("a.md", "approved"),)

    def test_one_that_was_turned_down_is_told_of_as_long(self) -> None:
        first = settle(stated("draft"), ask=asked("approved", "eve"))
        assert first.turned is not None
        assert first.request is None
        later = settle(stated("review"), ask=asked("approved", "eve"), memory=first.remembered)
        assert later.turned is None
        again = settle(stated("draft"), ask=asked("approved", "eve"), memory=later.remembered)
        assert again.turned is None

    def test_a_newer_request_is_one_of_its_own(self) -> None:
        first = settle(stated("draft"), ask=asked("approved"))
        newer = asked("approved", at="2026-01-02T03:05:05Z")
        assert settle(stated("review"), ask=newer, memory=first.remembered).request is not None

    def test_a_document_without_a_status_is_a_draft(self) -> None:
        assert settle(stated(None), ask=asked("draft")).request is None
        assert settle(stated(None), ask=asked("review")).follow == (("a.md", "review"),)


class TestSeveral:
    def test_those_behind_are_meant(self) -> None:
        found = settle(stated("draft"), stated("approved", "b.md"), ask=asked("approved"))
        assert found.follow == (("a.md", "approved"),)

    def test_back_is_meant_for_all_if_none_is_behind(self) -> None:
        found = settle(stated("approved"), stated("done", "b.md"), ask=asked("draft"))
        assert [path for path, _ in found.follow] == ["a.md", "b.md"]

    def test_the_least_advanced_is_there_already(self) -> None:
        assert settle(stated("draft"), stated("done", "b.md"), ask=asked("draft")).request is None

    def test_what_one_lacks_holds_all_back(self) -> None:
        two = (stated("draft"), stated("draft", "b.md", "approved: no question is open"))
        assert refusal(settle(*two, ask=asked("approved"))) == (
            "“b.md” may be “approved” once no question is open"
        )
        three = (*two, stated("draft", "c.md", "approved: it is written"))
        assert refusal(settle(*three, ask=asked("approved"))).endswith(
            "; 1 more of the specs lack something too"
        )

    def test_a_word_that_one_of_them_lacks_is_refused_for_all(self) -> None:
        two = (stated("draft"), stated("draft", "b.md", "", "draft", "accepted"))
        assert refusal(settle(*two, ask=asked("approved"))).startswith("“b.md” has no such status")


class TestByLabel:
    def test_it_begins_as_a_draft_or_as_the_base_has_it(self) -> None:
        assert word(settle(free())) == "draft"
        assert word(settle(free(before="approved"))) == "approved"

    def test_a_granted_request_is_the_status(self) -> None:
        found = settle(free(), ask=asked("Approved"))
        assert (word(found), found.request, found.follow) == ("approved", None, ())
        after = settle(free(), ask=asked("approved", "nobody"), memory=found.remembered)
        assert after == replace_memory(found)  # who asked is not looked up a second time

    def test_a_refused_one_leaves_it_as_it_was(self) -> None:
        review = settle(free(), ask=asked("review")).remembered
        spec = free("approved: no question is open")
        found = settle(spec, ask=asked("approved", at="2026-01-02T03:05:05Z"), memory=review)
        assert (word(found), refusal(found)) == (
            "review",
            "it may be “approved” once no question is open",
        )

    def test_what_it_lacks_by_now_takes_it_back_and_mending_it_brings_it_on(self) -> None:
        granted = settle(free(), ask=asked("approved")).remembered
        spec = free("approved: no question is open")
        fallen = settle(spec, ask=asked("approved"), memory=granted)
        assert (word(fallen), fallen.fell) == (
            "review",
            "it may be “approved” again once no question is open",
        )
        assert word(settle(free(), ask=asked("approved"), memory=fallen.remembered)) == "approved"

    def test_who_asks_for_what_it_fell_to_wants_no_more(self) -> None:
        granted = settle(free(), ask=asked("approved")).remembered
        spec, at = free("approved: no question is open"), "2026-01-02T03:05:05Z"
        less = settle(spec, ask=asked("review", at=at), memory=granted)
        assert (word(less), less.fell) == ("review", "")
        assert word(settle(free(), ask=asked("review", at=at), memory=less.remembered)) == "review"
        other = settle(spec, ask=asked("review", "eve", at), memory=granted)
        assert other.fell
        assert word(settle(free(), memory=other.remembered)) == "approved"

    def test_what_it_lacks_is_told_once(self) -> None:
        granted = settle(free(), ask=asked("approved")).remembered
        spec = free("approved: no question is open")
        fallen = settle(spec, ask=asked("approved"), memory=granted)
        assert fallen.request is None
        assert settle(spec, ask=asked("approved"), memory=fallen.remembered) == fallen

    def test_it_falls_no_further_than_it_has_to(self) -> None:
        granted = settle(free(), ask=asked("approved")).remembered
        assert word(settle(free("reviewing: it is written"), memory=granted)) == "draft"

    def test_each_has_a_status_of_its_own(self) -> None:
        merged, new = free(before="approved"), free(path="new.md")
        found = settle(merged, new)
        assert found.words == {"f.md": "approved", "new.md": "draft"}
        found = settle(merged, new, ask=asked("review"), memory=found.remembered)
        assert found.words == {"f.md": "approved", "new.md": "review"}
        shut = free("approved: no question is open", before="approved")
        found = settle(shut, new, ask=asked("review"), memory=found.remembered)
        assert found.words == {"f.md": "review", "new.md": "review"}

    def test_with_a_document_beside_it(self) -> None:
        found = settle(free(), stated("draft"), ask=asked("approved"))
        assert (word(found), found.follow) == ("approved", (("a.md", "approved"),))


class TestTransitions:
    """What is configured is draft → accepted → done, by which nothing may be passed over."""

    LISTED = MappingProxyType({"draft": "accepted", "accepted": "done"})
    LATER = "2026-01-02T03:05:05Z"

    def spec(self, before: str | None = None) -> Subject:
        return replace(free(before=before), detour=self._detour)

    def _detour(self, start: str, word: str, _stage: Stage) -> str:
        return "" if self.LISTED.get(start) == word else f"from {start} elsewhere"

    def test_a_new_spec_starts_as_a_draft(self) -> None:
        found = settle(self.spec(), ask=asked("done"))
        assert (word(found), refusal(found)) == (
            "draft",
            "the configuration keeps it from “done”: from draft elsewhere",
        )
        assert found.request is not None
        assert not found.request.is_waiting

    def test_it_goes_on_from_what_it_was_granted_step_by_step(self) -> None:
        one = settle(self.spec(), ask=asked("accepted"))
        assert word(one) == "accepted"
        again = settle(self.spec(), ask=asked("accepted"), memory=one.remembered)
        assert (word(again), again.request) == ("accepted", None)
        two = settle(self.spec(), ask=asked("done", at=self.LATER), memory=one.remembered)
        assert (word(two), two.request) == ("done", None)

    def test_what_was_merged_goes_on_from_what_it_was_merged_as(self) -> None:
        one = settle(self.spec("draft"), ask=asked("accepted"))
        two = settle(self.spec("draft"), ask=asked("done", at=self.LATER), memory=one.remembered)
        assert (word(two), refusal(two)) == (
            "accepted",
            "the configuration keeps it from “done”: from draft elsewhere",
        )

    def test_a_status_that_falls_goes_wherever_it_has_to(self) -> None:
        granted = settle(self.spec(), ask=asked("accepted")).remembered
        spec = replace(free("approved: no question is open"), detour=self._detour)
        assert word(settle(spec, memory=granted)) == "review"


class TestUnread:
    UNREAD = replace(stated(None, "b.md", "drafting: it can be read"), before="done", is_read=False)

    def test_it_holds_back_what_is_asked_for_all(self) -> None:
        found = settle(stated("draft"), self.UNREAD, ask=asked("approved"))
        assert refusal(found) == "“b.md” may be “approved” once it can be read"
        assert found.follow == ()

    def test_nothing_is_over_while_nobody_can_tell(self) -> None:
        first = settle(stated("review", "b.md"), ask=asked("approved"))
        unread = settle(self.UNREAD, ask=asked("approved"), memory=first.remembered)
        assert refusal(unread) == "it may be “approved” once it can be read"
        again = settle(stated("review", "b.md"), ask=asked("approved"), memory=unread.remembered)
        assert again.follow == (("b.md", "approved"),)

    def test_what_it_was_granted_returns(self) -> None:
        granted = settle(free(), ask=asked("approved")).remembered
        unread = replace(free("drafting: it can be read"), is_read=False)
        found = settle(unread, memory=granted)
        assert (word(found), found.fell) == (
            "draft",
            "it may be “approved” again once it can be read",
        )
        assert word(settle(free(), memory=found.remembered)) == "approved"


def replace_memory(settled: Settled) -> Settled:
    return Settled(settled.words, settled.remembered)  # nothing is left to do about it
