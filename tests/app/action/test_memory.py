"""What the comment remembers, whatever stands in it."""

import pytest

from bot.app.action.memory import Memory, mark, recall
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing, OpenQuestion
from bot.model.pull import Comment, Person, PullState
from bot.model.report import SpecReport
from bot.plan.marker import write_marker
from tests.forge.memory import PULL

OTHER = "d" * 40


def _state(body: str, *, mine: bool = True) -> PullState:
    comment = Comment(1, "IC_1", "url", Person("steward[bot]"), body, mine)
    return PullState(PULL, "steward[bot]", comments=(comment,))


def _marker(**values: str) -> str:
    return write_marker("comment", values) + "\nwords"


def test_without_a_comment_nothing_is_known() -> None:
    assert recall(PullState(PULL, "steward[bot]")) == Memory()


def test_the_head_of_the_last_look_is_known() -> None:
    assert recall(_state(_marker(head=OTHER))).seen == OTHER


def test_at_the_same_head_the_one_before_is() -> None:
    assert recall(_state(_marker(head=PULL.head, before=OTHER))).seen == OTHER
    assert recall(_state(_marker(head=PULL.head))).seen is None


@pytest.mark.parametrize("head", ["", "main", "../x", "g" * 40, OTHER + "\n", OTHER.upper()])
def test_what_is_no_commit_is_none(head: str) -> None:
    assert recall(_state(_marker(head=head))).seen is None


def test_somebody_elses_marker_says_nothing() -> None:
    assert recall(_state(_marker(head=OTHER), mine=False)) == Memory()


def test_what_is_marked_is_recalled() -> None:
    questions = (OpenQuestion("Which clock?", 3, "a" * 12), OpenQuestion("Who pays?", 4, None))
    report = SpecReport("a.md", "spec", 1.0, None, None, "draft", None)
    spec = HeardSpec(report, ChangeKind.ADDED, questions=questions)
    line = mark(Hearing(PULL, (spec,)), Memory(OTHER), "said", "words")
    memory = recall(_state(f"{line}\nwords"))
    assert memory.seen == OTHER
    assert list(memory.asked.values()) == ["a" * 12]
    assert memory.said == "said"
    assert recall(_state(f"{line}\r\nwords\r\n")).said == "said"
    assert recall(_state(f"{line}\nother words")).said == ""


def test_what_is_remembered_has_an_end() -> None:
    questions = tuple(OpenQuestion(f"Question {at}?", at, "a" * 12) for at in range(5_000))
    report = SpecReport("a.md", "spec", 1.0, None, None, "draft", None)
    spec = HeardSpec(report, ChangeKind.ADDED, questions=questions)
    assert len(mark(Hearing(PULL, (spec,)), Memory(OTHER), "said", "words")) < 5_000


def test_entries_that_make_no_sense_are_left_out() -> None:
    asked = "0123456789:aaaaaaaaaaaa,x:y,0123456789:<b>,:"
    assert recall(_state(_marker(head=OTHER, asked=asked))).asked == {"0123456789": "a" * 12}
