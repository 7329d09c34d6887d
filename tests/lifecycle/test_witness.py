"""What our label said last, by the timeline that nobody can edit."""

from dataclasses import replace

import pytest

from bot.lifecycle.witness import witnessed
from tests.lifecycle.labelled import state_of

END = "2026-01-02T03:02:00Z"  # what comes third is the last that counts


@pytest.mark.parametrize(
    ("events", "word"),
    [
        ([], ""),
        (["me+draft"], "draft"),
        (["me+draft", "ann+done"], "draft"),
        (["me+draft", "ann+done", "me-done"], "draft"),
        (["me+draft", "ann+done", "me-draft"], "done"),
        (["me+draft", "ann+done", "me+review"], "draft"),  # in the middle of it
        (["me+draft", "ann-draft", "me+Draft"], "draft"),
        (["me+draft", "me-draft"], "draft"),
        (["ann+draft"], ""),
    ],
)
def test_what_stood_when_we_had_set_it_right(events: list[str], word: str) -> None:
    assert witnessed(state_of(*events))[0] == word


def test_labels_of_no_family_say_nothing() -> None:
    state = state_of("me+draft")
    (event,) = state.labellings
    assert witnessed(replace(state, labellings=(replace(event, name="bug"),))) == ("", "")


@pytest.mark.parametrize(
    ("events", "word", "is_ours"),
    [
        (["me+draft", "ann+done", "me-draft", "bob-done", "bob+draft"], "done", True),
        (["me+draft", "ann+done", "me-draft", "bob-done", "bob+draft", "me+done"], "done", True),
        (["me+draft", "ann+done", "bob+review", "bob-done", "me-review"], "draft", True),
        (["ann+draft", "bob+done", "bob-draft", "eve-done"], "done", False),
        (["ann+draft", "bob+done", "eve+review"], "", False),
        (["+draft"], "draft", False),
    ],
)
def test_what_people_do_after_the_merge_is_nothing(
    events: list[str], word: str, is_ours: bool
) -> None:
    state = state_of(*events)
    found = witnessed(replace(state, pull=replace(state.pull, merged_at=END)))
    assert (found[0], bool(found[1])) == (word, is_ours)
