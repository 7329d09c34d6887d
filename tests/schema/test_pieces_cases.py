"""A text falls into paragraphs, list entries and rows, each of which has a folded form."""

import pytest

from bot.schema.pieces import pieces_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("---\n\n***\n\n| |\n", []),
        ("One\n*two*\n\nthree", [(0, "one two"), (3, "three")]),
        ("One\n- two\n  more\n1. [ ] three\n- [X] four", [
            (0, "one"), (1, "two more"), (3, "three"), (4, "[x] four"),
        ]),
        ("<!-- a\n\n- b -->\nOne", [(3, "one")]),
        ("```\n- one\n\n- two\n---\n```\nthree", [(0, "one two"), (6, "three")]),
        ("> One\n> two", [(0, "one two")]),
        ("One\n| a |\n|---|\n| b |", [(0, "one"), (1, "| a |"), (3, "| b |")]),
    ],
)  # fmt: skip
def test_pieces_and_where_they_stand(text: str, found: list[tuple[int, str]]) -> None:
    assert [(piece.line, piece.key) for piece in pieces_of(text)] == found


def test_what_says_nothing_to_an_author_is_set() -> None:
    text = "---\nOne\n\n| a |\n|---|\n| b |\n\n```\nc\n```\n\n- d\n\n---\n\ne"
    assert [p.key.strip("| `") for p in pieces_of(text) if p.set] == ["a", "c", "e"]


def test_entries_know_how_deep_they_stand() -> None:
    pieces = list(pieces_of("One\n- two\n  - [ ] three"))
    assert [(p.is_item, p.depth, bool(p.box)) for p in pieces] == [
        (False, -1, False),
        (True, 0, False),
        (True, 2, True),
    ]
