"""The one label of a pull request."""

import pytest

from bot.lifecycle.labels import status_label
from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec
from bot.model.report import SpecReport
from bot.model.stage import Stage


def _spec(status: str | None, stage: Stage | None, *, is_stated: bool = True) -> HeardSpec:
    report = SpecReport("a.md", "spec", 1.0, None, None, status, stage)
    return HeardSpec(report, ChangeKind.ADDED, is_stated=is_stated)


DRAFT = _spec("draft", Stage.DRAFTING)
ACCEPTED = _spec("accepted", Stage.APPROVED)
UNKNOWN = _spec("wurst", None)
NONE = _spec(None, None)
UNSTATED = _spec(None, None, is_stated=False)


@pytest.mark.parametrize(
    ("specs", "standing", "expected"),
    [
        ((), (), None),
        ((ACCEPTED,), (), "spec: accepted"),
        ((ACCEPTED, DRAFT), (), "spec: draft"),
        ((NONE, ACCEPTED), (), "spec: draft"),
        ((UNKNOWN,), ("spec: draft",), None),
        ((UNKNOWN, ACCEPTED), (), "spec: accepted"),
        ((UNSTATED,), (), "spec: draft"),
        ((UNSTATED,), ("bug", "Spec: Approved"), "spec: approved"),
        ((UNSTATED,), ("spec: wurst",), "spec: draft"),
        ((UNSTATED,), ("spec: done", "spec: review"), "spec: review"),
        ((UNSTATED, ACCEPTED), ("spec: done",), "spec: accepted"),
        ((UNSTATED,), ("spec: signed off",), "spec: signed off"),
    ],
)
def test_the_least_advanced_status_is_the_label(
    specs: tuple[HeardSpec, ...], standing: tuple[str, ...], expected: str | None
) -> None:
    label = status_label(specs, standing, {"Signed off": Stage.APPROVED})
    assert (label.name if label else None) == expected


def test_a_label_has_a_colour_and_says_what_it_means() -> None:
    label = status_label((ACCEPTED,), (), {})
    assert label is not None
    assert len(label.colour) == 6
    assert len(label.description) <= 100
    assert "approved" in label.description


def test_a_label_is_no_longer_than_github_takes() -> None:
    label = status_label((_spec("superseded by " + "x" * 60, Stage.CLOSED),), (), {})
    assert label is not None
    assert len(label.name) == 50
