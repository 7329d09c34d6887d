"""Texts that are longer than GitHub takes are cut, and say so, before it has to refuse them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.pull import Label, PullState
from bot.plan import fitting
from bot.plan.converge import converge
from bot.plan.desired import (
    Annotation,
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    PullWish,
    SyncWish,
)
from bot.plan.difference import difference
from bot.plan.fitting import CUT, cut_body, fitted
from bot.plan.marker import read_marker, write_marker
from bot.plan.observed import Observed
from tests.forge.memory import ME, PULL, Memory

COMMENT = write_marker("comment", {"head": "one"})
ISSUE = write_marker("issue", {"key": "a"})
LONG = "words and ümläute 🦉\n" * 5_000


@given(st.text(max_size=400), st.integers(120, 300))
def test_a_cut_is_short_enough_and_keeps_both_markers(text: str, most: int) -> None:
    body = f"{COMMENT}\n{text}\n{ISSUE}"
    cut = cut_body(body, most + len(COMMENT) + len(ISSUE))
    assert len(cut) <= most + len(COMMENT) + len(ISSUE)
    assert read_marker(cut, "comment", first=True) == {"head": "one"}
    assert read_marker(cut, "issue") == {"key": "a"}
    assert (cut == body) is (CUT not in cut)
    assert cut_body(cut, most + len(COMMENT) + len(ISSUE)) == cut


def test_the_issue_marker_stays_where_it_is() -> None:
    cut = cut_body(f"{LONG}\n{ISSUE}")
    assert len(cut) == fitting.BODY
    assert cut.startswith(f"{CUT}\n\nwords")
    assert cut.endswith(f"\n{ISSUE}")


def test_what_fits_is_left_alone() -> None:
    body = "x" * fitting.BODY
    assert cut_body(body) == body
    assert fitted(Desired()) == Desired()
    bare = Desired(PullWish(1), (IssueWish("a", "t", "b"),))
    assert fitted(bare) == bare
    none = PullWish(1, CommentWish(None), LabelWish("spec: ", None))
    assert fitted(Desired(none)) == Desired(none)


def test_everything_is_cut_to_its_measure() -> None:
    note = Annotation("a.md", 1, "notice", "t" * 999, LONG)
    label = Label("spec: " + "s" * 99, "ededed", "d" * 999)
    wishes = Desired(
        PullWish(
            1,
            CommentWish(f"{COMMENT}\n{LONG}"),
            LabelWish("spec: ", label),
            CheckWish("spec-steward", PULL.head, "success", "t" * 999, LONG, (note,)),
        ),
        (IssueWish("a", "t" * 999, f"{LONG}\n{ISSUE}", labels=("l" * 99, "work")),),
        SyncWish("sync", "main", PULL.base, (("a", b""),), "t" * 999, LONG),
    )
    cut = fitted(wishes)
    assert cut.pull
    assert cut.pull.comment
    assert cut.pull.check
    assert cut.pull.label
    assert cut.sync
    assert len(cut.pull.comment.body or "") == fitting.BODY
    assert cut.pull.label.label
    assert len(cut.pull.label.label.name) == fitting.LABEL
    assert len(cut.pull.label.label.description) == fitting.DESCRIPTION
    check = cut.pull.check
    assert fitting.CHECK_TEXT - 4 < len(check.summary.encode()) <= fitting.CHECK_TEXT
    assert check.summary.startswith(CUT)
    assert len(check.annotations[0].message.encode()) <= fitting.CHECK_TEXT
    assert len(check.title) == len(check.annotations[0].title) == fitting.CHECK_TITLE
    assert cut.issues
    assert len(cut.issues[0].title) == fitting.TITLE
    assert [len(name) for name in cut.issues[0].labels] == [fitting.LABEL, 4]
    assert (len(cut.sync.title), len(cut.sync.body)) == (fitting.TITLE, fitting.BODY)
    assert fitted(cut) == cut


@pytest.mark.parametrize("more", ["", "more\n"])
def test_after_a_cut_there_is_nothing_left(more: str) -> None:
    """What is wanted is held against what stands after the cut, so that a second run rests."""
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    wish = IssueWish("a", "t" * 999, f"{LONG}\n{ISSUE}", labels=("l" * 99,))
    desired = Desired(PullWish(1, CommentWish(f"{COMMENT}\n{LONG}{more}")), (wish,))
    converge(desired, lambda: memory.observe(1), memory.perform, memory.observe(1))
    assert difference(desired, memory.observe(1)) == ()
    assert difference(replace(desired), Observed()) == ()
