"""A deed in plain words."""

from typing import get_args

import pytest

from bot.app.deeds.names import Names
from bot.app.deeds.telling import deed_line, said_of
from bot.model.issue import Reason
from bot.model.pull import Label
from bot.plan import actions as a
from bot.plan.desired import CheckWish, IssueWish, StatusWish, SyncWish

NAMES = Names({"one": 10}, {"one": "CHRONO-003: Login", "two": "CHRONO-003: Implement A"})
ONE, TWO, OLD = a.Ref("one"), a.Ref("two"), a.Ref("old", 7)
SYNC = SyncWish("spec-steward/sync", "main", "abc", (("docs/a.md", b""),), "Tick 1 box", "")
MORE = SyncWish("b", "main", "abc", (("a.md", b""), ("b.md", b""), ("c.md", b"")), "", "")
BODY = "<!-- spec-steward:comment v1 -->\n### ✅ All well\n\nMore"

SAID: list[tuple[a.Action, str, str]] = [
    (
        a.CreateIssue(IssueWish("one", "CHRONO-003: Login", "")),
        "opened #10 “CHRONO-003: Login”",
        "open #10 “CHRONO-003: Login”",
    ),
    (
        a.CreateIssue(IssueWish("two", "CHRONO-003: Implement A", "")),
        "opened “CHRONO-003: Implement A”",
        "open “CHRONO-003: Implement A”",
    ),
    (
        a.UpdateIssue(7, title="New", body="x", before=("Old", "")),
        "renamed #7 to “New”",
        "rename #7 to “New”",
    ),
    (
        a.UpdateIssue(7, body="x", milestone="Login", before=("Old", "")),
        "brought the text of #7 “Old” up to date, due with “Login”",
        "bring the text of #7 “Old” up to date, due with “Login”",
    ),
    (
        a.UpdateIssue(7, milestone="Login", before=("Old", "")),
        "gave #7 the milestone “Login”",
        "give #7 the milestone “Login”",
    ),
    (a.CloseIssue(ONE, Reason.COMPLETED), "closed #10 as done", "close #10 as done"),
    (a.CloseIssue(OLD, Reason.DUPLICATE), "closed #7 as a duplicate", "close #7 as a duplicate"),
    (
        a.CloseIssue(TWO, Reason.NOT_PLANNED),
        "closed “CHRONO-003: Implement A” as not planned",
        "close “CHRONO-003: Implement A” as not planned",
    ),
    (
        a.CloseIssue(a.Ref("who"), Reason.COMPLETED),
        "closed an issue as done",
        "close an issue as done",
    ),
    (a.ReopenIssue(7), "opened #7 again", "open #7 again"),
    (
        a.AddSubIssue(ONE, TWO),
        "put “CHRONO-003: Implement A” under #10",
        "put “CHRONO-003: Implement A” under #10",
    ),
    (a.RemoveSubIssue(10, 7), "took #7 out from under #10", "take #7 out from under #10"),
    (
        a.OrderSubIssue(ONE, OLD, None),
        "moved #7 to the top under #10",
        "move #7 to the top under #10",
    ),
    (
        a.OrderSubIssue(ONE, OLD, a.Ref("", 8)),
        "moved #7 behind #8 under #10",
        "move #7 behind #8 under #10",
    ),
    (a.AddDependency(OLD, ONE), "#7 waits for #10", "let #7 wait for #10"),
    (a.RemoveDependency(7, 8), "#7 waits for #8 no longer", "let #7 wait for #8 no longer"),
    (
        a.CommitFiles(SYNC),
        "wrote docs/a.md to the branch spec-steward/sync",
        "write docs/a.md to the branch spec-steward/sync",
    ),
    (
        a.CommitFiles(MORE),
        "wrote a.md and 2 other files to the branch b",
        "write a.md and 2 other files to the branch b",
    ),
    (
        a.OpenPullRequest(SYNC),
        "opened the write-back “Tick 1 box”",
        "open the write-back “Tick 1 box”",
    ),
    (
        a.UpdatePullRequest(9, "Tick 2 boxes", "", ("", "")),
        "changed the write-back #9 “Tick 2 boxes”",
        "change the write-back #9 “Tick 2 boxes”",
    ),
    (a.ClosePullRequest(9, ""), "closed the write-back #9", "close the write-back #9"),
    (a.DeleteBranch("b", "abc"), "deleted the branch b", "delete the branch b"),
    (
        a.CreateLabel(Label("spec: draft")),
        "made the label “spec: draft”",
        "make the label “spec: draft”",
    ),
    (
        a.AddLabel(1, "spec: draft"),
        "put the label “spec: draft” on #1",
        "put the label “spec: draft” on #1",
    ),
    (
        a.RemoveLabel(1, "spec: draft"),
        "took the label “spec: draft” off #1",
        "take the label “spec: draft” off #1",
    ),
    (
        a.WriteCheck(CheckWish("spec-steward", "abc", "failure", "", "")),
        "wrote the check: failure",
        "write the check: failure",
    ),
    (
        a.SetStatus(StatusWish("spec-steward", "abc", "success", "")),
        "set the commit status: success",
        "set the commit status: success",
    ),
    (
        a.EditFile(1, "abc", "topic", "a.md", "b", b"", "Set the status"),
        "committed “Set the status”: a.md on the branch topic",
        "commit “Set the status”: a.md on the branch topic",
    ),
    (
        a.CreateComment(1, BODY),
        "wrote the comment “### ✅ All well More”",
        "write the comment “### ✅ All well More”",
    ),
    (
        a.UpdateComment(1, 5, "", BODY),
        "changed the comment, which says “### ✅ All well More”",
        "change the comment, which says “### ✅ All well More”",
    ),
    (a.DeleteComment(1, 5, ""), "deleted a second comment", "delete a second comment"),
    (a.MinimiseComment(1, 5, "n"), "folded the comment away", "fold the comment away"),
    (a.UnminimiseComment(1, 5, "n"), "unfolded the comment", "unfold the comment"),
    (a.React(1, 5, "+1"), "answered a comment with “+1”", "answer a comment with “+1”"),
    (
        a.Suggest(1, "abc", "a.md", 4, ""),
        "suggested a change to a.md, line 4",
        "suggest a change to a.md, line 4",
    ),
    (a.DeleteSuggestion(1, 5, ""), "deleted a second suggestion", "delete a second suggestion"),
]


@pytest.mark.parametrize(("action", "done", "plain"), SAID, ids=lambda each: str(each)[:40])
def test_a_deed_is_told_as_done_and_as_it_would_be(action: a.Action, done: str, plain: str) -> None:
    assert said_of(action, NAMES) == (done, plain)
    assert deed_line(action, NAMES) == f"  {done}"
    assert deed_line(action, NAMES, is_dry=True) == f"  would {plain}"


def test_every_deed_has_words() -> None:
    assert {type(action) for action, _, _ in SAID} == set(get_args(a.Action))


def test_what_others_wrote_stays_on_its_line_and_commands_nothing() -> None:
    action = a.CreateIssue(IssueWish("k", "::error::\x1b[31m\nRed " + "very " * 40, ""))
    line = deed_line(action)
    assert line.startswith("  opened “:\u2060:error::\\x1b[31m Red very")
    assert "\n" not in line
    assert len(line) < 120
