"""Long titles, long texts, long lists, and a thousand items under a cap."""

from collections.abc import Iterable

import pytest

from bot.model.issue import Issue
from tests.app.landing.farm import SPEC, Farm, created

HEAD = """# Spec: Parcel search

- **Status:** Accepted

## Context

Support looks parcels up by hand.

## Implementation plan

### Phase 1: All of it

"""


def _spec(items: Iterable[str]) -> str:
    return HEAD + "".join(f"- [ ] {item}\n" for item in items)


def _items(count: int) -> list[str]:
    return [f"Move table {n:04} over" for n in range(1, count + 1)]


def _under(farm: Farm, issue: Issue) -> list[str]:
    return [farm.door.standing[child.number].title for child in issue.children]


def test_a_long_item_has_a_short_title_and_all_its_words_in_its_issue() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    farm = Farm({SPEC: _spec([words, "Short"])})
    farm.settle()
    issue = farm.issue("word0")
    assert len(issue.title) <= 256
    assert "word99" in issue.body
    farm.merge_sync()
    assert f"{words} (#{issue.number})\n" in farm.text()
    assert farm.run().plan == ()


def test_a_long_item_is_known_again_by_what_its_marker_keeps() -> None:
    words = " ".join(f"word{n}" for n in range(200))
    farm = Farm({SPEC: _spec([words])})
    farm.settle()
    farm.edit("word199", "word199 and one more")
    farm.settle()
    assert created(farm) == []


def test_a_text_that_is_longer_than_an_issue_is_cut() -> None:
    detail = "".join(f"  Line {n}: {'x' * 60}.\n" for n in range(2_000))
    farm = Farm({SPEC: f"{_spec(['Do it'])}\n{detail}"})
    farm.settle()
    issue = farm.issue("Do it")
    assert len(issue.body) <= 65_536
    assert "There is more: the rest is in" in issue.body
    farm.merge_sync()
    assert farm.run().plan == ()


@pytest.mark.untraced
def test_the_boxes_that_a_cut_text_shows_still_follow() -> None:
    detail = "".join(f"  - [ ] Line {n}: {'x' * 60}\n" for n in range(1_500))
    farm = Farm({SPEC: f"{_spec(['Do it'])}{detail}"})
    farm.settle()
    farm.merge_sync()
    issue = farm.issue("Do it")
    ticked = issue.body.replace("- [ ] Line 3:", "- [x] Line 3:")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    farm.merge_sync()
    assert farm.text().count("- [x] ") == 1
    assert "  - [x] Line 3:" in farm.text()
    assert farm.run().plan == ()


@pytest.mark.untraced
def test_too_many_items_for_one_parent_are_grouped_and_back() -> None:
    items = _items(120)
    farm = Farm({SPEC: _spec(items)})
    farm.settle()
    phase = next(issue for issue in farm.issues if issue.title == "Phase 1: All of it")
    assert _under(farm, phase) == ["Phase 1: All of it (1 of 2)", "Phase 1: All of it (2 of 2)"]
    groups = [farm.issue("(1 of 2)"), farm.issue("(2 of 2)")]
    assert [title for group in groups for title in _under(farm, group)] == items
    numbers = {issue.title: issue.number for issue in farm.issues}
    farm.push({SPEC: _spec(items[:90])})
    farm.settle()
    assert created(farm) == []
    assert _under(farm, farm.door.standing[phase.number])[:90] == items[:90]
    assert not any(farm.door.standing[group.number].is_open for group in groups)
    assert all(farm.door.standing[numbers[item]].is_open for item in items[:90])
    farm.push({SPEC: _spec(items)})
    farm.settle()
    assert created(farm) == []
    assert all(farm.door.standing[group.number].is_open for group in groups)
    assert all(farm.door.standing[numbers[item]].is_open for item in items)


def test_a_group_grows_with_its_list() -> None:
    items = _items(205)
    farm = Farm({SPEC: _spec(items[:150])})
    farm.settle()
    first = farm.issue("(1 of 2)").number
    farm.push({SPEC: _spec(items)})
    farm.settle()
    assert farm.issue("(1 of 3)").number == first
    assert len(farm.issue("(3 of 3)").children) == 5


@pytest.mark.untraced
@pytest.mark.parametrize("deeds", [1, 2, 3, 99])
def test_the_groups_of_a_phase_go_along_when_it_is_renamed(deeds: int) -> None:
    farm = Farm({SPEC: _spec(_items(120))})
    farm.settle()
    numbers = [farm.issue(words).number for words in ("(1 of 2)", "(2 of 2)")]
    farm.edit("### Phase 1: All of it", "### Phase 1: Every table")
    farm.break_after(deeds)
    farm.settle()
    assert created(farm) == []
    (phase,) = (issue for issue in farm.issues if issue.title == "Phase 1: Every table")
    assert [child.number for child in phase.children] == numbers


@pytest.mark.untraced
def test_a_list_without_phases_keeps_its_groups() -> None:
    items = _items(130)
    farm = Farm({SPEC: _spec(items).replace("### Phase 1: All of it\n", "")})
    farm.settle()
    farm.push({SPEC: _spec(items[:115]).replace("### Phase 1: All of it\n", "")})
    farm.settle()
    assert created(farm) == []
    assert all(farm.issue(words).is_open for words in ("1 of 2", "2 of 2"))


def test_what_refers_to_nothing_is_not_compared_with_all_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    farm = Farm({f"docs/specs/{n:03}-s.md": _spec(_items(5)) for n in range(5)})
    farm.settle()
    asked = list[str]()
    monkeypatch.setattr("bot.work.references.mark_of_text", asked.append)
    assert farm.run().plan == ()
    assert asked == []
