"""A task with a number that is no issue when it comes, and that another task's issue gets."""

import pytest

from tests.app.landing.farm import SPEC, WHOLE, Farm, created, once

ALONE = {"Choose an index": 103, "Fill the index from the old table": 104, "Write the query": 106}
TAKEN = "which is the issue of another task. For an issue of its own, take the number out."


@once
def _farm(number: int, granularity: str = "item") -> Farm:
    text = WHOLE.replace("Show the results", f"Show the results (#{number})")
    farm = Farm({SPEC: text}, f"version: 1\nissues:\n  granularity: {granularity}\n")
    farm.settle()
    return farm


def _tasks(farm: Farm) -> dict[str, int]:
    return {i.title: i.number for i in farm.issues if i.title in {*ALONE, "Show the results"}}


@pytest.mark.parametrize("number", range(101, 110))
def test_it_gets_none_whatever_opens_under_that_number(number: int) -> None:
    farm = _farm(number)
    assert _tasks(farm) == ALONE
    farm.merge_sync()
    farm.settle()
    assert _tasks(farm) == ALONE
    assert f"- [ ] Show the results (#{number})\n" in farm.text()
    assert farm.sync.pulls == ()


def test_the_tracking_issue_says_so_until_the_number_is_taken_out() -> None:
    farm = _farm(103)
    assert f"“Show the results”, names `(#103)`, {TAKEN}" in farm.issue("Parcel search").body
    farm.edit("Show the results (#103)", "Show the results")
    farm.settle()
    assert created(farm) == ["Show the results"]
    assert TAKEN not in farm.issue("Parcel search").body


def test_it_takes_the_issue_neither_when_that_task_is_reworded_nor_when_it_is_gone() -> None:
    farm = _farm(103)
    farm.edit("- [ ] Choose an index", "- [ ] Choose an index for the parcels of this year")
    farm.settle()
    assert farm.door.standing[103].title == "Choose an index for the parcels of this year"
    farm.edit("- [ ] Choose an index for the parcels of this year\n", "")
    farm.settle()
    assert not farm.door.standing[103].is_open
    farm.edit("Show the results", "Show them")
    farm.settle()
    assert farm.door.standing[103].title == "Choose an index for the parcels of this year"
    assert created(farm) == []


def test_once_it_carries_the_number_no_longer_that_is_evidence_again() -> None:
    farm = _farm(103)
    farm.merge_sync()
    farm.edit("Show the results (#103)", "Show the results")
    farm.settle()
    farm.edit("Choose an index (#103)", "Compare what others do (#103)")
    farm.settle()
    assert farm.door.standing[103].title == "Compare what others do"


def test_a_number_that_was_somebodys_issue_is_evidence_where_its_task_goes() -> None:
    """What stands when it is first seen does not dangle: tasks go from spec to spec by it."""
    farm = Farm({SPEC: WHOLE.replace("Show the results", "Show the results (#101)")})
    assert farm.foreign("Theirs") == 101
    farm.settle()
    assert "Show the results" not in created(farm)
    assert "dangling" not in farm.issue("Parcel search").body


def test_a_number_that_comes_later_takes_nothing_either() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    lines = "- [ ] Show the results\n- [ ] Tell support (#109)\n- [ ] Measure it\n"
    farm.edit("- [ ] Show the results\n", lines)
    farm.settle()
    assert created(farm) == ["Measure it"]
    assert farm.issue("Measure it").number == 109


def test_nor_one_of_another_spec() -> None:
    other = WHOLE.replace("Parcel search", "Parcel store").replace("Show", "Store")
    farm = Farm({SPEC: WHOLE, "docs/specs/002-store.md": other.replace("query", "query (#103)")})
    farm.settle()
    assert farm.door.standing[103].title == "Choose an index"
    farm.edit("- [ ] Choose an index", "- [ ] Compare what others do")
    farm.settle()
    assert "Write the query" not in farm.door.standing[103].title


@pytest.mark.parametrize("granularity", ["phase", "spec"])
@pytest.mark.parametrize("number", [101, 102, 103])
def test_where_tasks_have_no_issues_it_changes_nothing(number: int, granularity: str) -> None:
    farm = _farm(number, granularity)
    assert len(farm.issues) == (3 if granularity == "phase" else 1)
    assert farm.sync.pulls == ()


def test_a_number_that_was_written_back_tells_of_its_task_whatever_that_says_now() -> None:
    farm = _farm(103)
    farm.merge_sync()
    farm.settle()
    farm.edit("Choose an index (#103)", "Compare what others do (#103)")
    farm.settle()
    assert farm.door.standing[103].title == "Compare what others do"
    assert created(farm) == []


def test_who_carries_the_number_of_a_dropped_task_is_told() -> None:
    farm = _farm(103)
    farm.edit("- [ ] Choose an index\n", "")
    farm.settle()
    assert not farm.door.standing[103].is_open
    assert f"“Show the results”, names `(#103)`, {TAKEN}" in farm.issue("Parcel search").body


def test_however_many_there_are_the_body_has_room_for_them_all() -> None:
    many = (f"- [ ] Task {n} of many that all name something (#{9_000 + n})\n" for n in range(1100))
    line = "- [ ] Show the results\n"
    farm = Farm({SPEC: WHOLE.replace(line, line + "".join(many))}, "issues: {granularity: spec}\n")
    farm.settle()
    marker, _, text = farm.issue("Parcel search").body.partition("\n")
    assert len(marker) > 8_000
    assert len(marker) + len(text) < 62_000
