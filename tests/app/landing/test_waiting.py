"""What waits for the write-back goes on waiting, whatever becomes of that."""

from dataclasses import replace

import pytest

from bot.app.landing.waiting import waiting_in
from bot.model.issue import Issue
from bot.model.sheet import END
from bot.model.stage import Stage
from bot.model.sync import SyncPull, SyncState
from bot.model.work import Checklist, Kept, Memory, Rank, Step, Task
from bot.plan.marker import ISSUE, write_marker
from bot.work.boxes import boxes_in
from bot.work.sharing import merge_boxes
from tests.app.landing.farm import CONFIG, HEAD, SPEC, WHOLE, Farm, once

OFF = "version: 1\nissues:\n  enabled: false\n"
BY_SPEC = "version: 1\nissues:\n  granularity: spec\n"
BOX, TICKED = "- [ ] Write the query", "- [x] Write the query"
STEP = "  - [ ] All others\n"
ALIKE = f"{HEAD}- [ ] Promote arrays to beta\n- [ ] Promote objects to beta\n- [ ] Tell support\n"
DOUBTFUL = f"{HEAD}- [ ] Promote to beta\n- [ ] Tell support\n"


@pytest.fixture
@once
def farm() -> Farm:
    """Give one in which the closing of an issue waits for the write-back."""
    found = Farm({SPEC: WHOLE})
    found.settle()
    found.merge_sync()
    found.settle()
    found.close("Write the query")
    found.settle()
    return found


def _is_open(farm: Farm, words: str = "Write the query") -> bool:
    return farm.issue(words).is_open


def _switch_off_and_on(farm: Farm) -> None:
    farm.push({CONFIG: OFF})
    farm.settle()
    assert farm.kinds == ["close-pull-request", "delete-branch"]
    farm.push({CONFIG: None})
    farm.settle()


def _untick(farm: Farm) -> None:
    """Let somebody take a tick away that everybody has seen; the issue has to follow."""
    farm.edit(TICKED, BOX)
    farm.settle()
    assert _is_open(farm)


def test_a_close_outlives_that_issues_are_switched_off(farm: Farm) -> None:
    _switch_off_and_on(farm)
    assert not _is_open(farm)
    assert farm.sync_pull().title == "Tick 1 box"
    farm.merge_sync()
    farm.settle()
    _untick(farm)


def test_a_box_that_is_ticked_while_issues_are_switched_off_has_followed(farm: Farm) -> None:
    farm.push({CONFIG: OFF})
    farm.settle()
    farm.edit(BOX, TICKED)
    farm.push({CONFIG: None})
    farm.settle()
    _untick(farm)


@once
def _list_ticked() -> Farm:
    """Give one in which a tick in the list of a tracking issue waits for the write-back."""
    farm = Farm({SPEC: WHOLE}, BY_SPEC)
    farm.settle()
    root = farm.issue("Parcel search")
    farm.door.change_issue(root.number, body=root.body.replace(BOX, TICKED))
    farm.settle()
    return farm


@pytest.mark.parametrize("is_rewritten", [True, False])
def test_a_tick_in_a_list_outlives_that_issues_are_switched_off(is_rewritten: bool) -> None:
    farm = _list_ticked()
    if is_rewritten:
        farm.describe_sync("Please review, Bob.")
    farm.push({CONFIG: OFF})
    farm.settle()
    farm.push({CONFIG: BY_SPEC})
    farm.settle()
    assert TICKED in farm.issue("Parcel search").body
    assert farm.sync_pull().title == "Tick 1 box"


@pytest.mark.parametrize("words", ["arrays", "Tell"])
def test_a_close_outlives_a_doubt_that_was_taken_back(words: str) -> None:
    farm = Farm({SPEC: ALIKE})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    farm.close("arrays")
    farm.close(words)
    farm.settle()
    text = farm.text()
    farm.push({SPEC: DOUBTFUL})
    farm.settle()
    assert "Needs your decision" in farm.issue("Parcel search").body
    farm.push({SPEC: text})
    farm.settle()
    assert not _is_open(farm, "arrays")
    assert not _is_open(farm, words)
    assert farm.sync.pulls


@pytest.mark.parametrize("cut", range(4))
def test_a_close_outlives_a_doubt_that_was_settled(cut: int) -> None:
    farm = Farm({SPEC: ALIKE})
    farm.settle()
    number = farm.issue("arrays").number
    farm.close("arrays")
    farm.settle()
    farm.push({SPEC: DOUBTFUL})
    farm.break_after(cut)
    farm.settle()
    farm.push({SPEC: DOUBTFUL.replace("to beta", f"to beta (#{number})")})
    farm.settle()
    assert not farm.door.standing[number].is_open
    assert farm.sync_pull().title == "Link 1 task to its issue and tick 1 box"


def test_a_doubt_moves_no_issue_within_its_list() -> None:
    farm = Farm({SPEC: ALIKE})
    farm.settle()
    farm.close("arrays")
    farm.settle()
    farm.push({SPEC: DOUBTFUL})
    farm.settle()
    assert "order-sub-issue" not in farm.kinds


def test_a_close_outlives_that_its_box_cannot_be_ticked(farm: Farm) -> None:
    farm.edit(BOX, "- [ ]\n  Write the query")  # where it is not looked for
    farm.settle()
    assert not _is_open(farm)
    assert farm.sync.pulls == ()
    farm.edit("- [ ]\n  Write the query", BOX)
    farm.settle()
    assert not _is_open(farm)
    assert farm.sync_pull().title == "Tick 1 box"


@once
def _step_ticked() -> Farm:
    """Give one in which a tick within the text of an issue waits for the write-back."""
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    issue = farm.issue("Fill")
    ticked = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    return farm


def test_a_tick_in_a_list_outlives_that_its_box_cannot_be_ticked() -> None:
    farm = _list_ticked()
    farm.edit(BOX, "- [ ]\n  Write the query")
    farm.settle()
    assert TICKED in farm.issue("Parcel search").body
    assert farm.sync.pulls == ()
    farm.edit("- [ ]\n  Write the query", BOX)
    farm.settle()
    assert TICKED in farm.issue("Parcel search").body
    assert farm.sync_pull().title == "Tick 1 box"


def test_a_tick_within_an_issue_outlives_that_its_task_was_taken_out() -> None:
    farm = _step_ticked()
    text = farm.text()
    start, end = text.index("- [ ] Fill"), text.index(STEP) + len(STEP)
    farm.push({SPEC: text[:start] + text[end:]})
    farm.settle()
    assert farm.sync.pulls == ()
    farm.push({SPEC: text})
    farm.settle()
    assert "- [x] All others" in farm.issue("Fill").body
    assert farm.sync_pull().title == "Tick 1 box"


def test_a_tick_within_an_issue_outlives_another_description_of_the_write_back() -> None:
    farm = _step_ticked()
    farm.describe_sync("Please review, Bob.")
    farm.settle()
    assert "- [x] All others" in farm.issue("Fill").body
    assert farm.sync_pull().title == "Tick 1 box"


@pytest.mark.parametrize("body", ["Please review, Bob.", ""])
def test_a_close_outlives_another_description_of_the_write_back(farm: Farm, body: str) -> None:
    farm.describe_sync(body)
    farm.settle()
    assert not _is_open(farm)
    assert farm.sync_pull().title == "Tick 1 box"
    farm.merge_sync()
    farm.settle()
    _untick(farm)


def test_a_close_outlives_another_description_of_a_refused_write_back(farm: Farm) -> None:
    farm.describe_sync("No.")
    farm.refuse_sync()
    farm.settle()
    assert not _is_open(farm)
    assert farm.sync.pulls == ()
    farm.edit("- [ ] Show", "- [x] Show")
    farm.settle()
    assert not _is_open(farm, "Show")
    assert not _is_open(farm)


@pytest.mark.parametrize("is_described", [True, False])
def test_a_close_outlives_somebody_elses_pull_request_from_the_branch(
    farm: Farm, is_described: bool
) -> None:
    if is_described:
        farm.describe_sync("I open my own, so that checks run.")
    farm.refuse_sync()
    farm.open_sync()
    farm.settle()
    assert not _is_open(farm)
    farm.merge_sync()
    farm.settle()
    assert not _is_open(farm)
    _untick(farm)


def test_a_box_that_somebody_ticks_instead_of_the_write_back_has_followed(farm: Farm) -> None:
    farm.refuse_sync()
    farm.settle()
    farm.edit(BOX, TICKED)
    farm.settle()
    assert not _is_open(farm)
    _untick(farm)


def test_of_a_refused_write_back_the_rest_goes_on_waiting(farm: Farm) -> None:
    farm.close("Show")
    farm.settle()
    farm.refuse_sync()
    farm.take_sync()
    farm.edit(BOX, TICKED)
    farm.settle()
    assert not _is_open(farm, "Show")
    _untick(farm)
    assert not _is_open(farm, "Show")


@pytest.mark.parametrize("is_done", [True, False])
def test_what_differs_is_to_be_what_is_remembered(is_done: bool) -> None:
    text = f"{'- [x]' if is_done else '- [ ]'} Ask"
    known = merge_boxes(text, [None]).known
    values = {"key": "k", "rank": "task", "family": "f", "path": "a.md"}
    body = f"{write_marker(ISSUE, values)}\n{text}\n{END}"
    memory = Memory(Rank.TASK, "k", "f", "a.md", text="Dig", done=is_done, steps=known)
    kept = Kept(Issue(7, 7, "Dig", body, mine=True), memory)
    step = Step("Ask", 2, 1, not is_done)
    spec = Checklist(
        "a.md", "", "", "specs", "accepted", Stage.APPROVED,
        tasks=(Task("Dig", 1, not is_done, steps=(step,)),),
    )  # fmt: skip
    sync = SyncState("sync", own=SyncPull(5, "", "No.", mine=True))
    name = f"7.{boxes_in(text)[0].name}"
    assert waiting_in(sync, [kept], [spec]) == {"7": is_done, name: is_done}
    same = replace(spec, tasks=(Task("Dig", 1, is_done, steps=(replace(step, done=is_done),)),))
    assert waiting_in(sync, [kept], [same]) == {}


def test_a_close_that_is_taken_back_as_its_box_is_ticked_by_hand_is_no_tick(farm: Farm) -> None:
    """The branch, which is somebody's by now, would write the contrary of what is to be."""
    number = farm.issue("Write the query").number
    farm.take_sync()
    farm.edit(BOX, TICKED)
    farm.door.change_issue(number, is_open=True)
    farm.settle()
    assert farm.door.standing[number].is_open
    farm.edit("Choose an index", "Choose the index")
    farm.settle()
    assert farm.door.standing[number].is_open


@pytest.mark.parametrize("is_ticked", [True, False])
def test_a_step_outlives_that_its_spec_is_a_draft_whichever_way_it_goes(is_ticked: bool) -> None:
    farm = Farm({SPEC: WHOLE if is_ticked else WHOLE.replace("[ ] All others", "[x] All others")})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    issue = farm.issue("Fill")
    old, new = ("[ ]", "[x]") if is_ticked else ("[x]", "[ ]")
    body = issue.body.replace(f"- {old} All others", f"- {new} All others")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    for word, other in (("Accepted", "Draft"), ("Draft", "Accepted")):
        farm.edit(word, other)
        farm.settle()
        assert f"- {new} All others" in farm.issue("Fill").body
    farm.merge_sync()
    assert f"- {new} All others" in farm.text()
