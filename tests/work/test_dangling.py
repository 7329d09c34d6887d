"""Numbers that tasks carried before any issue had them."""

import pytest

from bot.model.work import Task
from bot.work.dangling import Dangling, dangling_in, mark_of
from bot.work.identity import Doubtful, match
from tests.work.checklists import held, task

SHOW, CHOOSE = "Show the results", "Choose an index"
BY_SHOW = {11: {mark_of(task(SHOW))}}  # who brought the number
GONE = {11: {"gone"}, 12: {"gone"}}  # whoever brought them stands there no longer


def found(before: list[str], after: list[str], dangling: Dangling) -> list[int | None]:
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
    assert found([CHOOSE], after, BY_SHOW) == expected
    assert found([CHOOSE], after, GONE) == expected


def test_from_its_own_task_it_tells_whatever_that_says_now() -> None:
    after = ["Compare engines #11", f"{SHOW} #11"]
    assert found([CHOOSE], after, BY_SHOW) == [11, None]
    assert found([CHOOSE], after, GONE) == [None, None]


def test_who_carries_it_in_vain_is_in_doubt() -> None:
    tasks = [task(f"{SHOW} #11"), task(CHOOSE, 2)]
    assert match(tasks, held([CHOOSE]), BY_SHOW).doubts == (Doubtful((0,), (11,), is_clear=True),)
    assert match(tasks[:1], held([CHOOSE]), BY_SHOW).doubts[0].is_clear
    assert not match(tasks[:1], held([CHOOSE]), GONE).doubts[0].is_clear


def test_it_is_nobodys_where_that_task_is_gone() -> None:
    assert found([CHOOSE], [f"{SHOW} #11"], BY_SHOW) == [None]
    assert found([CHOOSE], [f"{SHOW} #11"], {}) == [11]


def test_of_the_same_words_who_carries_it_has_it() -> None:
    assert found([CHOOSE], [CHOOSE, f"{CHOOSE} #11"], GONE) == [None, 11]


def test_the_most_alike_has_it() -> None:
    after = [f"{CHOOSE} for parcels, and fill it #11", f"{CHOOSE} for parcels #11"]
    assert found([CHOOSE], after, GONE) == [None, 11]


def test_the_most_alike_has_it_though_a_line_above_is_alike_as_well() -> None:
    after = [f"{CHOOSE} for parcels #11", "Choose the index #11"]
    assert found([CHOOSE], after, GONE) == [None, 11]


def test_the_very_words_go_before_the_number_with_others() -> None:
    assert found([CHOOSE], [CHOOSE, f"{CHOOSE} for parcels #11"], GONE) == [11, None]


def test_of_a_line_that_stands_twice_with_its_number_the_first_has_it() -> None:
    assert found([CHOOSE], [f"{CHOOSE} #11", f"{CHOOSE} #11"], GONE) == [11, None]


def test_an_issue_is_found_whatever_stands_before_it() -> None:
    assert found([CHOOSE, SHOW], [f"{SHOW} #12"], GONE) == [12]


def test_a_task_that_has_its_own_issue_is_in_no_doubt_for_another_number() -> None:
    tasks = [task(f"{CHOOSE} #11 #12", 1), task(SHOW, 2)]
    matched = match(tasks, held([CHOOSE, SHOW]), GONE)
    assert matched.numbers == (11, 12)
    assert matched.doubts == ()


def test_other_numbers_are_what_they_were() -> None:
    assert found([CHOOSE, SHOW], ["Dig #12", "Sell #11"], {11: {"gone"}}) == [12, None]


def test_of_two_issues_each_has_its_own() -> None:
    assert found([CHOOSE, SHOW], [f"{SHOW} #11 #12"], GONE) == [12]


def test_who_carries_one_is_matched_by_no_words() -> None:
    assert found([CHOOSE, SHOW], [f"{CHOOSE} #12"], GONE) == [None]


def dangles(
    carried: str, found: list[int | None], known: Dangling, standing: set[int]
) -> tuple[tuple[int, str], ...]:
    numbers = (tuple(map(int, each.split("+"))) if each != "-" else () for each in carried.split())
    tasks = [Task(f"Task {at}", at, done=False, numbers=own) for at, own in enumerate(numbers)]
    return dangling_in(tasks, found, known, standing)


def mark(at: int) -> str:
    return mark_of(Task(f"Task {at}", at, done=False))


def test_what_stands_for_nothing_dangles() -> None:
    assert dangles("12 7 3+12", [None] * 3, {}, {7}) == (
        (3, mark(2)), (12, mark(0)), (12, mark(2)),
    )  # fmt: skip
    assert dangles("-", [None], {}, set()) == ()


def test_it_dangles_on_though_something_stands_for_it() -> None:
    assert dangles("12 -", [None, 12], {12: {mark(0)}}, {12}) == ((12, mark(0)),)
    assert dangles("12 12", [None, 12], {12: {mark(0)}}, {12}) == ((12, mark(0)),)


def test_who_brought_it_may_be_reworded() -> None:
    assert dangles("12 12", [None, 12], {12: {"as it was"}}, {12}) == ((12, mark(0)),)


def test_where_nobody_can_tell_whose_it_is_what_was_known_stays() -> None:
    assert dangles("12 12", [None, None], {12: ["as it was"]}, {12}) == ((12, "as it was"),)


def test_it_is_over_once_its_own_task_alone_carries_it_or_none() -> None:
    assert dangles("12", [12], {12: {mark(0)}}, {12}) == ()
    assert dangles("7", [None], {12: {mark(0)}}, {7, 12}) == ()


def test_so_many_are_remembered() -> None:
    numbers = " ".join(str(number) for number in range(1, 700))
    assert len(dangles(numbers, [None] * 699, {}, set())) == 500
