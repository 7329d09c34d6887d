import pytest

from bot.lifecycle.asked import Asked, all_asked
from bot.model.pull import Labelling, Person, PullState
from bot.model.standing import Way
from tests.lifecycle.labelled import ME, PULL, state_of


@pytest.mark.parametrize(
    ("events", "word", "by"),
    [
        ("ann+review", "review", "ann"),
        ("me+draft ann+review", "review", "ann"),
        ("ann+review bob+approved", "approved", "bob"),
        ("ann+review me-review", "review", "ann"),
        ("ann+review other[bot]+approved", "approved", "other[bot]"),
        ("ann+In-Review", "in-review", "ann"),
        ("+review", "review", None),
    ],
)
def test_the_latest_label_of_somebody_else_is_a_request(
    events: str, word: str, by: str | None
) -> None:
    asked = all_asked(state_of(*events.split()))[0]
    assert (asked.word, asked.by and asked.by.login) == (word, by)


@pytest.mark.parametrize(
    "events",
    ["", "me+draft", "me+draft ann-draft", "ann+review ann-review", "ann+review bob-REVIEW"],
)
def test_nothing_is_asked_by_us_or_any_more(events: str) -> None:
    assert all_asked(state_of(*events.split(), labels=())) == ()


def test_other_labels_ask_for_nothing() -> None:
    event = Labelling("bug", Person("ann"), "2026-01-02T03:04:05Z", is_set=True)
    assert all_asked(PullState(PULL, ME, ("bug",), (event,))) == ()


def test_a_label_that_the_timeline_does_not_tell_of_asks_for_nothing_yet() -> None:
    assert all_asked(state_of("me+draft", labels=("bug", "Spec: Idea", "spec: draft"))) == ()


def test_a_command_counts_like_a_label_the_later_first() -> None:
    early = Asked("done", Person("bob"), "2026-01-01T00:00:00Z", Way.COMMAND)
    late = Asked("done", Person("bob"), "2026-01-03T00:00:00Z", Way.COMMAND)
    found = all_asked(state_of("ann+review"), [early, late])
    assert [asked.word for asked in found] == ["done", "review", "done"]
    assert found[0] == late
