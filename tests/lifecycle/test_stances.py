"""The latest word of each."""

import pytest

from bot.lifecycle.content import Content
from bot.lifecycle.stances import stances_of
from bot.model.pull import Person, Review

_CONTENTS = {"c1": Content(()), "c2": Content(())}


def _review(said: str) -> Review:
    """Read ``second login state commit``; a login of ``?`` is an account that was deleted."""
    at, login, state, *commit = said.split()
    author = None if login == "?" else Person(login, login.endswith("[bot]"))
    return Review(int(at), author, state, commit[0] if commit else None, f"2026-01-01T00:00:0{at}Z")


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ([], []),
        (["1 bob approved c1"], ["bob yes c1"]),
        (["1 bob APPROVED c3"], ["bob yes"]),
        (["1 bob approved"], ["bob yes"]),
        (["1 bob commented c1", "2 eve pending c1", "3 ? approved c1"], []),
        (["1 bob approved c1", "2 bob commented c2"], ["bob yes c1"]),
        (["1 bob approved c1", "2 Bob changes_requested c2"], ["Bob no c2"]),
        (["2 bob changes_requested c2", "1 bob approved c1"], ["bob no c2"]),
        (["1 bob approved c1", "2 bob dismissed c1"], []),
        (["1 bob dismissed c1", "2 bob approved c2"], ["bob yes c2"]),
        (["1 bob dismissed c1"], []),
        (
            ["1 bob approved c1", "2 eve approved c1", "3 bob approved c2"],
            ["eve yes c1", "bob yes c2"],
        ),
    ],
)
def test_reviews(reviews: list[str], expected: list[str]) -> None:
    found = stances_of(map(_review, reviews), _CONTENTS)
    commit = {id(content): name for name, content in _CONTENTS.items()}
    assert expected == [
        " ".join(
            [s.login, "yes" if s.approves else "no", *filter(None, [commit.get(id(s.content))])]
        )
        for s in found
    ]


def test_nobody_has_two_whatever_the_case_of_their_name() -> None:
    reviews = [_review("2 bob changes_requested c1"), _review("3 BOB approved c2")]
    assert [(each.login, each.approves) for each in stances_of(reviews, _CONTENTS)] == [
        ("BOB", True)
    ]
