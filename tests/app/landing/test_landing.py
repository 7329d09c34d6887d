"""Checklists become issues, and stay true: the default branch and its issues, run by run."""

import contextlib

import pytest

from bot.app.landing.land import land
from bot.model.issue import Reason
from tests.app.landing.farm import SETUP, SPEC, WHOLE, CrashError, Farm, created, once

pytestmark = pytest.mark.untraced

TASKS = [
    "Choose an index",
    "Fill the index from the old table",
    "Write the query",
    "Show the results",
]


@pytest.fixture
@once
def farm() -> Farm:
    """Give one whose spec has its issues."""
    found = Farm({SPEC: WHOLE})
    found.settle()
    return found


def test_an_approved_spec_gets_its_issues(farm: Farm) -> None:
    root, first, second = (farm.issue(words) for words in ("Parcel search", "Index", "2: Search"))
    assert (first.parent, second.parent, root.parent) == (root.number, root.number, None)
    assert second.blocked_by == (first.number,)
    titles = {issue.number: issue.title for issue in farm.issues}
    assert [titles[each.number] for each in root.children] == [first.title, second.title]
    assert [titles[c.number] for p in (first, second) for c in p.children] == TASKS


def test_a_draft_gets_none() -> None:
    farm = Farm({SPEC: WHOLE.replace("Accepted", "Draft")})
    assert farm.settle().plan == ()


def test_what_is_merged_back_needs_no_write(farm: Farm) -> None:
    farm.merge_sync()
    assert farm.run().plan == ()
    number = farm.issue("Choose an index").number
    assert f"- [ ] Choose an index (#{number})\n" in farm.text()
    farm.close("Choose an index")
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Choose an index (#{number})\n" in farm.text()
    assert farm.run().plan == ()
    assert not farm.issue("Choose an index").is_open


def test_a_ticked_box_closes_its_issue(farm: Farm) -> None:
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.settle()
    issue = farm.issue("Write the query")
    assert (issue.is_open, issue.reason) == (False, Reason.COMPLETED)
    farm.edit("- [x] Write the query", "- [ ] Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open


def test_a_box_that_is_unticked_after_the_write_back_opens_the_issue_again(farm: Farm) -> None:
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    farm.edit("- [x] Write the query", "- [ ] Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open


def test_an_issue_that_is_opened_again_takes_its_tick_back(farm: Farm) -> None:
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    farm.reopen("Write the query")
    farm.settle()
    farm.merge_sync()
    assert "- [ ] Write the query (#" in farm.text()
    assert farm.run().plan == ()


def test_a_write_back_that_somebody_refuses_is_not_opened_again(farm: Farm) -> None:
    farm.close("Write the query")
    farm.settle()
    farm.refuse_sync()
    assert farm.run().plan == ()
    assert not farm.issue("Write the query").is_open
    farm.close("Show the results")
    farm.settle()
    assert farm.sync_pull().title == "Link 4 tasks to their issues and tick 2 boxes"


def test_all_work_done_closes_its_phase_and_a_spec_that_is_done_its_tracking(farm: Farm) -> None:
    for words in TASKS:
        farm.close(words)
    farm.settle()
    assert not farm.issue("Phase 1").is_open
    assert farm.issue("Parcel search").is_open
    farm.merge_sync()
    farm.edit("Accepted", "Done")
    farm.settle()
    assert not farm.issue("Parcel search").is_open


@pytest.mark.parametrize("is_linked", [False, True])
def test_a_reworded_task_keeps_its_issue(farm: Farm, is_linked: bool) -> None:
    if is_linked:
        farm.merge_sync()
    number = farm.issue("Write the query").number
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert farm.issue("with paging").number == number
    assert created(farm) == []


def test_a_task_that_is_gone_closes_and_comes_back(farm: Farm) -> None:
    number = farm.issue("Write the query").number
    farm.edit("- [ ] Write the query\n", "")
    farm.settle()
    issue = farm.issue("Write the query")
    assert (issue.is_open, issue.reason) == (False, Reason.NOT_PLANNED)
    assert "no longer lists this" in issue.body
    farm.edit("- [ ] Show the results\n", "- [ ] Show the results\n- [ ] Write the query\n")
    farm.settle()
    again = farm.issue("Write the query")
    assert (again.number, again.is_open) == (number, True)
    assert "any more" not in again.body


def test_a_moved_file_takes_its_issues_along(farm: Farm) -> None:
    numbers = [issue.number for issue in farm.issues]
    farm.move(SPEC, "docs/specs/007-find.md")
    farm.settle()
    assert [issue.number for issue in farm.issues] == numbers


def test_a_deleted_spec_marks_its_tracking_issue(farm: Farm) -> None:
    farm.push({SPEC: None})
    farm.settle()
    assert "The spec was deleted." in farm.issue("Parcel search").body
    assert all(issue.is_open for issue in farm.issues)
    farm.push({SPEC: WHOLE})
    farm.settle()
    assert "was deleted" not in farm.issue("Parcel search").body


def test_people_keep_what_they_have_changed(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    body = f"First of all: ask Bob.\n{issue.body}\nMeasured: 3 ms.\n"
    farm.door.change_issue(issue.number, title="SQL", labels=("wontfix",), body=body)
    farm.run()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    after = farm.door.standing[issue.number]
    assert (after.title, after.labels) == ("SQL", ("wontfix",))
    assert after.body.startswith("First of all: ask Bob.\n<!-- spec-steward:issue v1 ")
    assert after.body.rstrip().endswith("\nMeasured: 3 ms.")


def test_a_box_within_an_issue_and_the_one_in_the_document(farm: Farm) -> None:
    issue = farm.issue("Fill the index")
    ticked = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    farm.merge_sync()
    assert "  - [x] All others\n" in farm.text()
    assert farm.run().plan == ()
    farm.edit("  - [x] All others", "  - [ ] All others")
    farm.settle()
    assert "- [ ] All others" in farm.issue("Fill the index").body


@pytest.mark.traced
def test_a_run_that_is_cut_off_is_taken_up() -> None:
    for deeds in range(60):
        farm = Farm({SPEC: WHOLE})
        farm.door.left = deeds
        try:
            farm.run()
        except CrashError:
            farm.door.left = None
            farm.settle()
            assert len(farm.issues) == 7
            farm.merge_sync()
            assert farm.run().plan == ()
        else:
            assert deeds == len(farm.door.deeds) > 15
            return
    raise AssertionError


def test_what_somebody_has_taken_from_its_phase_stays_out(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    farm.hang(issue.number, None)
    farm.settle()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert farm.issue("with paging").parent is None


def test_a_task_that_is_cut_off_between_two_phases_arrives() -> None:
    for deeds in range(1, 15):
        farm = Farm({SPEC: WHOLE})
        farm.settle()
        farm.edit("- [ ] Write the query\n", "")
        farm.edit("- [ ] Choose an index\n", "- [ ] Choose an index\n- [ ] Write the query\n")
        farm.door.left = deeds
        with contextlib.suppress(CrashError):
            farm.run()
        farm.door.left = None
        farm.settle()
        assert farm.issue("Write the query").parent == farm.issue("Phase 1").number


def test_what_people_let_wait_waits_and_what_they_free_is_free(farm: Farm) -> None:
    query, show = farm.issue("Write the query").number, farm.issue("Show the results").number
    farm.door.change_issue(show, blocked_by=(query,))
    phase = farm.issue("2: Search").number
    farm.door.change_issue(phase, blocked_by=())
    farm.settle()
    assert farm.door.standing[show].blocked_by == (query,)
    assert farm.door.standing[phase].blocked_by == ()


def test_a_phase_no_longer_waits_for_what_no_longer_comes_before_it(farm: Farm) -> None:
    farm.edit("### Phase 2: Search\n", "### Phase 2: Search\n\n- **Dependencies**: none\n")
    farm.settle()
    assert farm.issue("2: Search").blocked_by == ()


@pytest.mark.parametrize("words", ["Write the query", "Parcel search", "2: Search"])
def test_an_issue_without_its_label_is_the_same_issue(farm: Farm, words: str) -> None:
    farm.door.change_issue(farm.issue(words).number, labels=())
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert len(farm.issues) == 7
    assert farm.issue(words).labels == ()
    assert "with paging" in farm.issue("Write the query").title


def test_an_issue_whose_text_was_wiped_out_is_left_alone(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    farm.door.change_issue(issue.number, body="")
    farm.settle()
    assert len(farm.issues) == 7
    assert farm.door.standing[issue.number].body == ""
    farm.door.change_issue(issue.number, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.merge_sync()
    assert "- [x] Write the query" in farm.text()


@pytest.mark.parametrize("lag", [1, 2, 5])
def test_what_no_list_shows_yet_is_not_opened_twice(lag: int) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.door.lag = lag
    farm.run()
    assert len(farm.issues) == 7


def test_two_runs_at_once_leave_one_issue_open_for_each_task() -> None:
    for calls in range(0, 30, 3):
        farm = Farm({SPEC: WHOLE})
        farm.door.between = (calls, lambda farm=farm: land(farm.door, SETUP))
        farm.run()
        farm.settle()
        assert len([issue for issue in farm.issues if issue.is_open]) == 7
        twins = [issue for issue in farm.issues if not issue.is_open]
        assert {issue.reason for issue in twins} <= {Reason.DUPLICATE}


@pytest.mark.parametrize("path", ["docs/specs/000-store.md", "docs/specs/002-store.md"])
def test_a_task_that_was_copied_with_its_number_follows_the_issue(farm: Farm, path: str) -> None:
    farm.merge_sync()
    number, phase = farm.issue("Write the query").number, farm.issue("2: Search").number
    other = WHOLE.replace("Parcel search", "Parcel store").replace(
        "- [ ] Write the query\n", f"- [ ] Write the query (#{number})\n"
    )
    farm.push({path: other})
    farm.settle()
    assert created(farm).count("Write the query") == 0
    farm.door.change_issue(number, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Write the query (#{number})\n" in farm.text(path)
    assert farm.door.standing[number].parent == phase


@pytest.mark.traced
def test_a_ticked_step_that_waits_is_not_unticked_while_its_spec_is_a_draft(farm: Farm) -> None:
    issue = farm.issue("Fill the index")
    ticked = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    for old, new in (("Accepted", "Draft"), ("Draft", "Accepted")):
        farm.edit(old, new)
        farm.settle()
    assert "- [x] All others" in farm.issue("Fill the index").body


def test_a_deleted_issue_is_not_opened_again(farm: Farm) -> None:
    farm.delete(farm.issue("Write the query").number)
    farm.settle()
    farm.edit("Show the results", "Show the results, with paging")
    farm.settle()
    assert not [issue for issue in farm.issues if "Write the query" in issue.title]


@pytest.mark.traced
def test_what_waits_hangs_and_waits_as_before_while_its_spec_is_a_draft() -> None:
    flat = WHOLE.replace("### Phase 1: Index\n\n- **Duration**: 2 weeks\n\n", "")
    farm = Farm({SPEC: flat.replace("### Phase 2: Search\n\n", "")})
    farm.settle()
    for words in ("Write the query", "Choose an index"):
        farm.close(words)
    farm.settle()
    farm.edit("- [ ] Choose an index\n", "")
    farm.edit("- [ ] Show the results\n", "- [ ] Show the results\n- [ ] Choose an index\n")
    farm.settle()
    before = farm.issue("Parcel search").children
    farm.edit("Accepted", "Draft")
    farm.settle()
    assert farm.issue("Parcel search").children == before


def test_what_was_done_before_the_steward_came_gets_no_issue() -> None:
    farm = Farm({SPEC: WHOLE.replace("- [ ] Write the query", "- [x] Write the query")})
    farm.settle()
    assert len(farm.issues) == 6
    farm.edit("- [x] Write the query", "- [ ] Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open


def test_what_was_closed_before_its_task_went_is_closed_when_that_comes_back(farm: Farm) -> None:
    farm.merge_sync()
    farm.close("Write the query")
    farm.settle()
    line = f"- [ ] Write the query (#{farm.issue('Write the query').number})\n"
    farm.edit(line, "")
    farm.settle()
    farm.edit("- [ ] Show the results", f"{line}- [ ] Show the results")
    farm.settle()
    assert not farm.issue("Write the query").is_open
    farm.merge_sync()
    assert f"- [x]{line[5:]}" in farm.text()


def test_an_issue_that_somebody_opens_though_its_task_is_gone_stays_open(farm: Farm) -> None:
    farm.edit("- [ ] Write the query\n", "")
    farm.settle()
    farm.reopen("Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open


@pytest.mark.parametrize("reason", [Reason.COMPLETED, Reason.NOT_PLANNED])
@pytest.mark.parametrize("words", ["Parcel search", "2: Search"])
def test_a_phase_or_a_spec_that_somebody_closes_stays_closed(
    farm: Farm, words: str, reason: Reason
) -> None:
    farm.close(words, reason)
    farm.settle()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert (farm.issue(words).is_open, farm.issue(words).reason) == (False, reason)


def test_a_text_and_a_milestone_that_people_have_changed_are_theirs() -> None:
    farm = Farm({SPEC: WHOLE}, "issues:\n  milestone: phase\n")
    farm.settle()
    issue = farm.issue("Write the query")
    body = issue.body.replace("**Phase:**", "**Our phase:**")
    farm.door.change_issue(issue.number, body=body, milestone="Spring")
    farm.edit("Phase 2: Search", "Phase 2: Find")
    farm.settle()
    after = farm.door.standing[issue.number]
    assert (after.milestone, "**Our phase:** Phase 2: Search" in after.body) == ("Spring", True)
