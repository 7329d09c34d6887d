"""A spec that names another one's issue refers to it, and takes nothing of that over."""

import pytest

from bot.model.issue import Reason
from tests.app.landing.farm import SPEC, Farm, created

OTHER = "docs/specs/002-labels.md"


def _spec(*items: str, title: str = "Parcel search", word: str = "Accepted") -> str:
    head = f"# Spec: {title}\n\n- **Status:** {word}\n\n## Context\n\nSupport needs it.\n\n"
    return f"{head}## Implementation plan\n\n" + "\n".join(items) + "\n"


SEARCH = _spec("- [ ] Choose an index", "- [ ] Fill the index from the old table")
LABELS = _spec("- [ ] Print labels", "- [ ] Buy paper", title="Label print")


@pytest.fixture
def farm() -> Farm:
    """Give two specs with their issues, of which one waits for an issue of the other."""
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    assert farm.door.standing[103].title == "Fill the index from the old table"
    farm.edit("- [ ] Buy paper", "- [ ] Buy paper\n- [ ] Wait for the index (#103)", OTHER)
    farm.settle()
    return farm


def _standing(farm: Farm) -> dict[int, str]:
    return {i.number: i.title for i in farm.issues if i.is_open}


def test_the_file_of_that_may_move(farm: Farm) -> None:
    before = _standing(farm)
    farm.move(SPEC, "docs/specs/009-search.md")
    farm.settle()
    assert _standing(farm) == before


def test_its_title_and_a_task_may_change(farm: Farm) -> None:
    before = _standing(farm)
    farm.edit("# Spec: Parcel search", "# Spec: Finding parcels")
    farm.edit("- [ ] Choose an index", "- [ ] Choose an index\n- [ ] Tell support")
    farm.settle()
    assert created(farm) == ["Tell support"]
    assert set(before) < set(_standing(farm))


def test_the_task_itself_may_be_reworded(farm: Farm) -> None:
    farm.edit("Fill the index from", "Fill the new index from")
    farm.settle()
    assert farm.door.standing[103].title == "Fill the new index from the old table"
    assert created(farm) == []


def test_the_task_itself_may_be_given_up(farm: Farm) -> None:
    farm.merge_sync()
    farm.settle()
    line = "Fill the index from the old table (#103)"
    farm.edit(f"- [ ] {line}", f"- [ ] ~~{line}~~")
    farm.settle()
    assert farm.door.standing[103].title == "Fill the index from the old table"
    assert not farm.door.standing[103].is_open


def test_a_task_goes_along_with_its_number_once_it_stands_there_alone(farm: Farm) -> None:
    farm.merge_sync()
    farm.settle()
    line = "- [ ] Choose an index (#102)\n"
    farm.edit(line, "")
    farm.edit("- [ ] Buy paper", f"{line}- [ ] Buy paper", OTHER)
    farm.settle()
    assert farm.door.standing[102].is_open
    assert farm.door.standing[102].parent == farm.issue("Label print").number


def test_a_spec_whose_tasks_all_name_other_issues_is_tracked_as_well() -> None:
    farm = Farm({})
    one, two = farm.foreign("One"), farm.foreign("Two")
    farm.push({SPEC: _spec(f"- [ ] Do one (#{one})", f"- [ ] Do two (#{two})")})
    farm.settle()
    assert created(farm) == ["Parcel search"]
    farm.door.change_issue(one, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Do one (#{one})" in farm.text()


def test_where_those_are_done_it_is_not() -> None:
    farm = Farm({})
    one = farm.foreign("One", is_open=False, reason=Reason.COMPLETED)
    farm.push({SPEC: _spec(f"- [x] Do one (#{one})")})
    farm.settle()
    assert created(farm) == []


@pytest.mark.parametrize("is_merged", [False, True])
def test_a_spec_that_does_nothing_but_refer_takes_nothing_over(is_merged: bool) -> None:
    farm = Farm({SPEC: _spec("- [ ] Dig", "- [ ] Sow", "- [ ] Reap", title="Field")})
    farm.settle()
    if is_merged:
        farm.merge_sync()
        farm.settle()
    farm.push({OTHER: _spec("- [ ] Wait for that (#103)", title="Mill")})
    farm.settle()
    before = _standing(farm)
    farm.move(SPEC, "docs/specs/009-field.md")
    farm.settle()
    assert _standing(farm) == before
