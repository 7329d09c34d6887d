"""What a refusal closes, what goes on all the same, and what is told of it."""

import pytest

from bot.errors import ForgeError, RefusedError
from bot.model.issue import Child, Issue
from bot.model.pull import Comment, Label, PullState
from bot.model.sync import SyncState
from bot.plan import actions as a
from bot.plan.actions import Action
from bot.plan.closed import still_open
from bot.plan.converge import DoubtfulError, Known, Outcome, Refusal, converge
from bot.plan.desired import (
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    PullWish,
    StatusWish,
    SyncWish,
)
from bot.plan.difference import difference
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from tests.forge.memory import ME, PULL, Memory
from tests.plan.worlds import issue_body

BODY = write_marker("comment", {})
CHECK = CheckWish("spec-steward", PULL.head, "success", "t", "s")
STATUS = StatusWish("spec-steward", PULL.head, "success", "d")
DRAFT = LabelWish("spec: ", Label("spec: draft"))
ALL = PullWish(1, CommentWish(BODY), DRAFT, CHECK, STATUS)
SYNC = SyncWish("sync", "main", PULL.base, (("a.md", b"a"),), "t", "b")


def wish(key: str, parent: str | None = None, **values: object) -> IssueWish:
    return IssueWish(key, key, issue_body(key), parent=parent, **values)  # type: ignore[arg-type]


def kinds(plan: tuple[Action, ...]) -> list[str]:
    return [action.kind for action in plan]


class Refusing:
    """A model that refuses some deeds, and counts what it is asked."""

    def __init__(self, **refused: Exception) -> None:
        self.memory = Memory(pulls={1: PullState(PULL, ME.login)})
        self.refused = {kind.replace("_", "-"): error for kind, error in refused.items()}
        self.asked: list[str] = []

    def run(self, desired: Desired, closed: frozenset[str] = frozenset()) -> Outcome:
        return converge(desired, self.look, self.perform, self.look(), closed)

    def look(self) -> Observed:
        return self.memory.observe(1, "sync")

    def perform(self, action: Action, known: Known) -> None:
        self.asked.append(action.kind)
        if action.kind in self.refused:
            raise self.refused[action.kind]
        self.memory.perform(action, known)


def no(way: str, grant: str = "") -> RefusedError:
    return RefusedError(f"may not write {way}", way=way, status=403, grant=grant, mend="grant it")


OBSERVED = Observed(PullState(PULL, ME.login), (), SyncState("sync"))


@pytest.mark.parametrize(
    ("closed", "left"),
    [
        ((), ["create-label", "add-label", "create-comment", "set-status", "write-check"]),
        (("checks",), ["create-label", "add-label", "create-comment", "set-status"]),
        (("labels",), ["create-comment", "set-status", "write-check"]),
        (("comments", "statuses"), ["create-label", "add-label", "write-check"]),
    ],
)
def test_what_is_known_to_be_refused_is_not_planned(
    closed: tuple[str, ...], left: list[str]
) -> None:
    assert kinds(difference(Desired(ALL), OBSERVED, closed)) == left


def test_what_needs_what_is_refused_is_not_planned_either() -> None:
    desired = Desired(None, (wish("a"), wish("b", "a", blocked_by=("a",), is_open=False)), SYNC)
    everything = difference(desired, OBSERVED)
    assert kinds(everything) == [
        *("create-issue", "create-issue", "add-sub-issue", "add-dependency", "close-issue"),
        *("commit-file", "open-pull-request"),
    ]
    assert difference(desired, OBSERVED, {"issues", "contents"}) == ()
    assert kinds(difference(desired, OBSERVED, {"sub-issues"})) == [
        *("create-issue", "create-issue", "add-dependency", "close-issue"),
        *("commit-file", "open-pull-request"),
    ]
    assert kinds(difference(desired, OBSERVED, {"pulls"}))[-1] == "commit-file"
    assert kinds(still_open(everything, (), {everything[0]})) == [
        *("create-issue", "close-issue", "commit-file", "open-pull-request"),
    ]


def test_what_is_not_put_under_another_is_not_put_in_order() -> None:
    desired = Desired(issues=(wish("a"), wish("c", "a"), wish("b", "a")))
    standing = (_issue(1, "a", children=(Child(2),)), _issue(2, "b", parent=1))
    plan = difference(desired, Observed(issues=standing))
    assert kinds(plan) == ["create-issue", "add-sub-issue", "order-sub-issue"]
    assert kinds(still_open(plan, (), {plan[1]})) == ["create-issue"]


def test_no_parent_is_closed_over_a_part_that_could_not_be() -> None:
    desired = Desired(issues=(wish("a", is_open=False), wish("b", "a", is_open=False)))
    standing = (_issue(1, "a", children=(Child(2),)), _issue(2, "b", parent=1))
    plan = difference(desired, Observed(issues=standing))
    assert kinds(plan) == ["close-issue", "close-issue"]
    assert still_open(plan, (), {plan[0]}) == ()


def _issue(number: int, key: str, **values: object) -> Issue:
    return Issue(number, number, key, issue_body(key), mine=True, **values)  # type: ignore[arg-type]


def test_everything_else_goes_on() -> None:
    github = Refusing(create_label=no("labels", "pull-requests: write"), write_check=no("checks"))
    outcome = github.run(Desired(ALL))
    assert kinds(outcome.done) == ["create-comment", "set-status"]
    assert outcome.closed == {"labels", "checks"}
    assert kinds(outcome.left) == ["create-label", "add-label", "write-check"]
    assert outcome.refused[0] == Refusal(
        deed=a.CreateLabel(Label("spec: draft")),
        way="labels",
        what="may not write labels",
        mend="grant it",
        grant="pull-requests: write",
        status=403,
    )
    assert github.asked.count("write-check") == 1
    assert "add-label" not in github.asked


def test_a_way_that_is_closed_before_is_not_tried() -> None:
    github = Refusing(write_check=no("checks"))
    outcome = github.run(Desired(ALL), frozenset({"checks"}))
    assert "write-check" not in github.asked
    assert (outcome.refused, kinds(outcome.left)) == ((), ["write-check"])


def test_what_is_invalid_is_tried_once_and_closes_nothing_else() -> None:
    too_long = RefusedError("GitHub refused with 422: body is too long", status=422)
    github = Refusing(create_comment=too_long)
    outcome = github.run(Desired(ALL))
    assert github.asked.count("create-comment") == 1
    assert kinds(outcome.done) == ["create-label", "add-label", "set-status", "write-check"]
    assert [(r.way, r.what) for r in outcome.refused] == [("", too_long.what)]
    assert outcome.closed == frozenset()


def test_a_refusal_of_another_way_is_one_of_this_deed_alone() -> None:
    github = Refusing(create_comment=no("reading"))
    assert github.run(Desired(ALL)).closed == frozenset()


def test_what_does_not_fit_is_looked_at_again_and_then_refused() -> None:
    github = Refusing(open_pull_request=DoubtfulError("No commits between main and sync", 422))
    outcome = github.run(Desired(ALL, sync=SYNC))
    assert github.asked.count("open-pull-request") == 2
    assert github.asked.count("create-comment") == 1
    assert [(r.way, r.what, r.status) for r in outcome.refused] == [
        ("", "No commits between main and sync", 422)
    ]
    assert kinds(outcome.left) == ["open-pull-request"]


def test_what_this_run_has_done_is_no_doubt() -> None:
    """A listing that lags behind does not show it, and GitHub says that it is there already."""
    github = Refusing()
    desired = Desired(issues=(wish("a"), wish("b", "a")))
    stale = Observed(issues=())

    def perform(action: Action, known: Known) -> None:
        if "add-sub-issue" in github.asked and action.kind == "add-sub-issue":
            raise DoubtfulError("it is there already", 422)
        github.perform(action, known)

    outcome = converge(desired, lambda: stale, perform, stale)
    assert kinds(outcome.done) == ["create-issue", "create-issue", "add-sub-issue"]
    assert outcome.refused == ()
    assert len(github.memory.standing) == 2


@pytest.mark.parametrize("error", [ForgeError("Bad credentials", status=401), ForgeError("gone")])
def test_without_github_it_ends(error: ForgeError) -> None:
    with pytest.raises(ForgeError) as ended:
        Refusing(create_comment=error).run(Desired(ALL))
    assert ended.value is error


def test_a_stale_comment_is_not_taken_for_the_other_deeds() -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    memory.change_pull(1, comments=(Comment(5, "IC", "", ME, f"{BODY}\nx", mine=True),))
    gone = DoubtfulError("it is gone", 404)
    tried: list[str] = []

    def perform(action: Action, known: Known) -> None:
        tried.append(action.kind)
        if action.kind == "update-comment":
            memory.change_pull(1, comments=())
            raise gone
        memory.perform(action, known)

    desired = Desired(PullWish(1, CommentWish(BODY), check=CHECK))
    outcome = converge(desired, lambda: memory.observe(1), perform, memory.observe(1))
    assert tried == ["update-comment", "write-check", "create-comment"]
    assert (outcome.refused, outcome.left) == ((), ())
