"""A label that somebody takes off although it is the status."""

import pytest

from bot.lifecycle.taken_off import put_back
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec
from bot.model.report import SpecReport
from bot.model.stage import Stage
from tests.lifecycle.labelled import state_of


def spec(word: str | None, stage: Stage | None, *, is_stated: bool = False) -> HeardSpec:
    report = SpecReport("a.md", "t", 1.0, None, None, word, stage)
    return HeardSpec(report, ChangeKind.ADDED, is_stated=is_stated)


ACCEPTED = spec("accepted", Stage.APPROVED)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        ([], ""),
        (["ann+accepted"], ""),
        (["ann+accepted", "bob-accepted"], "accepted"),
        (["ann+accepted", "bob-Accepted", "me+accepted"], "accepted"),
        (["ann+accepted", "bob-accepted", "me+accepted", "bob+done", "me-done"], ""),
        (["ann+accepted", "bob-draft"], ""),
        (["ann+accepted", "b[bot]-accepted"], ""),
        (["ann+accepted", "-accepted"], ""),
        (["me+draft", "me-draft"], ""),
    ],
)
def test_what_a_person_took_off_last(events: list[str], found: str) -> None:
    assert put_back(state_of(*events), [ACCEPTED]) == found


def test_only_where_the_label_is_the_status() -> None:
    state = state_of("ann+accepted", "bob-accepted")
    assert put_back(state, [spec("accepted", Stage.APPROVED, is_stated=True)]) == ""
    assert put_back(state, [ACCEPTED, spec("draft", Stage.DRAFTING, is_stated=True)]) == ""
    assert put_back(state, [spec("wurst", None)]) == ""
    assert put_back(state, []) == ""
