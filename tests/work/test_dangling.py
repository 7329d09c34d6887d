"""Numbers that tasks carried before any issue had them."""

import pytest

from bot.model.work import Task
from bot.work.dangling import dangling_in
from bot.work.identity import match
from tests.work.checklists import held, task

SHOW, CHOOSE = "Show the results", "Choose an index"


def found(before: list[str], after: list[str], dangling: set[int]) -> list[int | None]:
    tasks = [task(line, at) for at, line in enumerate(after, start=1)]
    return list(match(tasks, held(before), dangling).numbers)


@pytest.mark.parametrize(
    "after",
    [
        [f"{SHOW} #11", CHOOSE],
        [CHOOSE, f"{SHOW} #11"],
        [f"{SHOW} #11", f"{CHOOSE} #11"],
        [f"{CHOOSE} #11", f"{SHOW} #11"],
        [f"{SHOW} #11", f"{CHOOSE} for parcels"],
        [f"{SHOW} #11", f"{CHOOSE} for parcels #11"],
        [f"{SHOW} on a map #11", f"Two / {CHOOSE}"],
    ],
)
def test_a_number_that_dangled_takes_nobodys_issue(after: list[str]) -> None:
    expected = [11 if CHOOSE in line else None for line in after]
    assert found([CHOOSE], after, {11}) == expected


def test_it_is_nobodys_where_that_task_is_gone() -> None:
    assert found([CHOOSE], [f"{SHOW} #11"], {11}) == [None]
    assert found([CHOOSE], [f"{SHOW} #11"], set()) == [11]


def test_of_the_same_words_who_carries_it_has_it() -> None:
    assert found([CHOOSE], [CHOOSE, f"{CHOOSE} #11"], {11}) == [None, 11]


def test_the_most_alike_has_it() -> None:
    after = [f"{CHOOSE} for parcels, and fill it #11", f"{CHOOSE} for parcels #11"]
    assert found([CHOOSE], after, {11}) == [None, 11]


def test_the_most_alike_has_it_though_a_line_above_is_alike_as_well() -> None:
    after = [f"{CHOOSE} for parcels #11", "Choose the index #11"]
    assert found([CHOOSE], after, {11}) == [None, 11]


def test_the_very_words_go_before_the_number_with_others() -> None:
    assert found([CHOOSE], [CHOOSE, f"{CHOOSE} for parcels #11"], {11}) == [11, None]


def test_of_a_line_that_stands_twice_with_its_number_the_first_has_it() -> None:
    assert found([CHOOSE], [f"{CHOOSE} #11", f"{CHOOSE} #11"], {11}) == [11, None]


def test_an_issue_is_found_whatever_stands_before_it() -> None:
    assert found([CHOOSE, SHOW], [f"{SHOW} #12"], {12}) == [12]


def test_a_task_that_has_its_own_issue_is_in_no_doubt_for_another_number() -> None:
    tasks = [task(f"{CHOOSE} #11 #12", 1), task(SHOW, 2)]
    matched = match(tasks, held([CHOOSE, SHOW]), {12})
    assert matched.numbers == (11, 12)
    assert matched.doubts == ()


def test_other_numbers_are_what_they_were() -> None:
    assert found([CHOOSE, SHOW], ["Dig #12", "Sell #11"], {11}) == [12, None]


def test_of_two_issues_each_has_its_own() -> None:
    assert found([CHOOSE, SHOW], [f"{SHOW} #11 #12"], {11, 12}) == [12]


def test_who_carries_one_is_matched_by_no_words() -> None:
    assert found([CHOOSE, SHOW], [f"{CHOOSE} #12"], {12}) == [None]


def dangles(carried: str, own: set[int], known: set[int], standing: set[int]) -> tuple[int, ...]:
    tasks = [Task("Dig", 1, done=False, numbers=(int(n),)) for n in carried.split()]
    return dangling_in(tasks, own, known, standing)


def test_what_stands_for_nothing_dangles() -> None:
    assert dangles("12 7 3", set(), set(), {7}) == (3, 12)
    assert dangles("", set(), set(), set()) == ()


def test_it_dangles_on_though_something_stands_for_it() -> None:
    assert dangles("12", set(), {12}, {12}) == (12,)
    assert dangles("12 12", {12}, {12}, {12}) == (12,)


def test_it_is_over_once_its_own_task_alone_carries_it_or_none() -> None:
    assert dangles("12", {12}, {12}, {12}) == ()
    assert dangles("7", set(), {12}, {7, 12}) == ()


def test_so_many_are_remembered() -> None:
    numbers = " ".join(str(number) for number in range(1, 700))
    assert dangles(numbers, set(), set(), set()) == tuple(range(1, 501))
