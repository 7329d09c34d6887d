import pytest

from bot.model.work import Task
from bot.work.identity import Doubtful, Held, match
from tests.work.checklists import FIRST, matched

_PARCELS = [
    "One / Add the table `parcels` and its indexes",
    "One / Write tests",
    "Two / Import the recorded day of scans into the new table",
    "Two / Write tests",
    "Two / Show the estimate in the merchant portal",
]


def test_what_did_not_change_is_what_it_was() -> None:
    assert matched(_PARCELS, _PARCELS) == ([11, 12, 13, 14, 15], ())


def test_nothing_is_matched_with_nothing() -> None:
    assert matched([], []) == ([], ())
    assert matched(_PARCELS, []) == ([], ())
    assert matched([], ["Write tests"]) == ([None], ())


def test_a_number_comes_before_all_words() -> None:
    assert matched(["Paint it", "Sell it"], ["Sell it #11", "Paint it #12"])[0] == [11, 12]


def test_a_number_of_elsewhere_keeps_its_task_from_any_match() -> None:
    assert matched(["Paint it"], ["Paint it #99"]) == ([None], ())


def test_of_two_lines_with_one_number_the_one_that_says_the_same_keeps_it() -> None:
    after = ["Paint the side door #11", "Paint the front door #11"]
    assert matched(["Paint the front door"], after) == ([None, 11], (Doubtful((0,), (11,)),))


def test_of_two_copies_with_one_number_the_first_keeps_it() -> None:
    after = ["Paint it #11", "Paint it #11"]
    assert matched(["Paint it"], after) == ([11, None], (Doubtful((1,), (11,)),))


@pytest.mark.parametrize("words", ["Choose an index", "**Choose** an index."])
def test_of_lines_with_one_number_the_very_words_keep_it(words: str) -> None:
    after = ["Choosing the index #11", f"{words} #11"]
    assert matched(["Choose an index"], after)[0] == [None, 11]


def test_of_other_lines_with_one_number_the_most_alike_keeps_it() -> None:
    after = ["Choose an index for all parcels #11", "Choose an index soon #11"]
    assert matched(["Choose an index"], after)[0] == [None, 11]


def test_a_task_with_two_numbers_takes_one() -> None:
    assert matched(["Paint it", "Sell it"], ["Paint it and sell it #11 #12"])[0] == [11]
    before, after = ["Paint it", "Sell it"], ["Paint it #11", "Sell it #11 #12"]
    assert matched(before, after)[0] == [11, 12]


def test_the_same_text_twice_is_two_items_in_order() -> None:
    assert matched(["Test", "Test"], ["Test", "Test", "Test"])[0] == [11, 12, None]


def test_equal_items_stay_in_their_phases() -> None:
    after = [_PARCELS[2], _PARCELS[3], _PARCELS[4], _PARCELS[0], _PARCELS[1]]
    assert matched(_PARCELS, after)[0] == [13, 14, 15, 11, 12]


def test_equal_items_follow_phases_that_are_numbered_anew() -> None:
    before = ["Phase 1 / Dig", "Phase 1 / Test", "Phase 2 / Build", "Phase 2 / Test"]
    after = ["Phase 1 / Plan", "Phase 1 / Test", "Phase 2 / Dig", "Phase 2 / Test"]
    after += ["Phase 3 / Build", "Phase 3 / Test"]
    assert matched(before, after)[0] == [None, None, 11, 12, 13, 14]


def test_an_item_that_moves_to_another_phase_stays_itself() -> None:
    assert matched(["One / Dig", "Two / Build"], ["Two / Dig", "One / Build"])[0] == [11, 12]


def test_what_is_gone_comes_back_by_its_words_alone() -> None:
    assert matched(["-Paint the front door"], ["Paint the front door."])[0] == [11]
    assert matched(["-Paint the front door"], ["Paint the big front door"]) == ([None], ())


def test_what_stands_comes_before_what_is_gone() -> None:
    assert matched(["-Paint it", "Paint it"], ["Paint it"])[0] == [12]
    assert matched(["-Paint it", "Paint it"], ["Paint it", "Paint it"])[0] == [12, 11]


def test_what_is_over_is_found_by_its_number_alone() -> None:
    assert matched(["+Paint it"], ["Paint it"]) == ([None], ())
    assert matched(["+Paint it"], ["Paint it #11"])[0] == [11]


def test_a_split_item_goes_on_in_one_part() -> None:
    before = ["Write the importer, and the exporter for carriers"]
    numbers, doubts = matched(before, ["Write the importer", "the exporter for carriers"])
    assert (sorted(map(str, numbers)), doubts) == (["11", "None"], ())


def test_merged_items_go_on_in_one_of_them() -> None:
    before = ["Write the importer of scans", "Write the exporter for carriers"]
    after = ["Write the importer of scans and the exporter for carriers"]
    numbers, doubts = matched(before, after)
    assert numbers in ([11], [12])
    assert doubts == ()


def test_a_copy_of_what_has_its_issue_takes_no_other() -> None:
    before = ["Test the importer", "Test the importer of the recorded scans"]
    assert matched(before, ["Test the importer", "Test the importer"]) == ([11, None], ())


def test_a_part_of_two_items_is_in_doubt() -> None:
    before = ["Promote support for arrays to beta", "Promote support for objects to beta"]
    assert matched(before, ["Promote to beta"]) == ([None], (Doubtful((0,), (11, 12)),))


def test_one_task_that_is_like_two_issues_alike_is_in_doubt() -> None:
    before = ["Send red letters to all customers today", "Send blue letters to all customers today"]
    numbers, doubts = matched(before, ["Send letters to all customers"])
    assert (numbers, doubts) == ([None], (Doubtful((0,), (11, 12)),))


def test_identical_items_that_are_reworded_alike_stay_two() -> None:
    before = ["Test the importer of scans", "Test the importer of scans"]
    after = ["Test the importer of all scans", "Test the importer of all scans"]
    assert matched(before, after) == ([11, 12], ())


def test_what_hangs_together_is_one_doubt() -> None:
    before = ["Copy files from the old store to the new store", "Something else entirely"]
    after = ["Copy files from the new store to the old store", "Wholly unlike all that"]
    assert matched(before, after) == ([None, None], (Doubtful((0,), (11,)),))


def test_who_resolves_a_doubt_writes_the_number() -> None:
    before = ["Send red letters to all customers today", "Send blue letters to all customers today"]
    assert matched(before, ["Send letters to all customers #12"]) == ([12], ())


@pytest.mark.parametrize("turn", [1, -1])
def test_all_may_change_their_order(turn: int) -> None:
    numbers = [11, 12, 13, 14, 15]
    unlike = [line for line in _PARCELS if "tests" not in line]
    assert matched(unlike, unlike[::turn])[0] == numbers[: len(unlike)][::turn]


def test_two_phases_that_became_one_lend_it_to_the_larger() -> None:
    before = ["One / Dig", "One / Plant", "One / Test", "Two / Water", "Two / Test"]
    after = ["All / Dig", "All / Plant", "All / Water", "All / Test"]
    assert matched(before, after)[0] == [11, 12, 14, 13]


def test_a_split_into_like_halves_goes_on_in_one() -> None:
    before = ["Paint the big door and wash the old window"]
    numbers, doubts = matched(before, ["Paint the big door", "Wash the old window"])
    assert (sorted(map(str, numbers)), doubts) == (["11", "None"], ())


def test_what_is_far_less_like_is_no_rival() -> None:
    before = ["Show the estimate in the portal of merchants"]
    after = ["Show the estimate in the portal of merchants today"]
    after += [
        "Show the estimate in the portal of merchants for all who ask support by mail or phone"
    ]
    assert matched(before, after)[0] == [11, None]


def test_rivals_of_both_sides_are_in_doubt() -> None:
    before = ["Send red letters to our customers", "Send blue letters to our customers"]
    after = ["Send letters to our customers", "Send letters to customers soon"]
    assert matched(before, after)[0] == [None, None]


@pytest.mark.parametrize(
    ("boxes", "issues", "found"),
    [
        ("x ", " ", [None, 11]),
        (" x", " ", [11, None]),
        ("x ", "  ", [11, 12]),
        (" ", "x ", [12]),
        ("x", "x ", [11]),
        ("xx", " ", [11, None]),
        ("x  ", "xx", [11, 12, None]),
    ],
)
def test_the_same_words_go_to_each_other_by_their_boxes_where_some_are_left_over(
    boxes: str, issues: str, found: list[int | None]
) -> None:
    tasks = [Task("write tests", at, box == "x") for at, box in enumerate(boxes, start=1)]
    known = [
        Held(number, "write tests", "", is_done=box == "x")
        for number, box in enumerate(issues, start=FIRST)
    ]
    assert list(match(tasks, known).numbers) == found
