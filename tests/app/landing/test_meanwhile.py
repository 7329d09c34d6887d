"""People go on while a run writes: what they do to issues meanwhile is theirs, at any moment.

So do other runs.
"""

from collections.abc import Callable

import pytest

from bot.app.landing.land import land
from bot.model.issue import Issue
from tests.app.landing.farm import SETUP, SPEC, WHOLE, Farm, once
from tests.app.landing.shown import is_shown, turned

pytestmark = pytest.mark.untraced

OTHER = "docs/specs/002-labels.md"
LABELS = WHOLE.replace("Parcel search", "Label print").replace("index", "printer")
MOMENTS = range(24)


@pytest.fixture
@once
def farm() -> Farm:
    """Give one whose first spec is settled, and whose second has been approved just now."""
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    farm.settle()
    farm.push({OTHER: LABELS})
    return farm


def _meanwhile(farm: Farm, moment: int, happen: Callable[[], object]) -> None:
    farm.door.between = (moment, happen)
    farm.run()
    assert farm.door.between is None, "the run was over by then"
    farm.settle()


def _change(farm: Farm, words: str, **values: object) -> Callable[[], None]:
    number = _one(farm, words).number
    return lambda: farm.door.change_issue(number, **values)


def _one(farm: Farm, words: str) -> Issue:
    """Give the issue of the first spec."""
    return next(issue for issue in farm.issues if words in issue.title)


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_issue_that_is_closed_stays_closed_and_its_box_follows(farm: Farm, moment: int) -> None:
    _meanwhile(farm, moment, lambda: farm.close("Choose an index"))
    assert not farm.issue("Choose an index").is_open
    farm.merge_sync()
    assert "- [x] Choose an index" in farm.text()


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_issue_that_is_opened_again_stays_open(farm: Farm, moment: int) -> None:
    number = _one(farm, "Write the query").number
    _meanwhile(farm, moment, _change(farm, "Write the query", is_open=True, reason=None))
    assert farm.door.standing[number].is_open
    farm.merge_sync()
    assert f"- [ ] Write the query (#{number})" in farm.text()


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_title_a_text_and_a_tick_are_kept(farm: Farm, moment: int) -> None:
    index, fill = _one(farm, "Choose an index"), _one(farm, "Fill the index")

    def write() -> None:
        farm.door.change_issue(index.number, title="Choose", body=f"{index.body}\nSee the wiki.\n")
        farm.door.change_issue(fill.number, body=turned(fill.body, "All others"))

    _meanwhile(farm, moment, write)
    assert farm.door.standing[index.number].title == "Choose"
    assert farm.door.standing[index.number].body.endswith("\nSee the wiki.\n")
    assert is_shown(farm.door.standing[fill.number].body, "All others")
    farm.merge_sync()
    assert "  - [x] All others" in farm.text()


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_taken_apart_stays_apart(farm: Farm, moment: int) -> None:
    phase, index = _one(farm, "Phase 2"), _one(farm, "Choose an index")
    assert phase.blocked_by

    def part() -> None:
        farm.door.change_issue(phase.number, blocked_by=())
        farm.hang(index.number, None)

    _meanwhile(farm, moment, part)
    assert farm.door.standing[phase.number].blocked_by == ()
    assert farm.door.standing[index.number].parent is None


@pytest.mark.parametrize("moment", range(10))
def test_a_task_that_two_runs_move_at_once_is_moved_once(moment: int) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.edit("- [ ] Choose an index\n", "")
    farm.edit("- [ ] Show", "- [ ] Choose an index\n- [ ] Show")
    _meanwhile(farm, moment, lambda: land(farm.door, SETUP))
    words = ("Write the query", "Choose an index", "Show the results")
    parts = [child.number for child in farm.issue("Phase 2").children]
    assert parts == [farm.issue(each).number for each in words]
