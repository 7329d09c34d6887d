"""Which item is which issue, after people have edited a document in every way."""

import pytest

from bot.model.issue import Reason
from tests.app.landing.farm import SPEC, WHOLE, Farm, created, once

OTHER = "docs/specs/002-labels.md"


def _spec(*items: str, title: str = "Parcel search", word: str = "Accepted") -> str:
    lines = "\n".join(items)
    return (
        f"# Spec: {title}\n\n- **Status:** {word}\n\n## Context\n\nSupport needs it.\n\n"
        f"## Implementation plan\n\n{lines}\n"
    )


@once
def _farm(*items: str) -> Farm:
    farm = Farm({SPEC: _spec(*items)})
    farm.settle()
    return farm


def _numbers(farm: Farm) -> dict[str, int]:
    return {issue.title: issue.number for issue in farm.issues}


def _open(farm: Farm) -> list[str]:
    return sorted(issue.title for issue in farm.issues if issue.is_open)


def test_the_same_item_in_two_specs_is_two_issues() -> None:
    farm = Farm(
        {SPEC: _spec("- [ ] Write the docs"), OTHER: _spec("- [ ] Write the docs", title="Labels")}
    )
    farm.settle()
    same = [issue for issue in farm.issues if issue.title == "Write the docs"]
    assert len(same) == 2
    assert {issue.parent for issue in same} == {
        farm.issue("Parcel search").number,
        farm.issue("Labels").number,
    }
    farm.merge_sync()
    assert farm.run().plan == ()
    for path in (SPEC, OTHER):
        assert farm.text(path).count("(#") == 1
    farm.edit("- [ ] Write the docs", "- [x] Write the docs", OTHER)
    farm.settle()
    assert [farm.door.standing[i.number].is_open for i in same] == [True, False]


def test_an_item_that_is_split_in_two_keeps_its_issue_for_one() -> None:
    farm = _farm("- [ ] Choose an index and fill it from the old table", "- [ ] Write the query")
    number = farm.issue("Choose an index").number
    farm.edit(
        "- [ ] Choose an index and fill it from the old table",
        "- [ ] Choose an index\n- [ ] Fill it from the old table",
    )
    farm.settle()
    assert farm.door.standing[number].is_open
    assert len(_open(farm)) == 4
    assert len(created(farm)) <= 1


@pytest.mark.parametrize("note", ["(ACME-12)", "(PR #55)", "[#55, #56]", "\u2013 ETA Q3 2026"])
def test_a_task_that_gets_a_note_before_its_number_is_merged_is_renamed(note: str) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    number = farm.issue("Write the query").number
    farm.edit("Write the query", f"Write the query {note}")
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].is_open
    assert farm.door.standing[number].title == f"Write the query {note}"


def test_a_task_that_gets_a_name_in_its_words_is_left_to_people() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    number = farm.issue("Write the query").number
    farm.edit("Write the query", "Write the query in `api/search.py`")
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].is_open
    assert f"#{number}" in farm.issue("Parcel search").body.split("Needs your decision")[1]


def test_a_carried_number_stays_with_the_line_that_has_it_after_a_split() -> None:
    farm = _farm("- [ ] Choose an index and fill it")
    farm.merge_sync()
    number = farm.issue("Choose an index").number
    farm.edit(
        f"Choose an index and fill it (#{number})", f"Choose an index (#{number})\n- [ ] Fill it"
    )
    farm.settle()
    assert farm.door.standing[number].title == "Choose an index"
    assert _open(farm) == ["Choose an index", "Fill it", "Parcel search"]


def test_two_items_that_become_one_close_one_issue() -> None:
    farm = _farm("- [ ] Choose an index", "- [ ] Fill the index", "- [ ] Write the query")
    farm.merge_sync()
    first, second = farm.issue("Choose").number, farm.issue("Fill").number
    farm.edit(
        f"- [ ] Choose an index (#{first})\n- [ ] Fill the index (#{second})\n",
        f"- [ ] Choose and fill an index (#{first})\n",
    )
    farm.settle()
    one, other = farm.door.standing[first], farm.door.standing[second]
    assert (one.title, one.is_open) == ("Choose and fill an index", True)
    assert (other.is_open, other.reason) == (False, Reason.NOT_PLANNED)


def test_an_item_that_carries_both_numbers_is_the_first_and_the_other_is_left_to_people() -> None:
    farm = _farm("- [ ] Choose an index", "- [ ] Fill the index")
    farm.merge_sync()
    first, second = farm.issue("Choose").number, farm.issue("Fill").number
    farm.edit(
        f"- [ ] Choose an index (#{first})\n- [ ] Fill the index (#{second})\n",
        f"- [ ] Choose and fill an index (#{first}) (#{second})\n",
    )
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[first].title == "Choose and fill an index"


def test_of_two_identical_items_the_ticked_one_was_done_before() -> None:
    farm = _farm("- [x] Write a test", "- [ ] Write a test")
    assert _open(farm) == ["Parcel search", "Write a test"]
    farm.merge_sync()
    number = farm.issue("Write a test").number
    assert f"- [x] Write a test\n- [ ] Write a test (#{number})\n" in farm.text()
    assert farm.run().plan == ()


def test_of_two_identical_items_the_second_is_ticked() -> None:
    farm = _farm("- [ ] Write a test", "- [ ] Write a test")
    first, second = (i.number for i in farm.issues if i.title == "Write a test")
    farm.merge_sync()
    farm.edit(f"- [ ] Write a test (#{second})", f"- [x] Write a test (#{second})")
    farm.settle()
    assert farm.door.standing[first].is_open
    assert not farm.door.standing[second].is_open


def test_one_of_two_identical_items_is_ticked_before_the_numbers_are_merged() -> None:
    farm = _farm("- [ ] Write a test", "- [ ] Write a test")
    first, second = (i.number for i in farm.issues if i.title == "Write a test")
    farm.push({SPEC: _spec("- [ ] Write a test", "- [x] Write a test")})
    farm.settle()
    assert farm.door.standing[first].is_open
    assert not farm.door.standing[second].is_open


def test_identical_items_in_two_phases_stay_apart_after_the_phases_change_places() -> None:
    one = "### Phase 1: Index\n\n- [ ] Write tests\n- [ ] Fill it\n"
    two = "### Phase 2: Search\n\n- [ ] Write tests\n- [ ] Show it\n"
    farm = Farm({SPEC: _spec(one, two)})
    farm.settle()
    before = {i.parent: i.number for i in farm.issues if i.title == "Write tests"}
    farm.push({SPEC: _spec(two, one)})
    farm.settle()
    assert created(farm) == []
    assert {i.parent: i.number for i in farm.issues if i.title == "Write tests"} == before


def test_items_stay_with_a_phase_that_is_numbered_anew() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    numbers = {issue.number for issue in farm.issues}
    second = farm.issue("Phase 2").number
    farm.edit(
        "### Phase 2: Search", "### Phase 2: Rights\n\n- [ ] Ask legal\n\n### Phase 3: Search"
    )
    farm.settle()
    assert farm.door.standing[second].title == "Phase 3: Search"
    assert set(created(farm)) == {"Phase 2: Rights", "Ask legal"}
    assert numbers < {issue.number for issue in farm.issues}
    assert farm.issue("Phase 3").blocked_by == (farm.issue("Phase 2").number,)
    assert farm.issue("Write the query").parent == second


def test_two_phases_of_one_title_are_two() -> None:
    farm = Farm({SPEC: WHOLE.replace("Phase 2: Search", "Phase 1: Index")})
    farm.settle()
    phases = [issue for issue in farm.issues if "Phase 1: Index" in issue.title]
    assert [len(issue.children) for issue in phases] == [2, 2]
    assert len({issue.title for issue in phases}) == 2


def test_a_phase_that_is_renamed_keeps_its_issue() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    number = farm.issue("Phase 2").number
    farm.edit("### Phase 2: Search", "### Stage B: Let people find parcels")
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].title == "Stage B: Let people find parcels"


def test_a_phase_that_is_gone_is_closed_and_its_items_stay_open_elsewhere() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    phase = farm.issue("Phase 2").number
    farm.edit("### Phase 2: Search\n\n", "")
    farm.settle()
    assert created(farm) == []
    gone = farm.door.standing[phase]
    assert (gone.is_open, gone.reason, gone.children) == (False, Reason.NOT_PLANNED, ())
    assert farm.issue("Write the query").parent == farm.issue("Phase 1").number


def test_items_change_places() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    before = _numbers(farm)
    farm.edit(
        "- [ ] Write the query\n- [ ] Show the results\n",
        "- [ ] Show the results\n- [ ] Write the query\n",
    )
    farm.settle()
    assert _numbers(farm) == before
    children = [child.number for child in farm.issue("Phase 2").children]
    assert children == [before["Show the results"], before["Write the query"]]


def test_an_item_that_came_later_is_known_by_where_it_stood() -> None:
    farm = _farm("- [ ] Choose an index", "- [ ] Write the query")
    farm.push(
        {SPEC: _spec("- [ ] Ask the vendor", "- [ ] Choose an index", "- [ ] Write the query")}
    )
    farm.settle()
    number = farm.issue("Ask the vendor").number
    farm.push(
        {
            SPEC: _spec(
                "- [ ] Ask a vendor of ours", "- [ ] Choose an index", "- [ ] Write the query"
            )
        }
    )
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].title == "Ask a vendor of ours"


def test_a_struck_item_is_given_up() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.edit("- [ ] Write the query", "- [ ] ~~Write the query~~")
    farm.settle()
    issue = farm.issue("Write the query")
    assert (issue.is_open, issue.reason) == (False, Reason.NOT_PLANNED)
    farm.edit("~~Write the query~~", "Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open


def test_a_struck_item_that_carries_its_number_is_given_up() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    number = farm.issue("Write the query").number
    farm.edit(f"Write the query (#{number})", f"~~Write the query~~ (#{number})")
    farm.settle()
    assert farm.door.standing[number].reason is Reason.NOT_PLANNED
    assert created(farm) == []


def test_what_was_ticked_before_gets_no_issue_until_somebody_unticks_it() -> None:
    farm = _farm("- [x] Choose an index", "- [ ] Write the query")
    assert _open(farm) == ["Parcel search", "Write the query"]
    assert "1 of 2 tasks done" in farm.issue("Parcel search").body
    farm.edit("- [x] Choose", "- [ ] Choose")
    farm.settle()
    assert created(farm) == ["Choose an index"]


def test_a_spec_whose_boxes_are_all_ticked_gets_nothing() -> None:
    farm = _farm("- [x] Choose an index", "- [x] Write the query")
    assert farm.issues == []


@pytest.mark.parametrize("box", ["x", " "])
def test_a_spec_that_is_done_already_gets_nothing(box: str) -> None:
    farm = Farm({SPEC: _spec(f"- [{box}] Choose an index", word="Done")})
    assert farm.settle().plan == ()


def test_a_copied_line_is_in_doubt_until_its_number_is_taken_out() -> None:
    farm = _farm("- [ ] Write the query", "- [ ] Show the results")
    farm.merge_sync()
    number = farm.issue("Write the query").number
    line = f"- [ ] Write the query (#{number})\n"
    farm.edit(line, f"{line}- [ ] Write the other query (#{number})\n")
    farm.settle()
    assert created(farm) == []
    assert "Needs your decision" in farm.issue("Parcel search").body
    assert farm.issue("Write the query").is_open
    farm.edit(f"Write the other query (#{number})", "Write the other query")
    farm.settle()
    assert created(farm) == ["Write the other query"]
    assert "Needs your decision" not in farm.issue("Parcel search").body


def test_a_part_of_two_items_is_in_doubt_and_neither_issue_is_closed() -> None:
    farm = _farm("- [ ] Promote arrays to beta", "- [ ] Promote objects to beta")
    farm.push({SPEC: _spec("- [ ] Promote to beta")})
    farm.settle()
    assert created(farm) == []
    assert len(_open(farm)) == 3
    assert "Needs your decision" in farm.issue("Parcel search").body
    assert "the issue of another task" not in farm.issue("Parcel search").body
    number = farm.issue("arrays").number
    farm.push({SPEC: _spec(f"- [ ] Promote to beta (#{number})")})
    farm.settle()
    assert farm.door.standing[number].title == "Promote to beta"
    assert _open(farm) == ["Parcel search", "Promote to beta"]


def test_an_item_that_refers_to_that_of_another_spec_does_not_take_its_issue() -> None:
    farm = Farm(
        {SPEC: _spec("- [ ] Show the results"), OTHER: _spec("- [ ] Print it", title="Labels")}
    )
    farm.settle()
    issue = farm.issue("Print it")
    farm.edit("Show the results", f"Show the results (#{issue.number})")
    farm.settle()
    assert farm.issue("Print it") == issue
    assert created(farm) == []
    farm.merge_sync()
    assert f"- [ ] Print it (#{issue.number})" in farm.text(OTHER)
    farm.close("Print it")
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Show the results (#{issue.number})" in farm.text()


@pytest.mark.parametrize("words", ["Parcel search", "Phase 2"])
def test_the_number_of_a_spec_or_a_phase_is_never_that_of_an_item(words: str) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    before = _numbers(farm)
    above, own = farm.issue(words).number, before["Write the query"]
    farm.edit("Write the query", f"Write the query (#{above})")
    farm.edit("- [ ] Show", f"- [ ] Count them (#{above})\n- [ ] Show")
    farm.settle()
    assert created(farm) == ["Count them"]
    farm.merge_sync()
    assert f"- [ ] Write the query (#{above}) (#{own})\n" in farm.text()
    assert farm.run().plan == ()
    assert _numbers(farm) == {**before, "Count them": farm.issue("Count them").number}
    assert len(_open(farm)) == 8


def test_zero_is_nobodys_number() -> None:
    farm = _farm("- [ ] Write the query (#0)", "- [ ] Show the results")
    number = farm.issue("Write the query").number
    farm.merge_sync()
    assert f"- [ ] Write the query (#0) (#{number})\n" in farm.text()
    assert farm.run().plan == ()


SAME = "Write tests"


def _of_the_same(*boxes: str) -> Farm:
    head = WHOLE.partition("### Phase 1")[0]
    lines = "".join(f"- [{box}] {SAME}\n" for box in boxes)
    farm = Farm({SPEC: f"{head}### Phase 1: Index\n\n{lines}"})
    farm.settle()
    return farm


def test_of_equal_tasks_the_one_whose_issue_is_closed_is_done_and_no_more() -> None:
    farm = _of_the_same("x", " ")
    farm.close(SAME)
    farm.settle()
    assert created(farm) == []
    farm.merge_sync()
    farm.settle()
    assert farm.text().count(f"- [x] {SAME}") == 2
    assert created(farm) == []


def test_of_equal_tasks_no_more_are_done_than_somebody_has_ticked() -> None:
    farm = _of_the_same(" ", " ", "x")
    farm.edit(f"- [ ] {SAME}", f"- [x] {SAME}")
    farm.settle()
    assert created(farm) == []
    assert [i.is_open for i in farm.issues if i.title == SAME].count(True) == 1
    farm.merge_sync()
    farm.settle()
    assert farm.text().count(f"- [ ] {SAME}") == 1


@pytest.mark.parametrize(
    ("boxes", "ticked", "added"), [("  ", "x ", "x"), ("x ", "xx", " "), ("  ", "x ", " ")]
)
def test_of_equal_tasks_the_one_whose_issue_is_opened_again_is(
    boxes: str, ticked: str, added: str
) -> None:
    """What the document says of it is still to be written, and so is what it is to say."""
    farm = _of_the_same(*boxes)
    farm.push({SPEC: _boxed(farm.text(), ticked)})
    farm.settle()
    closed = next(i.number for i in farm.issues if i.title == SAME and not i.is_open)
    farm.push({SPEC: _boxed(farm.text(), ticked + added)})
    farm.settle()
    farm.door.change_issue(closed, is_open=True)
    farm.settle()
    assert [i.number for i in farm.issues if i.title == SAME and not i.is_open] == []
    farm.merge_sync()
    farm.settle()
    assert farm.text().count(f"- [ ] {SAME}") == (ticked + added).count(" ") + 1
    assert f"- [ ] {SAME} (#{closed})" in farm.text()


def _boxed(text: str, boxes: str) -> str:
    lines = [line for line in text.splitlines(keepends=True) if SAME not in line]
    return "".join((*lines, *(f"- [{box}] {SAME}\n" for box in boxes)))
