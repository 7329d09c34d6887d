"""What the issues of a run are called, and how they are counted."""

from bot.app.deeds.befell import tally
from bot.app.deeds.names import Names
from bot.model.issue import Reason
from bot.plan import actions as a
from bot.plan.desired import IssueWish
from bot.plan.marker import write_marker


def body(key: str, rank: str = "task") -> str:
    return write_marker("issue", {"key": key, "rank": rank})


def made(key: str, rank: str = "task") -> a.CreateIssue:
    return a.CreateIssue(IssueWish(key, f"Title of {key}", body(key, rank)))


def changed(number: int, key: str, rank: str = "task") -> a.UpdateIssue:
    return a.UpdateIssue(number, body="x", before=(f"Title of {key}", body(key, rank)))


def test_issues_have_their_numbers_or_else_their_titles() -> None:
    plan = (made("s", "spec"), made("t"), changed(3, "old"), changed(12, "s", "spec"))
    names = Names.of(plan, {"s": 12, "old": 3})
    assert names.tracking == {12: "Title of s"}
    assert [names(a.Ref("s")), names(a.Ref("x", 5)), names(3)] == ["#12", "#5", "#3"]
    assert [names(a.Ref("t")), names(a.Ref("z"))] == ["“Title of t”", "an issue"]


def test_tracking_issues_are_known_by_what_stands_in_them() -> None:
    plan = (changed(3, "s", "spec"), changed(4, "t"), a.CloseIssue(a.Ref("t", 4), Reason.COMPLETED))
    assert Names.of(plan, {}).tracking == {3: "Title of s"}


def test_an_issue_counts_once() -> None:
    plan = (
        *(made("s"), made("t"), changed(12, "s"), a.AddSubIssue(a.Ref("s"), a.Ref("t"))),
        *(changed(3, "old"), a.CloseIssue(a.Ref("old", 3), Reason.COMPLETED)),
        *(a.ReopenIssue(4), changed(4, "o"), a.RemoveDependency(5, 4), a.AddLabel(5, "work")),
        a.DeleteBranch("b", "abc"),
    )
    counted = tally(plan, Names.of(plan, {"s": 12, "t": 14}))
    assert counted == {"opened": 2, "changed": 1, "closed": 1, "opened again": 1}
