"""What is printed, of rehearsals that the Action does not bring about by itself."""

from dataclasses import replace
from pathlib import Path

from bot.app.rehearse.branches import Branch, Branches
from bot.app.rehearse.frame import Telling
from bot.app.rehearse.seen import (
    Checked,
    Issued,
    Played,
    Pulled,
    Rehearsal,
    Standing,
    WrittenBack,
)
from bot.app.rehearse.text import told, verdict_lines

PAGE = Path("page.html").absolute()
BRANCHES = Branches(Branch("main", "a" * 40), Branch("search", "b" * 40), 2)
BEFORE = Standing("one\n\ntwo", "spec: draft", Checked("failure", "1 error"))
AFTER = Standing("one\n\nthree", "spec: done", Checked("neutral", "1 error, and advice"))
RUN = Played(1, "fail", {"specs": [{"path": "a.md"}]}, {}, 9, BEFORE)
SEEN = Rehearsal(BRANCHES, Pulled(1, "Search", "ann"), RUN, page=str(PAGE))


def _after(standing: Standing) -> list[str]:
    merged = replace(RUN, standing=standing)
    return (
        told(replace(SEEN, merged=merged), Telling())
        .partition("Once it is merged\n")[2]
        .split("\n")
    )


def test_only_what_is_new_is_told_after_the_merge() -> None:
    assert _after(AFTER) == [
        "Label    spec: done",
        "Check    · neutral: 1 error, and advice",
        "Comment, what is new in it",
        "  │ three",
        "",
        f"Open {PAGE.as_uri()}",
        "",
    ]
    assert _after(BEFORE)[:2] == ["Label, check and comment stay as they are.", ""]
    assert _after(replace(BEFORE, label=""))[0] == "Label    none"


def test_what_is_announced_is_told_whole_and_each_fold_by_itself() -> None:
    before = "❌ bad\n\n**To do:**\n- this\n- that\n\n<sub>Judged.</sub>"
    after = "⚠️ bad\n\n**Left:**\n- this\n- that\n\n<sub>Judged.</sub>"
    fold = "\n\n<details>\n<summary>{}</summary>\n\n</details>"
    known, new = fold.format("a spec"), fold.format("what it did")
    opened = replace(RUN, standing=replace(BEFORE, comment=before + known))
    merged = replace(RUN, standing=replace(BEFORE, comment=after + known + new))
    told_of = told(replace(SEEN, opened=opened, merged=merged), Telling())
    assert told_of.partition("what is new in it\n")[2].split("\n")[:9] == [
        "  │ ⚠️ bad",
        "  │",
        "  │ Left:",
        "  │ - this",
        "  │ - that",
        "  │",
        "  │ ▸ what it did",
        "",
        f"Open {PAGE.as_uri()} (it has the folded parts ▸ in full)",
    ]


def test_many_issues_are_counted() -> None:
    issues = tuple(Issued(number, f"Do \x1b[1m {number}", "open") for number in range(2, 44))
    lines = _after(replace(BEFORE, issues=issues))
    assert lines[:2] == ["Issues   42 opened", "  #2 Do \\x1b[1m 2"]
    assert lines[41] == "  and 2 more, in the page below"


def test_issues_are_a_tree_and_those_of_the_merged_specs_come_first() -> None:
    issues = (
        Issued(2, "Old", "open", None, "b.md"),
        Issued(3, "New", "open", None, "a.md"),
        Issued(4, "Phase", "open", 3, "a.md"),
        Issued(5, "Task", "open", 4, "a.md"),
        Issued(6, "Other", "open", 2, "b.md"),
        Issued(7, "By hand", "open", 1),
    )
    assert _after(replace(BEFORE, issues=issues))[:7] == [
        "Issues   4 opened, and 2 more for specs approved before",
        "  #3 New",
        "    #4 Phase",
        "      #5 Task",
        "  #7 By hand",
        "  #2 Old",
        "    #6 Other",
    ]


def test_where_all_is_of_specs_approved_before_there_is_one_count() -> None:
    issues = (Issued(2, "Old", "open", None, "b.md"),)
    assert _after(replace(BEFORE, issues=issues))[0] == (
        "Issues   1 opened for specs approved before"
    )


def test_milestones_are_named_once() -> None:
    issues = tuple(
        Issued(number, "Do", "open", milestone=f"Week\x1b {number // 2}") for number in range(2, 16)
    )
    assert _after(replace(BEFORE, issues=issues))[:2] == [
        "Issues   14 opened",
        "         under 7 milestones: "
        + ", ".join(f"“Week\\x1b {number}”" for number in range(1, 6))
        + " and 2 more",
    ]


def test_what_a_dry_run_would_open_is_a_tree_without_numbers() -> None:
    new = Issued(1, "New", "open", None, "a.md", "Week 1")
    task, old = Issued(2, "Task", "open", 1, "a.md"), Issued(3, "Old", "open", None, "b.md")

    def planned(*issues: Issued) -> list[str]:
        merged = replace(RUN, planned=issues)
        return told(replace(SEEN, merged=merged), Telling()).partition("merged\n")[2].split("\n")

    dry = "(issues.dry-run is true)"
    assert planned(new, task, old)[:6] == [
        f"Issues   would open 2 issues, and 1 more for specs approved before {dry}",
        "         under 1 milestone: “Week 1”",
        "  New",
        "    Task",
        "  Old",
        "",
    ]
    assert planned(old)[0] == f"Issues   would open 1 issue for specs approved before {dry}"
    many = tuple(replace(new, number=number) for number in range(42))
    assert planned(*many)[42] == "  and 2 more"


def test_notes_are_told_where_they_come_up_and_once() -> None:
    opened = replace(RUN, notes=("A page is broken",))
    merged = replace(RUN, notes=("A page is broken", "5 issues are left \x1b for the next run."))
    lines = told(replace(SEEN, opened=opened, merged=merged), Telling(width=30)).split("\n")
    notes = [line for line in lines if line.startswith(("Note", "     "))]
    assert notes == [
        "Note     A page is broken",
        "Note     5 issues are left",
        "         \\x1b for the next",
        "         run.",
    ]


def test_what_is_to_be_merged_next_is_told_once() -> None:
    back = WrittenBack(8, "Tick 2 boxes", (("a.md", 2), ("\x1b.md", 1)))
    told_of = ["Next     #8 Tick 2 boxes, to be merged", "  a.md: 2 lines", "  \\x1b.md: 1 line"]
    assert _after(replace(BEFORE, write_back=back))[:3] == told_of
    many = replace(back, files=tuple((f"{number}.md", 1) for number in range(14)))
    assert _after(replace(BEFORE, write_back=many))[13] == "  and 2 more, in the page below"


def test_many_documents_are_counted() -> None:
    paths = tuple(f"{number}.md" for number in range(14))
    assert "11.md and 2 more\n" in told(replace(SEEN, uncommitted=paths), Telling())


def test_the_pages_are_named_while_they_are_served() -> None:
    served = replace(SEEN, address="http://127.0.0.1:1/a/b/pull/1")
    assert told(served, Telling()).endswith("Open http://127.0.0.1:1/a/b/pull/1 (Ctrl-C ends it)\n")
    assert verdict_lines(served) == "fail: 1 error\nhttp://127.0.0.1:1/a/b/pull/1\n"
    assert verdict_lines(SEEN) == "fail: 1 error\n"


def test_how_much_was_asked_is_told_of_the_example_alone() -> None:
    said = "9 requests to a GitHub inside this process; nothing left this machine.\n"
    assert said in told(replace(SEEN, is_example=True), Telling())
    assert "requests" not in told(SEEN, Telling())


def test_it_wraps_within_its_frame_and_is_painted() -> None:
    long = replace(RUN, standing=replace(BEFORE, comment="one two three four"))
    painted = told(replace(SEEN, opened=long), Telling(colour=True, width=14))
    assert "\x1b[2m│\x1b[0m one two\n  \x1b[2m│\x1b[0m three four\n" in painted
    assert "\x1b[1;31m✗ failure: 1 error\x1b[0m" in painted
    bare = replace(RUN, standing=Standing(comment="x"))
    assert "Label    none\nComment\n  │ x\n" in told(replace(SEEN, opened=bare), Telling())


def test_the_merge_takes_one_line_where_little_is_to_be_said() -> None:
    def line(merged: Played) -> str:
        first, second, _ = verdict_lines(replace(SEEN, merged=merged)).split("\n")
        assert first == "fail: 1 error"
        return second

    back = WrittenBack(8, "Tick 2 boxes", ())
    one, two = Issued(2, "One", "open"), Issued(3, "Two", "open")
    both = replace(AFTER, issues=(one, two), write_back=back)
    assert line(replace(RUN, standing=both)) == "merged: 2 issues opened, write-back #8"
    assert line(replace(RUN, standing=replace(AFTER, issues=(one,)))) == "merged: 1 issue opened"
    assert line(replace(RUN, standing=AFTER)) == "merged: no issue opened"
    assert (
        line(replace(RUN, planned=(one,))) == "merged: would open 1 issue (issues.dry-run is true)"
    )
    assert line(replace(RUN, problem="a.yml:1: \x1b no")) == (
        "merged: each run of the Action fails: a.yml:1: \\x1b no"
    )
