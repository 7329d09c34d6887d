"""A heading is retouched more easily than a plan is given up: issues outlast that."""

import pytest

from bot.model.issue import Reason
from tests.app.landing.farm import HEAD, SPEC, WHOLE, Farm, created, once

SUB = (
    f"{HEAD}### Backend\n\n- [ ] Choose an index\n- [ ] Fill it\n\n"
    "### Page\n\n- [ ] Show all\n- [ ] Test it\n"
)
FLAT = f"{HEAD}- [ ] Choose an index\n- [ ] Write the query\n- [x] Ask support\n"
PLAN = "## Implementation plan"
GATES = ("Acceptance criteria", "Sign-off", "Out of scope", "Open questions")


@pytest.fixture
@once
def flat() -> Farm:
    """Give a spec with its issues whose plan has no phases, so that its heading is all there is."""
    farm = Farm({SPEC: FLAT})
    farm.settle()
    return farm


def _standing(farm: Farm) -> list[tuple[int, str, bool]]:
    return [(i.number, i.title, i.is_open) for i in farm.issues]


@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize(
    "heading",
    [
        "## Implementation plan ✅", "## Implementation plan (done)", "## Plan", "## Open tasks",
        "## How we get there", "## Leftovers", "### Deeper",
    ],
)  # fmt: skip
def test_a_plan_by_another_name_keeps_its_issues(flat: Farm, heading: str, is_merged: bool) -> None:
    if is_merged:
        flat.merge_sync()
        flat.settle()
    before = _standing(flat)
    flat.edit(PLAN, heading)
    flat.settle()
    assert _standing(flat) == before
    flat.close("Write the query")
    flat.settle()
    flat.merge_sync()
    flat.settle()
    assert "- [x] Write the query (#" in flat.text()
    flat.edit("Choose an index (#", "Choose the index (#")
    flat.settle()
    assert flat.door.standing[before[1][0]].title == "Choose the index"
    assert created(flat) == []


def test_a_line_that_goes_elsewhere_in_its_spec_has_its_issue(flat: Farm) -> None:
    before = _standing(flat)
    flat.edit("- [ ] Write the query\n", "")
    flat.push({SPEC: f"{flat.text()}\n## Leftovers\n\n- [ ] Write the query\n- [ ] Water\n"})
    flat.settle()
    assert _standing(flat) == before


@pytest.mark.parametrize("heading", ["## Out of scope", "## Acceptance criteria", "## Questions"])
def test_what_goes_where_nothing_is_work_is_dropped(flat: Farm, heading: str) -> None:
    flat.edit("- [ ] Write the query\n", "")
    flat.push({SPEC: f"{flat.text()}\n{heading}\n\n- [ ] Write the query\n"})
    flat.settle()
    assert flat.issue("Write the query").reason is Reason.NOT_PLANNED


def test_an_equal_box_elsewhere_has_no_part_in_it(flat: Farm) -> None:
    """As long as the task stands in the plan, a box of its words is none of its."""
    before = _standing(flat)
    flat.push({SPEC: f"{flat.text()}\n## Leftovers\n\n- [x] Write the query\n"})
    flat.settle()
    assert _standing(flat) == before


@pytest.mark.parametrize(
    "heading", ["## Rollout / migration plan", "## Tasks (backend)", "## Phase 1: Count"]
)
def test_what_the_template_does_not_name_is_work_by_its_heading(heading: str) -> None:
    farm = Farm({SPEC: FLAT.replace(PLAN, heading)})
    farm.settle()
    assert {"Choose an index", "Write the query"} <= set(created(farm))


def test_what_the_template_says_is_nobodys_work() -> None:
    text = f"{WHOLE}\n### Phase 3: [Name]\n\n- [ ] [Task]\n- [ ] TBD\n- [ ] …\n- [ ] Test it\n"
    farm = Farm({SPEC: text})
    farm.settle()
    assert created(farm)[-1] == "Test it"
    assert not {"[Task]", "TBD", "…"} & set(created(farm))


@pytest.mark.parametrize("granularity", ["item", "phase", "spec"])
@pytest.mark.parametrize("is_merged", [True, False])
def test_a_plan_by_another_name_keeps_its_phases(is_merged: bool, granularity: str) -> None:
    farm = Farm({SPEC: SUB}, f"issues: {{granularity: {granularity}}}\n")
    farm.settle()
    if is_merged and farm.sync.pulls:
        farm.merge_sync()
        farm.settle()
    before = {i.number: (i.title, i.is_open, i.parent) for i in farm.issues}
    farm.edit(PLAN, "## How we get there")
    farm.settle()
    assert {i.number: (i.title, i.is_open, i.parent) for i in farm.issues} == before
    assert "0 of 4 tasks done" in farm.issue("Parcel search").body


def test_a_note_that_names_an_issue_of_its_own_spec_is_none_of_its_work(flat: Farm) -> None:
    before, number = _standing(flat), flat.issue("Write the query").number
    note = f"\n## Launch notes\n\n- [{{}}] Announce it once it works (#{number})\n"
    text = flat.text()
    for box in (" ", "x"):
        flat.push({SPEC: text + note.format(box)})
        flat.settle()
        assert _standing(flat) == before
    flat.merge_sync()
    flat.settle()
    flat.edit(f"- [ ] Write the query (#{number})\n", "")
    flat.settle()
    assert flat.door.standing[number].title == "Write the query"
    assert flat.door.standing[number].reason is Reason.NOT_PLANNED


@pytest.mark.parametrize("is_merged", [True, False])
def test_what_was_taken_out_may_come_back_elsewhere(flat: Farm, is_merged: bool) -> None:
    if is_merged:
        flat.merge_sync()
        flat.settle()
    number = flat.issue("Write the query").number
    line = f"- [ ] Write the query{f' (#{number})' if is_merged else ''}\n"
    flat.edit(line, "")
    flat.settle()
    flat.push({SPEC: f"{flat.text()}\n## Leftovers\n\n{line}"})
    flat.settle()
    assert flat.door.standing[number].is_open
    assert created(flat) == []


def test_most_boxes_below_a_heading_say_what_the_rest_are(flat: Farm) -> None:
    flat.edit(PLAN, "## How we get there")
    flat.edit("- [ ] Write the query", "- [ ] Write all of the query")
    number = flat.issue("Write the query").number
    flat.settle()
    assert flat.door.standing[number].title == "Write all of the query"
    flat.push(
        {SPEC: flat.text().replace("## How we get there", "## On our way") + "- [ ] Tell all\n"}
    )
    flat.settle()
    assert created(flat) == ["Tell all"]


def test_a_spec_may_move_as_its_plan_is_called_something_else(flat: Farm) -> None:
    flat.merge_sync()
    flat.settle()
    before = _standing(flat)
    flat.edit(PLAN, "## How we get there")
    flat.move(SPEC, "docs/specs/009-find.md")
    flat.settle()
    assert _standing(flat) == before


def test_where_phases_have_free_names_gates_among_them_are_none() -> None:
    more = "".join(f"\n### {each}\n\n- [ ] Look at {each}\n" for each in GATES)
    farm = Farm({SPEC: SUB + more})
    farm.settle()
    assert not [title for title in created(farm) if "Look at" in title or title in GATES]


def test_what_waits_is_told_by_a_plan_of_another_name_too(flat: Farm) -> None:
    """Where nothing says what waits, it is what differs between issues and boxes."""
    number = flat.issue("Write the query").number
    flat.close("Write the query")
    flat.settle()
    flat.describe_sync("Please review, Bob.")
    flat.reword_commit()
    flat.edit(PLAN, "## How we get there")
    flat.settle()
    assert not flat.door.standing[number].is_open
    flat.merge_sync()
    assert "- [x] Write the query" in flat.text()
