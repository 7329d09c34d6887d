import pytest

from bot.lifecycle.asked import Asked, last_asked
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
    asked = last_asked(state_of(*events.split()))
    assert asked is not None
    assert (asked.word, asked.by and asked.by.login) == (word, by)


@pytest.mark.parametrize(
    "events",
    ["", "me+draft", "me+draft ann-draft", "ann+review ann-review", "ann+review bob-REVIEW"],
)
def test_nothing_is_asked_by_us_or_any_more(events: str) -> None:
    assert last_asked(state_of(*events.split(), labels=())) is None


def test_other_labels_ask_for_nothing() -> None:
    event = Labelling("bug", Person("ann"), "2026-01-02T03:04:05Z", is_set=True)
    assert last_asked(PullState(PULL, ME, ("bug",), (event,))) is None


def test_a_label_that_nobody_is_known_to_have_set_is_told_of() -> None:
    assert last_asked(state_of("me+draft", labels=("bug", "Spec: Idea", "spec: draft"))) == Asked(
        "idea", None, ""
    )
    assert last_asked(state_of("ann+review", labels=("spec: idea",))) == Asked(
        "review", Person("ann"), "2026-01-02T03:00:00Z"
    )


def test_a_command_counts_like_a_label_the_later_wins() -> None:
    early = Asked("done", Person("bob"), "2026-01-01T00:00:00Z", Way.COMMAND)
    late = Asked("done", Person("bob"), "2026-01-03T00:00:00Z", Way.COMMAND)
    state = state_of("ann+review")
    assert last_asked(state, [early, late]) == late
    found = last_asked(state, [early])
    assert found is not None
    assert found.word == "review"
    assert last_asked(state_of(), [early]) == early
