"""The one label of a pull request."""

import pytest

from bot.lifecycle.labels import status_label
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec
from bot.model.report import SpecReport
from bot.model.stage import Stage


def _spec(status: str | None, stage: Stage | None) -> HeardSpec:
    report = SpecReport("a.md", "spec", 1.0, None, None, status, stage)
    return HeardSpec(report, ChangeKind.ADDED)


DRAFT = _spec("draft", Stage.DRAFTING)
ACCEPTED = _spec("accepted", Stage.APPROVED)
UNKNOWN = _spec("wurst", None)
NONE = _spec(None, None)


@pytest.mark.parametrize(
    ("specs", "expected"),
    [
        ((), None),
        ((ACCEPTED,), "spec: accepted"),
        ((ACCEPTED, DRAFT), "spec: draft"),
        ((NONE, ACCEPTED), "spec: draft"),
        ((UNKNOWN,), None),
        ((UNKNOWN, ACCEPTED), "spec: accepted"),
    ],
)
def test_the_least_advanced_status_is_the_label(
    specs: tuple[HeardSpec, ...], expected: str | None
) -> None:
    label = status_label(specs)
    assert (label.name if label else None) == expected


def test_a_label_has_a_colour_and_says_what_it_means() -> None:
    label = status_label((ACCEPTED,))
    assert label is not None
    assert len(label.colour) == 6
    assert len(label.description) <= 100
    assert "approved" in label.description


def test_a_label_is_no_longer_than_github_takes() -> None:
    label = status_label((_spec("superseded by " + "x" * 60, Stage.CLOSED),))
    assert label is not None
    assert len(label.name) == 50
