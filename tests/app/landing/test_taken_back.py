"""A spec takes another one in, and gives it back: the issues go along both ways."""

import pytest

from bot.app.landing.listing import SUB_ISSUES
from bot.model.issue import Reason
from tests.app.landing.farm import SPEC, WHOLE, Farm, created, once

OTHER = "docs/specs/002-labels.md"
TASKS = "- [ ] Buy a printer\n- [ ] Draw the label\n- [ ] Print it\n"
LABELS = f"""# Spec: Label printing

- **Status:** Accepted

## Context

Labels are written by hand.

## Implementation plan

{TASKS}"""
BOTH = f"{WHOLE}\n### Phase 3: Labels\n\n{TASKS}"
NAMES = ("Buy a printer", "Draw the label", "Print it")


@pytest.fixture
def is_flat() -> bool:
    return False


@pytest.fixture
@once
def farm(is_flat: bool) -> Farm:
    farm = Farm({SPEC: WHOLE, OTHER: LABELS})
    farm.door.refusing = {SUB_ISSUES} if is_flat else set()
    farm.settle()
    farm.push({SPEC: BOTH, OTHER: None})
    farm.settle()
    return farm


def _numbers(farm: Farm) -> list[int]:
    return [farm.issue(name).number for name in NAMES]


@pytest.mark.traced
@pytest.mark.parametrize("is_flat", [False, True])
@pytest.mark.parametrize("deeds", [*range(14), 99])
def test_all_are_where_they_were(farm: Farm, deeds: int, is_flat: bool) -> None:
    numbers = _numbers(farm)
    farm.push({SPEC: WHOLE, OTHER: LABELS})
    farm.break_after(deeds)
    farm.settle()
    assert _numbers(farm) == numbers
    below = [child.number for child in farm.issue("Label printing").children]
    assert is_flat or below == numbers
    assert all(farm.door.standing[number].is_open for number in numbers)
    assert "was deleted" not in farm.issue("Label printing").body


@pytest.mark.parametrize("is_first", [False, True])
def test_one_file_may_come_before_the_other(farm: Farm, is_first: bool) -> None:
    numbers = _numbers(farm)
    farm.push({OTHER: LABELS} if is_first else {SPEC: WHOLE})
    farm.settle()
    farm.push({SPEC: WHOLE, OTHER: LABELS})
    farm.settle()
    open_ones = [i for i in farm.issues if i.is_open and i.title in NAMES]
    assert len(open_ones) == len(NAMES)
    assert is_first or [i.number for i in open_ones] == numbers


def test_what_was_closed_meanwhile_stays_closed(farm: Farm) -> None:
    farm.close("Draw the label")
    farm.settle()
    farm.push({SPEC: WHOLE, OTHER: LABELS})
    farm.settle()
    assert created(farm) == []
    assert farm.issue("Draw the label").reason is Reason.COMPLETED
    farm.merge_sync()
    assert "- [x] Draw the label" in farm.text(OTHER)


def test_with_the_numbers_merged_they_go_as_well(farm: Farm) -> None:
    farm.merge_sync()
    farm.settle()
    numbers = _numbers(farm)
    farm.push({SPEC: WHOLE, OTHER: LABELS})
    farm.settle()
    assert _numbers(farm) == numbers
    assert created(farm) == []


@pytest.mark.parametrize("was_reworded", [False, True])
def test_what_names_an_issue_goes_on_naming_it_where_its_task_comes_to_it(
    was_reworded: bool,
) -> None:
    farm = Farm({SPEC: WHOLE, OTHER: LABELS})
    farm.settle()
    number = farm.issue("Draw the label").number
    line = f"- [ ] Wait for that (#{number})\n"
    farm.edit("- [ ] Write the query\n", f"- [ ] Write the query\n{line}")
    farm.settle()
    both = f"{farm.text()}\n### Phase 3: Labels\n\n{TASKS}"
    farm.push({SPEC: both.replace("for that", "for it") if was_reworded else both, OTHER: None})
    farm.settle()
    assert farm.issue("Draw the label").number == number
    assert created(farm) == ["Phase 3: Labels"]
    farm.push({SPEC: farm.text().partition("\n### Phase 3")[0], OTHER: LABELS})
    farm.settle()
    assert created(farm) == []
    assert [child.number for child in farm.issue("Label printing").children].count(number) == 1


def test_what_stands_in_both_stays_where_it_was_taken_to(farm: Farm) -> None:
    numbers = _numbers(farm)
    farm.push({OTHER: LABELS})
    farm.settle()
    assert created(farm) == list(NAMES)
    phase = farm.issue("Phase 3: Labels")
    assert [child.number for child in phase.children] == numbers


def test_what_names_another_issue_now_has_that_one(farm: Farm) -> None:
    number, theirs = farm.issue("Draw the label").number, farm.foreign("Theirs")
    named = LABELS.replace("Draw the label", f"Draw the label (#{theirs})")
    farm.push({SPEC: WHOLE, OTHER: named})
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].reason is Reason.NOT_PLANNED


@pytest.mark.parametrize("words", ["Draw the label", "Draw the label anew", "Glue boxes"])
def test_a_task_may_be_reworded_in_between(farm: Farm, words: str) -> None:
    numbers = _numbers(farm)
    farm.edit("Draw the label", "Draw the label anew")
    farm.settle()
    farm.push({SPEC: WHOLE, OTHER: LABELS.replace("Draw the label", words)})
    farm.settle()
    assert created(farm) == ([words] if words == "Glue boxes" else [])
    back = [child.number for child in farm.issue("Label printing").children]
    assert set(back) >= {numbers[0], numbers[2]}
    assert farm.door.standing[numbers[1]].is_open is (words != "Glue boxes")


def test_of_a_spec_that_is_deleted_in_its_turn_the_rest_stays_as_it_is(farm: Farm) -> None:
    numbers = _numbers(farm)
    farm.push({SPEC: None, OTHER: LABELS.replace("- [ ] Print it\n", "")})
    farm.settle()
    assert created(farm) == []
    assert [child.number for child in farm.issue("Label printing").children] == numbers[:2]
    assert farm.door.standing[numbers[2]].is_open


@pytest.mark.parametrize("deeds", range(13))
def test_they_come_back_under_it_also_from_a_spec_that_is_deleted(farm: Farm, deeds: int) -> None:
    numbers = _numbers(farm)
    farm.push({SPEC: None, OTHER: LABELS})
    farm.break_after(deeds)
    farm.settle()
    assert [child.number for child in farm.issue("Label printing").children] == numbers
