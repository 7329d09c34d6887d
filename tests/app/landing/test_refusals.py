"""What GitHub refuses: it is said in other ways, remembered, and tried again when asked to."""

import pytest

from tests.app.landing.farm import SPEC, WHOLE, Farm, created

pytestmark = pytest.mark.untraced


def _refusing(*ways: str) -> Farm:
    farm = Farm({SPEC: WHOLE})
    farm.door.refusing = set(ways)
    return farm


def test_without_sub_issues_the_parts_are_listed_and_name_what_they_belong_to() -> None:
    farm = _refusing("sub-issues")
    landed = farm.settle()
    assert [refusal.way for refusal in landed.refused] == ["sub-issues"]
    root, phase = farm.issue("Parcel search"), farm.issue("Phase 2")
    number = farm.issue("Write the query").number
    assert f"issues/{number}) Write the query" in phase.body
    assert "Write the query" in root.body
    assert f"- **Part of:** #{phase.number}" in farm.issue("Write the query").body
    assert f"- **Part of:** #{root.number}" in phase.body
    assert root.children == phase.children == ()


def test_what_was_refused_is_not_tried_again_until_it_is_forgotten() -> None:
    farm = _refusing("sub-issues", "dependencies")
    farm.settle()
    farm.door.refusing.clear()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert farm.issue("Phase 2").children == ()
    farm.run(forgets=True)
    assert len(farm.issue("Phase 2").children) == 2
    assert farm.issue("Phase 2").blocked_by == (farm.issue("Phase 1").number,)
    assert "**Part of:**" not in farm.issue("with paging").body
    assert farm.run().plan == ()


@pytest.mark.traced
def test_a_way_that_stays_refused_is_settled_again_after_it_was_tried() -> None:
    farm = _refusing("sub-issues")
    farm.settle()
    before = {issue.number: issue.body for issue in farm.issues}
    farm.run(forgets=True)
    farm.settle()
    assert {issue.number: issue.body for issue in farm.issues} == before


@pytest.mark.traced
def test_without_dependencies_it_is_said_in_words() -> None:
    farm = _refusing("dependencies")
    farm.settle()
    first, second = farm.issue("Phase 1"), farm.issue("Phase 2")
    assert f"- **Blocked by:** #{first.number}" in second.body
    assert second.blocked_by == ()
    assert len(second.children) == 2


def test_boxes_follow_where_parts_are_listed() -> None:
    farm = _refusing("sub-issues")
    farm.settle()
    farm.close("Write the query")
    farm.settle()
    body = farm.issue("Phase 2").body
    assert "- [x] " in body
    assert "1 of 2 tasks done" in body
    farm.merge_sync()
    assert farm.run().plan == ()


def test_a_box_that_somebody_ticks_in_such_a_list_is_no_word() -> None:
    farm = _refusing("sub-issues")
    farm.settle()
    phase = farm.issue("Phase 2")
    farm.door.change_issue(phase.number, body=phase.body.replace("- [ ] ", "- [x] "))
    farm.settle()
    assert farm.issue("Phase 2").body == phase.body
    assert farm.issue("Write the query").is_open


def test_where_issues_are_refused_nothing_else_is_done() -> None:
    farm = _refusing("issues")
    landed = farm.run()
    assert farm.door.deeds == []
    assert [(refusal.way, refusal.grant) for refusal in landed.refused] == [
        ("issues", "issues: write")
    ]
    assert landed.numbers == ()


def test_where_issues_are_refused_later_what_stands_is_left_alone() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.door.refusing = {"issues"}
    farm.edit("- [ ] Write the query", "- [x] Write the query\n- [ ] Page it")
    landed = farm.run()
    assert created(farm) == []
    assert farm.issue("Write the query").is_open
    assert [refusal.way for refusal in landed.refused] == ["issues"]


@pytest.mark.parametrize("way", ["pulls", "contents"])
def test_ticks_are_not_undone_where_the_write_back_is_refused(way: str) -> None:
    farm = _refusing(way)
    landed = farm.run()
    assert [refusal.way for refusal in landed.refused] == [way]
    farm.close("Write the query")
    farm.run()
    assert not farm.issue("Write the query").is_open
    farm.run()
    assert farm.kinds == []
    assert not farm.issue("Write the query").is_open
    farm.door.refusing.clear()
    farm.settle()
    farm.merge_sync()
    number = farm.issue("Write the query").number
    assert f"- [x] Write the query (#{number})\n" in farm.text()
    assert farm.run().plan == ()


def test_a_box_is_still_followed_where_the_write_back_is_refused() -> None:
    farm = _refusing("pulls")
    farm.run()
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.run()
    assert not farm.issue("Write the query").is_open
    farm.edit("- [x] Write the query", "- [ ] Write the query")
    farm.run()
    assert farm.issue("Write the query").is_open
