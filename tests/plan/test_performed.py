"""What a run has done counts as standing for that run, also where what shows it lags behind."""

from dataclasses import replace

import pytest

from bot.model.issue import Issue
from bot.model.pull import Check, Label, PullState, Status
from bot.plan import actions as a
from bot.plan.converge import Known, converge
from bot.plan.desired import (
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    PullWish,
    StatusWish,
)
from bot.plan.difference import difference
from bot.plan.known import with_created
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from bot.plan.performed import with_deeds
from tests.forge.memory import ME, PULL, Memory
from tests.plan.worlds import issue_body, suggestion

BODY = write_marker("comment", {})
DRAFT = Label("spec: draft", "ededed", "Being written")
CHECK = CheckWish("spec-steward", PULL.head, "success", "t", "s")
STATUS = StatusWish("spec-steward", PULL.head, "success", "d")
WISH = PullWish(1, CommentWish(BODY), LabelWish("spec: ", DRAFT), CHECK, STATUS, (suggestion("a"),))
BARE = PullState(PULL, ME.login, labels=("Spec: Done", "bug"))


def _memory() -> Memory:
    return Memory(pulls={1: BARE})


@pytest.mark.parametrize("lagging", ["checks", "statuses", "labels", "known_labels"])
@pytest.mark.parametrize("looks", [1, 2, 9])
def test_nothing_is_written_twice_where_what_shows_it_lags(lagging: str, looks: int) -> None:
    memory = _memory()
    seen: list[Observed] = []

    def look() -> Observed:
        seen.append(memory.observe(1))
        now, then = seen[-1].pull, seen[max(0, len(seen) - 1 - looks)].pull
        assert now
        return Observed(replace(now, **{lagging: getattr(then, lagging)}))

    outcome = converge(Desired(WISH), look, memory.perform, look())
    assert [action.kind for action in outcome.done] == [
        *("create-label", "add-label", "remove-label", "create-comment"),
        *("set-status", "write-check", "suggest"),
    ]
    assert outcome.left == ()
    assert difference(Desired(WISH), memory.observe(1)) == ()


def test_what_somebody_changes_in_between_is_for_the_next_run() -> None:
    memory = _memory()

    def perform(action: a.Action, known: Known) -> None:
        memory.perform(action, known)
        if isinstance(action, a.CreateComment):
            memory.change_pull(1, labels=("spec: done",))

    def run() -> None:
        converge(Desired(WISH), lambda: memory.observe(1), perform, memory.observe(1))

    run()
    assert memory.pulls[1].labels == ("spec: done",)
    run()
    assert memory.pulls[1].labels == ("spec: draft",)


def test_the_last_of_several_deeds_counts() -> None:
    deeds = (
        a.AddLabel(1, "spec: draft"),
        a.AddLabel(1, "SPEC: DRAFT"),
        a.RemoveLabel(1, "BUG"),
        a.RemoveLabel(2, "spec: done"),
        a.CreateLabel(DRAFT),
        a.CreateLabel(DRAFT),
        a.WriteCheck(CHECK),
        a.SetStatus(STATUS),
        a.SetStatus(replace(STATUS, state="failure")),
    )
    found = with_deeds(replace(BARE, checks=(Check(7, "other", None, "", "x"),)), deeds)
    assert found.labels == ("Spec: Done", "spec: draft")
    assert found.known_labels == (DRAFT,)
    assert found.checks[1] == Check(8, "spec-steward", "success", CHECK.digest, "")
    assert found.statuses == (Status("spec-steward", "failure", "d", ""),)


def test_what_was_said_of_another_commit_is_not_said_of_this_one() -> None:
    deeds = (a.WriteCheck(replace(CHECK, head="c")), a.SetStatus(replace(STATUS, head="c")))
    assert with_deeds(BARE, deeds) == BARE


def test_a_comment_is_as_it_was_left() -> None:
    memory, known = _memory(), Known()
    memory.perform(a.CreateComment(1, BODY), known)
    memory.perform(a.CreateComment(1, "else"), known)
    state = memory.pulls[1]
    first, other = state.comments
    updated = with_deeds(state, (a.UpdateComment(1, first.id, BODY, "new"),))
    assert updated.comments == (replace(first, body="new"), other)
    folded = with_deeds(state, (a.MinimiseComment(1, first.id, first.node),))
    assert folded.comments == (replace(first, hidden=True), other)
    assert with_deeds(folded, (a.UnminimiseComment(1, first.id, first.node),)) == state
    assert with_deeds(state, (a.DeleteComment(1, first.id, BODY),)).comments == (other,)
    deeds = (a.React(1, other.id, "eyes"), a.React(1, other.id, "+1"), a.React(1, 999, "+1"))
    answered = replace(other, reactions=frozenset({"eyes", "+1"}))
    assert with_deeds(state, deeds).comments == (first, answered)


def test_an_issue_that_has_got_its_label_bears_it() -> None:
    issue = Issue(id=1, number=5, title="a", body=issue_body("a"), mine=True)
    wish = IssueWish("a", "a", issue.body, labels=("work",))
    stale = Observed(issues=(issue,))
    done = (a.AddLabel(5, "work", way="issues"),)
    assert difference(Desired(issues=(wish,)), with_created(stale, done, Known())) == ()
