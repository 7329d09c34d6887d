"""What a run has created counts as standing, also where what lists it lags behind."""

from collections.abc import Callable

import pytest

from bot.model.pull import PullState
from bot.plan.actions import Action, ClosePullRequest, DeleteComment
from bot.plan.converge import Known, UnclearError, converge
from bot.plan.desired import CommentWish, Desired, IssueWish, PullWish, SyncWish
from bot.plan.difference import difference
from bot.plan.known import with_created
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from tests.forge.memory import ME, PULL, Memory
from tests.plan.worlds import edit, issue_body

BODY = write_marker("comment", {})
COMMENT = Desired(PullWish(1, CommentWish(BODY)))
ISSUES = Desired(issues=tuple(IssueWish(key, key, issue_body(key)) for key in "ab"))
SYNC = SyncWish("sync", "main", PULL.base, (("a.md", b"a"),), "t", "b")


def _memory() -> Memory:
    return Memory(pulls={1: PullState(PULL, ME.login)})


def _observe(memory: Memory) -> Callable[[], Observed]:
    return lambda: memory.observe(1, "sync")


@pytest.mark.parametrize("desired", [COMMENT, ISSUES], ids=["comment", "issues"])
@pytest.mark.parametrize("unclear", [0, 1, 2])
def test_no_twin_is_made_where_the_listing_lags(desired: Desired, unclear: int) -> None:
    """It never shows anything new; some answers stay out before the deed was done."""
    memory = _memory()
    stale = memory.observe(1, "sync")
    tries: list[str] = []

    def perform(action: Action, known: Known) -> None:
        tries.append(action.kind)
        if len(tries) == unclear:
            raise UnclearError
        memory.perform(action, known)

    outcome = converge(desired, lambda: stale, perform, stale)
    assert len(memory.pulls[1].comments) == (desired is COMMENT)
    assert len(memory.standing) == 2 * (desired is ISSUES)
    assert len(outcome.done) == len(set(outcome.done))


def test_the_branch_may_be_seen_before_its_pull_request() -> None:
    memory = _memory()

    def lagging() -> Observed:
        seen = memory.observe(1, "sync")
        memory.branches["sync"] = memory.sync("sync", "main")
        assert seen.sync
        return Observed(sync=type(seen.sync)("sync", seen.sync.head, files=seen.sync.files))

    outcome = converge(Desired(sync=SYNC), lagging, memory.perform, memory.observe(1, "sync"))
    assert [action.kind for action in outcome.done] == ["commit-file", "open-pull-request"]
    assert len(memory.branches["sync"].pulls) == 1


def test_what_was_taken_away_again_does_not_come_back() -> None:
    memory, known = _memory(), Known()
    for action in (*_plan(COMMENT, memory), *_plan(Desired(sync=SYNC), memory)):
        memory.perform(action, known)
    (comment,), (pull,) = known.comments.values(), known.pulls.values()
    bare = Observed(PullState(PULL, ME.login), sync=_memory().sync("sync", "main"))
    filled = with_created(bare, (), known)
    assert filled.pull
    assert filled.pull.comments == (comment,)
    assert filled.sync
    assert filled.sync.pulls == (pull,)
    done = (DeleteComment(1, comment.id, BODY), ClosePullRequest(pull.number, ""))
    assert with_created(bare, done, known) == bare
    assert with_created(filled, (), known) == filled
    assert with_created(Observed(), (), known) == Observed()


def _plan(desired: Desired, memory: Memory) -> tuple[Action, ...]:
    return difference(desired, _observe(memory)())


def test_a_head_that_lags_behind_a_commit_is_not_believed() -> None:
    """Another commit of this run on top of the first is the head then."""
    seen = Observed(pull=PullState(PULL, ME.login))
    wish = Desired(PullWish(1, edits=(edit(b"x"),)))
    known = Known(heads={PULL.head: "1" * 40, "1" * 40: "2" * 40})
    now = with_created(seen, (), known)
    assert now.pull is not None
    assert now.pull.pull.head == "2" * 40
    assert difference(wish, now) == ()
    (left,) = difference(wish, with_created(seen, (), Known()))
    assert left.kind == "edit-file"


def test_what_github_leaves_out_is_told_once() -> None:
    memory = _memory()

    def perform(action: Action, known: Known) -> None:
        memory.perform(action, known)
        known.warn("nobody is nobody")

    outcome = converge(ISSUES, _observe(memory), perform, memory.observe(1, "sync"))
    assert len(outcome.done) == 2
    assert outcome.warned == ("nobody is nobody",)
