import pytest

from bot.work.likeness import Grade, likeness, weigh
from bot.work.words import words_of
from tests.work.checklists import matched

_AROUND = ["Dig a hole of two metres", "Plant the cherry tree", "Water everything daily"]

_REWORDED = [
    ("Add the text sender", "Implement the text sender"),
    ("Add retries to the sender", "Adding retries to sender."),
    ("Write unit tests for the parser", "Wrote the unit tests for the parser"),
    ("Migrate the accounts", "Migration of the accounts"),
    ("Centralise the colour settings", "Centralize the color settings"),
    ("Show the delivery estimate", "**Show** the `delivery` estimate"),
    ("show the Delivery Estimate", "Show The Delivery Estimate"),
    ("Recieve scans of carriers", "Receive scans of carriers"),
    ("Set up the staging database", "Setup the staging database"),
    ("Setup the staging database", "Set up the staging database"),
    ("Update the configuration of the gateway", "Update the config of the gateway"),
    ("Deploy to the staging cluster", "Deploy to the staging cluster behind a feature flag"),
    ("Quickly write the importer of scans", "Write the importer of scans with care"),
    ("For the portal, show all scans", "Show all scans for the portal"),
    ("Don't lose scans on restart", "Dont lose scans on restart"),
    ("Brig the service up in another region", "Bring the service up in another region"),
    ("Benchmarks", "Benchmarks, run each night"),
    ("Motivtion", "Motivation"),
    ("导入数据", "导入新数据"),
    ("Water the trees", "Water the trees (ACME-12)"),
    ("Water the trees", "Water the trees [PR 55] (Bob)."),
    ("Water the trees", "Water the trees \u2013 ETA Q3 2026"),
    ("Water the trees", "Water the trees (PR #55) - see Bob"),
    ("Water the trees (ACME-12)", "Water the trees"),
]

_DIFFERENT = [
    ("Implement component A", "Implement component C"),
    ("Implement component 1", "Implement component 2"),
    ("tests for the parser", "tests for the lexer"),
    ("Write unit tests for the parser", "Write unit tests for the lexer"),
    ("Call `open_store`", "Call `close_store`"),
    ("Support clients of HTTP/2", "Support clients of HTTP/3"),
    ("Support C", "Support C++"),
    ("Connect to Postgres", "Connect to Redis"),
    ("Use the terms of IT", "Use the terms of overloading"),
    ("Design the portal", "Remove the portal"),
    ("Copy the data from Alpha to Beta", "Copy the data from Beta to Alpha"),
    ("Deploy with a flag", "Deploy without a flag"),
    ("Deploy to the cluster", "Do not deploy to the cluster"),
    (
        "Introduce a `reader` attribute",
        "The `writer` attribute could be stabilized as it is without adding a `reader` attribute",
    ),
    ("Deploy to the staging cluster", "Deploy to the staging cluster 2"),
    ("Use the `reader` of scans", "Use the `reeder` of scans"),
    ("Test", "Verify all that was done for the new portal"),
    (
        "Describe the endpoint in the reference",
        "Describe the endpoint and `source` in the reference",
    ),
    ("🚀", "🎉"),
]


@pytest.mark.parametrize(("old", "new"), _REWORDED)
def test_a_reworded_item_stays_itself(old: str, new: str) -> None:
    before, after = [*_AROUND[:2], old, _AROUND[2]], [*_AROUND[:2], new, _AROUND[2]]
    assert matched(before, after) == ([11, 12, 13, 14], ())


@pytest.mark.parametrize(("old", "new"), _DIFFERENT)
def test_another_item_in_the_same_place_is_not_it(old: str, new: str) -> None:
    before, after = [*_AROUND[:2], old, _AROUND[2]], [*_AROUND[:2], new, _AROUND[2]]
    assert matched(before, after)[0] == [11, 12, None, 14]


def _grade(old: str, new: str, *around: str) -> Grade:
    texts = [words_of(text) for text in (old, new, *around)]
    return likeness(texts[0], texts[1], weigh(texts)).grade


@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [
        ("Plant trees", "Sell cars", Grade.OTHER),
        ("Plant trees", "Plant trees!", Grade.SAME),
        ("Tests", "Tests at night", Grade.NEAR),
        ("Tests", "Verify that no scan is lost on any of a thousand restarts", Grade.OTHER),
        ("Form letters", "From letters", Grade.NEAR),
        (
            "Add tests",
            "Add all of the tests that somebody else will run for us each night",
            Grade.MAYBE,
        ),
        ("Quickly walk home", "Walk home with friends", Grade.MAYBE),
        ("Paint the door 7", "Paint the door", Grade.MAYBE),
        ("Door", "Door `a1`, `b2`, `c3`, `d4`, `e5`", Grade.OTHER),
        ("", "Paint", Grade.OTHER),
        ("Paint the door", "Paint the door in `barn/door.py`", Grade.MAYBE),
        ("Paint the door", "Paint the door (ACME-12)", Grade.SAME),
        ("Paint", "Paint (ACME-12)", Grade.NEAR),
        ("Paint the door", "Paint the door (not now)", Grade.MAYBE),
        ("Paint the door", "Paint the door (ACME-12) of B 7", Grade.MAYBE),
        ("Paint C", "Paint C++ (ACME-12)", Grade.OTHER),
        ("Requirements", "Require that.", Grade.MAYBE),
        ("Requirement", "Requirements", Grade.SAME),
    ],
)
def test_grades(old: str, new: str, grade: Grade) -> None:
    assert _grade(old, new) is grade


def test_of_two_that_are_the_old_one_with_a_note_nobody_knows_which_it_is() -> None:
    found, doubts = matched(["Plant trees"], ["Plant trees (EU)", "Plant trees (UK)"])
    assert (found, [doubt.numbers for doubt in doubts]) == ([None, None], [(11,)])


def test_a_task_without_its_note_may_be_any_of_those_that_had_one() -> None:
    found, doubts = matched(["Plant trees (EU)", "Plant trees (UK)"], ["Plant trees"])
    assert (found, [doubt.numbers for doubt in doubts]) == ([None], [(11, 12)])


def test_a_word_that_stands_there_often_is_paired_by_its_neighbours() -> None:
    old = "Unless the IL transaction fits, drop it; if a transaction is dropped, require room"
    new = "Unless the IL receipt fits, drop it; if a transaction is dropped, rquire the room"
    assert _grade(old, new) in (Grade.MAYBE, Grade.OTHER)


def test_what_is_longer_than_is_read_differs_as_a_whole() -> None:
    words = " ".join(f"word{at}" for at in range(100))
    assert _grade(words, words) is Grade.SAME
    assert _grade(words, f"{words} more") is not Grade.SAME
