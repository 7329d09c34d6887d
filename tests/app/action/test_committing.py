"""A granted status that the Steward commits itself, where the configuration says so."""

from dataclasses import replace

import pytest

from bot.app.action.telling import notes_of
from bot.forge.door import FileName
from bot.model.pull import PullState
from bot.plan.actions import Action, EditFile
from bot.plan.known import Known
from bot.plan.outcome import DoubtfulError, UnclearError
from tests.app.action.people import Village
from tests.app.action.test_lifecycle import ASKING, FREE, UNSAID, said
from tests.app.action.town import SPEC, WHOLE

COMMITS = {".github/spec-steward.yml": "status: {commit: true}\n"}
OTHER = "docs/specs/002-labels.md"
ACCEPTED = WHOLE.replace("Draft", "Accepted")


def village(text: str = WHOLE, word: str = "accepted") -> Village:
    """Make one in which cid has asked for a status, and nothing was done yet."""
    found = Village({SPEC: text}, base=COMMITS)
    found.run()
    found.labels("cid", word)
    return found


def text_now(found: Village, path: str = SPEC) -> str:
    data = found.door.texts[FileName(found.state.pull.head, path)].data
    assert data is not None
    return data.decode()


def notes(found: Village) -> list[str]:
    return list(notes_of(found.run(), is_dry=False))


class TestGranted:
    def test_the_document_says_it_and_so_does_the_label(self) -> None:
        found = village()
        attended = found.run()
        first = attended.plan[0]
        assert isinstance(first, EditFile)
        assert (first.branch, first.path) == ("spec", SPEC)
        assert first.message == "Set the status to accepted\n\nAsked for by cid."
        assert text_now(found) == ACCEPTED
        assert found.label_now == "accepted"
        assert attended.hearing.request is None
        assert found.state.checks[-1].conclusion == "success"
        assert found.state.remarks == ()
        assert found.settle() == 0

    def test_by_command_it_is_answered(self) -> None:
        found = Village({SPEC: WHOLE}, base=COMMITS)
        told = found.says("cid", "/spec status accepted")
        assert found.settle() == 1
        assert text_now(found) == ACCEPTED
        assert found.reactions(told) == {"+1"}

    def test_line_ends_and_marks_stay(self) -> None:
        found = Village({SPEC: "\ufeff" + WHOLE.replace("\n", "\r\n")}, base=COMMITS)
        found.labels("cid", "accepted")
        found.settle()
        assert text_now(found) == "\ufeff" + ACCEPTED.replace("\n", "\r\n")

    def test_several_documents_are_a_commit_each(self) -> None:
        found = Village({SPEC: WHOLE, OTHER: WHOLE.replace("search", "labels")}, base=COMMITS)
        found.labels("cid", "accepted")
        kinds = [action.kind for action in found.run().plan]
        assert kinds[:3] == ["edit-file", "edit-file", "create-comment"]
        assert text_now(found) == ACCEPTED
        assert "**Status:** Accepted" in text_now(found, OTHER)
        assert found.settle() == 0

    def test_who_takes_it_back_is_not_overruled(self) -> None:
        found = village()
        found.settle()
        found.push({SPEC: WHOLE.replace("A field", "One field")})
        found.settle()
        assert found.label_now == "draft"
        assert "edit-file" not in found.kinds

    def test_without_a_place_for_it_there_is_nothing_to_commit(self) -> None:
        found = Village({SPEC: UNSAID}, base={**COMMITS, **FREE})
        found.labels("cid", "approved")
        assert found.settle() == 1
        assert text_now(found) == UNSAID
        assert found.label_now == "approved"

    def test_a_dry_run_says_it_first(self) -> None:
        found = village()
        kinds = [action.kind for action in found.run(is_dry=True).plan]
        assert kinds[0] == "edit-file"
        assert text_now(found) == WHOLE


class TestNot:
    def test_a_refused_request(self) -> None:
        found = village(ASKING)
        found.settle()
        assert text_now(found) == ASKING
        assert "once no question is open" in said(found)
        assert notes(found) == []

    @pytest.mark.parametrize("repository", ["eve/widgets", None])
    def test_in_a_fork(self, repository: str | None) -> None:
        found = village()
        found.change(is_fork=True, head_repository=repository)
        assert found.settle() == 1
        assert text_now(found) == WHOLE
        assert "- **Status:** Accepted" in found.state.remarks[0].body
        (note,) = notes(found)
        assert note.startswith("No commit sets the status: the branch is in a fork, which")

    def test_with_the_workflows_own_token(self) -> None:
        found = village()
        found.door.change_pull(found.number, me="github-actions[bot]")
        (note,) = notes(found)
        assert text_now(found) == WHOLE
        assert "- **Status:** Accepted" in found.state.remarks[0].body
        assert "would start no checks; give the Action the `token` of an App" in note

    def test_where_nothing_is_asked_for_nothing_is_said(self) -> None:
        found = Village({SPEC: WHOLE}, base=COMMITS)
        found.change(is_fork=True)
        assert notes(found) == []

    def test_on_what_is_merged(self) -> None:
        found = village()
        found.merge()
        assert notes(found) == []
        assert text_now(found) == WHOLE

    def test_where_no_single_line_does_it(self) -> None:
        twice = WHOLE.replace("Draft\n", "Draft\n- **Status:** Draft\n", 1)
        found = village(twice, "review")
        found.settle()
        assert text_now(found) == twice
        assert "edit-file" not in found.kinds


class TestInBetween:
    def test_where_it_is_refused_the_editor_is_left(self) -> None:
        found = village()
        found.door.refusing = {"contents"}
        told = [*notes_of(found.run(), is_dry=False)]
        assert "GitHub refused the commit that sets the status" in told[0]
        assert "`permissions: {contents: write}`" in told[0]
        assert found.label_now == "draft"
        assert "/edit/spec/" in said(found)
        assert found.state.remarks == ()
        assert found.settle() == 0

    def test_a_push_in_between_is_judged(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = village()
        perform, changed = found.door.perform, ASKING

        def late(action: Action, known: Known) -> None:
            if isinstance(action, EditFile) and text_now(found) == WHOLE:
                found.push({SPEC: changed})
            perform(action, known)

        monkeypatch.setattr(found.door, "perform", late)
        found.settle()
        assert text_now(found) == ASKING
        assert found.label_now == "draft"
        assert "once no question is open" in said(found)

    @pytest.mark.parametrize("is_done", [False, True])
    def test_an_answer_that_stays_out(self, is_done: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        found = village()
        perform, lost = found.door.perform, [True]

        def vague(action: Action, known: Known) -> None:
            if isinstance(action, EditFile) and lost:
                if is_done:
                    perform(action, Known())
                lost.clear()
                raise UnclearError
            perform(action, known)

        monkeypatch.setattr(found.door, "perform", vague)
        found.run()
        assert text_now(found) == ACCEPTED
        assert found.label_now == "accepted"
        assert found.settle() == 0

    def test_a_head_that_is_told_late(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = village()
        first, pull = found.state.pull.head, found.door.pull

        def stale(number: int) -> PullState:
            state = pull(number)
            return replace(state, pull=replace(state.pull, head=first))

        monkeypatch.setattr(found.door, "pull", stale)
        attended = found.run()
        assert [action.kind for action in attended.plan].count("edit-file") == 1
        assert attended.refused == ()
        assert attended.hearing.pull.head == found.state.pull.head != first
        assert found.label_now == "accepted"
        monkeypatch.undo()
        assert found.settle() == 0

    def test_rules_told_as_a_conflict(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = village()
        perform = found.door.perform

        def ruled(action: Action, known: Known) -> None:
            if isinstance(action, EditFile):
                what = "Repository rule violations found"
                raise DoubtfulError(what, 409)
            perform(action, known)

        monkeypatch.setattr(found.door, "perform", ruled)
        (note,) = notes_of(found.run(), is_dry=False)
        assert note == (
            "GitHub refused the commit that sets the status: Repository rule violations found."
        )
        assert found.label_now == "draft"
        assert found.settle() == 0
