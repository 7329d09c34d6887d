"""What the comment keeps of statuses and requests: read as it was written, and with an end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.action.keeping import Keeping
from bot.app.action.kept_status import read_status, write_status
from bot.app.action.memory import Memory, mark
from bot.lifecycle.granted import Granted
from bot.lifecycle.remembered import LABELLED, MOST, UNREAD, Remembered, Seen, key_of, mark_of
from bot.lifecycle.taken_off import Back
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing, OpenQuestion
from bot.model.report import SpecReport
from bot.plan.marker import read_marker, write_marker
from tests.forge.memory import PULL

AT = "2026-01-02T03:04:05Z"
KEY = key_of("a.md")
keys = st.integers(0, MOST * 2).map(lambda at: key_of(str(at)))
words = st.text(max_size=80).map(mark_of)


def pairs(marks: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    found = st.dictionaries(keys, marks, max_size=MOST)
    return found.map(lambda known: tuple(sorted(known.items(), key=lambda pair: pair[1])))


seen = st.one_of(
    st.just(Seen()),
    st.just(Seen(AT)),
    pairs(st.one_of(words, st.sampled_from((LABELLED, UNREAD)))).map(lambda then: Seen(AT, then)),
    st.sampled_from((("", ""), (KEY, ""), ("", KEY))).map(
        lambda by: Seen(AT, is_over=True, joined=by[0], moved=by[1])
    ),
)
statuses = st.builds(
    Remembered,
    words=pairs(words),
    otherwise=st.one_of(st.just(""), words),
    asked=seen,
    turned=seen,
    final=st.booleans(),
)


@given(statuses)
def test_it_is_read_as_it_was_written(status: Remembered) -> None:
    values = write_status(status)
    marker = write_marker("comment", {name: value for name, value in values.items() if value})
    read = read_status(read_marker(marker, "comment") or {})
    assert _sorted(read) == _sorted(status)


def _sorted(status: Remembered) -> Remembered:
    """Put specs in one order: in the comment they stand in groups."""
    asked, turned = (
        replace(each, then=each.then and tuple(sorted(each.then)))
        for each in (status.asked, status.turned)
    )
    return replace(status, words=tuple(sorted(status.words)), asked=asked, turned=turned)


@pytest.mark.parametrize(
    "value",
    [
        f"{AT},abcdef012345",
        AT,
        f"{AT},{KEY}:draft,{KEY}:review",
        f"{AT},{mark_of('draft')}:{KEY},wurst",
        f"{AT},{mark_of('draft')}:" + ".".join(key_of(str(at)) for at in range(MOST + 1)),
    ],
)
def test_a_former_form_is_adopted_anew(value: str) -> None:
    assert read_status({"request": value}).asked == Seen(AT)


@pytest.mark.parametrize("value", ["", ",x", "<b>", "x" * 40])
def test_what_is_no_time_is_no_request(value: str) -> None:
    assert read_status({"request": value}).asked == Seen()


def test_what_was_granted_in_a_former_form_stays_granted() -> None:
    read = read_status({"words": f"{KEY}:In review,{KEY}", "rest": "wurst"})
    assert read == Remembered(words=((KEY, mark_of("in-review")),))


def test_a_cause_that_nobody_wrote_is_none() -> None:
    read = read_status({"request": f"{AT},over,eaten.{KEY}"})
    assert read.asked == Seen(AT, is_over=True)


def test_all_of_it_leaves_room_for_words() -> None:
    full = tuple((key_of(str(at)), mark_of(str(at))) for at in range(MOST))
    status = Remembered(full, "", Seen(AT, full), Seen(AT, full))
    granted = (Granted("empty-section", "S" * 120, "r" * 240, "l" * 39, 10**18),) * 20
    approved = tuple((10**18 + at, "a" * 64) for at in range(200))
    keeping = Keeping(status, approved, granted, 10**6, Back(AT, "a" * 12))
    asked = tuple(OpenQuestion(f"Question {at}?", at, "a" * 12) for at in range(500))
    report = SpecReport("a.md", "spec", 1.0, None, None, "draft", None)
    hearing = Hearing(PULL, (HeardSpec(report, ChangeKind.ADDED, questions=asked),))
    line = mark(hearing, Memory("a" * 40, keeping=keeping), "s" * 16, "words")
    assert 28_000 < len(line) < 33_000
