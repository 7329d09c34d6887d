import pytest

from bot.lifecycle.contest import contested_by, turns
from tests.lifecycle.labelled import state_of


@pytest.mark.parametrize(
    ("events", "by"),
    [
        ("me+draft b[bot]-draft me+draft b[bot]-draft", "b[bot]"),
        ("me+draft b[bot]+done me-done b[bot]+done", "b[bot]"),
        ("me+draft b[bot]-draft me+draft", ""),
        ("b[bot]+done me-done me+draft b[bot]+done", ""),
        ("me+draft ann-draft me+draft ann-draft me+draft ann-draft", ""),
        ("me+draft -draft me+draft -draft", ""),
        ("me+draft b[bot]-draft b[bot]+done", ""),
    ],
)
def test_two_opposite_turns_are_a_contest(events: str, by: str) -> None:
    assert contested_by(state_of(*events.split()), 0) == by


def test_what_was_before_does_not_count() -> None:
    state = state_of(*"me+draft b[bot]-draft me+draft b[bot]-draft".split())
    assert contested_by(state, 1) == ""
    assert turns(state) == 4
