"""A label that somebody takes off although it is the status."""

from dataclasses import replace

import pytest

from bot.lifecycle.taken_off import Back, put_back
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec
from bot.model.pull import PullStage, PullState
from bot.model.report import SpecReport
from bot.model.stage import Stage
from tests.lifecycle.labelled import PULL, state_of
from tests.lifecycle.test_reconcile import asked

LATER = "2026-01-02T04:00:00Z"


def spec(word: str | None, stage: Stage | None, *, is_stated: bool = False) -> HeardSpec:
    report = SpecReport("a.md", "t", 1.0, None, None, word, stage)
    return HeardSpec(report, ChangeKind.ADDED, is_stated=is_stated)


ACCEPTED = spec("accepted", Stage.APPROVED)
TAKEN = state_of("ann+accepted", "bob-accepted")


def told(state: PullState, *specs: HeardSpec) -> str:
    found = put_back(state, specs, (), None)
    return found.word if found else ""


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
    assert told(state_of(*events), ACCEPTED) == found


def test_only_where_the_label_is_the_status() -> None:
    assert told(TAKEN, spec("accepted", Stage.APPROVED, is_stated=True)) == ""
    assert told(TAKEN, ACCEPTED, spec("draft", Stage.DRAFTING, is_stated=True)) == ""
    assert told(TAKEN, spec("wurst", None)) == ""
    assert told(TAKEN) == ""


def test_it_is_told_at_the_head_where_it_was_put_back() -> None:
    first = put_back(TAKEN, [ACCEPTED], (), None)
    assert first == Back(TAKEN.labellings[-1].at, PULL.head[:12], "accepted")
    assert put_back(TAKEN, [ACCEPTED], (), first) == first
    pushed = replace(TAKEN, pull=replace(PULL, head="c" * 40))
    silent = replace(first, word="")
    assert put_back(pushed, [ACCEPTED], (), first) == silent
    again = state_of("ann+accepted", "bob-accepted", "me+accepted", "bob-accepted")
    another = put_back(replace(again, pull=pushed.pull), [ACCEPTED], (), silent)
    assert another is not None
    assert another.word == "accepted"


def test_a_later_request_has_its_own_answer() -> None:
    assert put_back(TAKEN, [ACCEPTED], [asked("accepted", at=LATER)], None) is None
    assert put_back(TAKEN, [ACCEPTED], [asked("accepted", at="2026-01-01")], None) is not None


def test_what_is_merged_has_another_reason() -> None:
    merged = replace(TAKEN, pull=replace(PULL, stage=PullStage.MERGED))
    assert put_back(merged, [ACCEPTED], (), None) is None
