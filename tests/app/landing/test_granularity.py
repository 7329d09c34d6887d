"""How fine issues are: for each item, for each phase, or one for the whole spec."""

import pytest

from bot.model.issue import Issue, Reason
from tests.app.landing.farm import SPEC, WHOLE, Farm, once

PLAIN = """# Spec: Parcel search

- **Status:** Accepted

## Context

Support looks parcels up by hand.

## Implementation plan

- [ ] Choose an index
- [ ] Fill the index
"""


CONFIG = ".github/spec-steward.yml"


def _config(granularity: str) -> str:
    return f"version: 1\nissues:\n  granularity: {granularity}\n"


@once
def _made(granularity: str, text: str = WHOLE) -> Farm:
    farm = Farm({SPEC: text}, _config(granularity))
    farm.settle()
    return farm


def _turn(farm: Farm, granularity: str) -> None:
    farm.push({CONFIG: _config(granularity)})


def _tick(farm: Farm, title: str, words: str, *, done: bool = True) -> Issue:
    """Let somebody tick a box in the text of an issue, or untick it."""
    issue = farm.issue(title)
    old, new = (f"- [{'x' if each else ' '}] {words}\n" for each in (not done, done))
    assert issue.body.count(old) == 1, issue.body
    farm.door.change_issue(issue.number, body=issue.body.replace(old, new))
    return issue


def _shows(farm: Farm, title: str, *lines: str) -> bool:
    return all(f"{line}\n" in farm.issue(title).body for line in lines)


def test_phases_alone_list_their_items_and_both_follow_each_other() -> None:
    farm = _made("phase")
    assert [issue.title for issue in farm.issues] == [
        "Parcel search",
        "Phase 1: Index",
        "Phase 2: Search",
    ]
    issue = farm.issue("Phase 1")
    assert "- [ ] Choose an index\n" in issue.body
    farm.door.change_issue(
        issue.number, body=issue.body.replace("- [ ] Choose an index", "- [x] Choose an index")
    )
    farm.settle()
    assert farm.sync_pull().title == "Tick 1 box"
    farm.merge_sync()
    assert "- [x] Choose an index\n" in farm.text()
    assert farm.run().plan == ()
    farm.edit("- [x] Choose an index", "- [ ] Choose an index")
    farm.settle()
    assert "- [ ] Choose an index\n" in farm.issue("Phase 1").body


def test_a_phase_whose_boxes_are_all_ticked_is_closed() -> None:
    farm = _made("phase")
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.edit("- [ ] Show the results", "- [x] Show the results")
    farm.settle()
    assert not farm.issue("Phase 2").is_open
    assert farm.issue("Phase 1").is_open


def test_a_spec_alone_lists_everything() -> None:
    farm = _made("spec")
    (issue,) = farm.issues
    ticked = issue.body.replace("- [ ] Show the results", "- [x] Show the results")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    farm.merge_sync()
    assert "- [x] Show the results\n" in farm.text()
    assert farm.run().plan == ()
    farm.edit("- [ ] Choose an index", "- [x] Choose an index")
    farm.settle()
    assert "- [x] Choose an index\n" in farm.issues[0].body


def test_a_phase_of_no_issue_for_what_stands_in_none() -> None:
    farm = _made("phase", PLAIN)
    (issue,) = farm.issues
    farm.door.change_issue(issue.number, body=issue.body.replace("- [ ] Fill", "- [x] Fill"))
    farm.settle()
    farm.merge_sync()
    assert "- [x] Fill the index\n" in farm.text()
    assert farm.run().plan == ()


def test_the_boxes_within_a_task_stand_below_it_and_follow_each_other() -> None:
    farm = _made("phase")
    assert _shows(farm, "Phase 1", "- [ ] Fill the index from the old table", "  - [ ] All others")
    _tick(farm, "Phase 1", "All others")
    farm.settle()
    farm.merge_sync()
    assert "  - [x] All others\n" in farm.text()
    assert farm.run().plan == ()
    farm.edit("  - [ ] Parcels", "  - [x] Parcels")
    farm.settle()
    assert _shows(farm, "Phase 1", "  - [x] Parcels of this year", "  - [x] All others")


def test_a_box_that_waits_for_the_write_back_is_not_undone_by_a_task_that_comes_first() -> None:
    farm = _made("phase")
    _tick(farm, "Phase 1", "Choose an index")
    farm.settle()
    farm.edit("- [ ] Choose an index", "- [ ] Ask around\n- [ ] Choose an index")
    farm.settle()
    assert _shows(farm, "Phase 1", "- [ ] Ask around", "- [x] Choose an index")
    farm.merge_sync()
    assert "- [ ] Ask around\n- [x] Choose an index\n" in farm.text()
    assert farm.run().plan == ()


@pytest.mark.parametrize("is_waiting", [False, True])
@pytest.mark.parametrize("granularity", ["phase", "spec"])
def test_a_tick_goes_along_with_its_task_when_that_is_reworded(
    granularity: str, is_waiting: bool
) -> None:
    farm = _made(granularity)
    title = {"phase": "Phase 1", "spec": "Parcel search"}[granularity]
    _tick(farm, title, "Choose an index")
    if is_waiting:
        farm.settle()
    farm.edit("Choose an index", "Choose an index with care")
    farm.settle()
    assert _shows(farm, title, "- [x] Choose an index with care")
    farm.merge_sync()
    assert "- [x] Choose an index with care\n" in farm.text()
    farm.settle()
    farm.edit("- [x] Choose", "- [ ] Choose")
    farm.settle()
    assert _shows(farm, title, "- [ ] Choose an index with care")


def test_a_renamed_phase_keeps_its_issue_by_the_tasks_that_it_lists() -> None:
    farm = _made("phase")
    number = _tick(farm, "Phase 2", "Write the query").number
    farm.edit("### Phase 2: Search", "### Phase 2: Find")
    farm.edit("Show the results", "Show the results on a page")
    farm.settle()
    assert farm.issue("Phase 2: Find").number == number
    assert _shows(farm, "Phase 2", "- [x] Write the query", "- [ ] Show the results on a page")


@pytest.mark.parametrize("is_waiting", [False, True])
def test_a_tick_goes_along_with_its_task_to_another_phase(is_waiting: bool) -> None:
    farm = _made("phase")
    _tick(farm, "Phase 1", "Choose an index")
    _tick(farm, "Phase 1", "All others")
    if is_waiting:
        farm.settle()
    start, end = (farm.text().index(words) for words in ("- [ ] Fill", "\n### Phase 2"))
    moved = farm.text()[start:end]
    farm.edit(moved, "")
    farm.edit("- [ ] Choose an index\n", "- [ ] Ask around\n")
    farm.edit("- [ ] Show", f"- [ ] Choose an index\n{moved}- [ ] Show")
    farm.settle()
    assert _shows(farm, "Phase 2", "- [x] Choose an index", "  - [x] All others")
    assert "All others" not in farm.issue("Phase 1").body
    farm.merge_sync()
    assert "- [x] Choose an index\n" in farm.text()
    assert "  - [x] All others\n" in farm.text()
    assert farm.run().plan == ()


def test_a_phase_that_takes_anothers_name_keeps_its_own_issue() -> None:
    farm = _made("phase")
    first, second = farm.issue("Phase 1").number, farm.issue("Phase 2").number
    _tick(farm, "Phase 1", "Choose an index")
    farm.edit("### Phase 1: Index", "### Phase 1: Search")
    farm.settle()
    assert farm.issue("Phase 1: Search").number == first
    assert farm.issue("Phase 2: Search").number == second
    assert _shows(farm, "Phase 1", "- [x] Choose an index")


@pytest.mark.parametrize("granularity", ["phase", "spec"])
def test_a_spec_whose_tasks_are_in_lists_is_found_again_under_another_name(
    granularity: str,
) -> None:
    farm = _made(granularity)
    before = {issue.number for issue in farm.issues}
    other = farm.text().replace("# Spec: Parcel search", "# Spec: Find parcels")
    copied = other.replace("Find parcels", "Another").replace("index", "cat").replace("he", "e")
    farm.push({SPEC: None, "docs/specs/007-find.md": other, "docs/specs/008-more.md": copied})
    farm.settle()
    assert farm.issue("Find parcels").number in before
    assert not any("was deleted" in issue.body for issue in farm.issues)


@pytest.mark.parametrize("granularity", ["phase", "spec"])
def test_so_is_one_of_a_single_task_that_is_reworded_under_another_title(granularity: str) -> None:
    farm = _made(granularity, _listed("Choose an index"))
    before = {issue.number for issue in farm.issues}
    text = _listed("Choose an index for parcels").replace("Parcel search", "Find parcels")
    other = _listed("Weigh them").replace("Parcel search", "Scales")
    farm.push({SPEC: None, "docs/specs/007-find.md": text, "docs/specs/008-scales.md": other})
    farm.settle()
    assert farm.issue("Find parcels").number in before
    assert farm.issue("Scales").number not in before


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_text_that_somebody_has_written_into_keeps_following(where: str) -> None:
    farm = _made("phase")
    issue = farm.issue("Phase 1")
    line = "- [ ] Choose an index\n"
    extra = "- [ ] Buy a cake\n"
    new = f"{extra}{line}" if where == "before" else f"{line}{extra}"
    body = issue.body.replace(line, new.replace("[ ] Choose", "[x] Choose"))
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    assert _shows(farm, "Phase 1", "- [x] Choose an index", "- [ ] Buy a cake")
    farm.merge_sync()
    assert "- [x] Choose an index\n" in farm.text()
    assert "cake" not in farm.text()
    assert farm.run().plan == ()
    _tick(farm, "Phase 1", "Buy a cake")
    farm.edit("- [x] Choose", "- [ ] Choose")
    farm.settle()
    assert _shows(farm, "Phase 1", "- [ ] Choose an index", "- [x] Buy a cake")


def test_such_a_text_keeps_following_whatever_gets_issues_since() -> None:
    farm = _made("spec")
    issue = farm.issue("Parcel search")
    body = issue.body.replace("**0 of 4", "See the wiki. **0 of 4")
    farm.door.change_issue(issue.number, body=body)
    farm.edit("- [ ] Choose an index", "- [x] Choose an index")
    _turn(farm, "item")
    farm.settle()
    assert "See the wiki." in farm.issue("Parcel search").body
    assert _shows(farm, "Parcel search", "- [x] Choose an index", "- [ ] Write the query")


def _listed(*tasks: str, above: str = "### Phase 1: Index\n\n") -> str:
    return WHOLE[: WHOLE.index("### Phase 1")] + above + "".join(f"- [ ] {t}\n" for t in tasks)


def test_a_list_that_a_phase_has_left_behind_takes_no_tick_along() -> None:
    farm = _made("phase", f"{_listed('Alpha', 'Delta')}\n### Phase 2: Search\n\n- [ ] Beta\n")
    farm.push({SPEC: _listed("Beta", "Alpha", "Delta", above="### Phase 2: Search\n\n")})
    farm.settle()
    _turn(farm, "spec")
    farm.push({SPEC: _listed("Beta", "Alpha", "Delta", above="")})
    farm.settle()
    _tick(farm, "Parcel search", "Alpha")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Alpha\n" in farm.text()
    assert farm.run().plan == ()


def test_it_comes_to_rest_where_a_ticked_task_leaves_a_phase_that_goes() -> None:
    farm = _made("phase", f"{_listed('Gamma')}\n### Phase 2: Search\n\n- [ ] Beta\n- [ ] Alpha\n")
    _tick(farm, "Phase 2", "Alpha")
    farm.push({SPEC: _listed("Gamma", above="- [ ] Alpha\n\n### Phase 1: Index\n\n")})
    farm.settle()
    assert _shows(farm, "Parcel search", "- [x] Alpha")
    farm.merge_sync()
    assert "- [x] Alpha\n" in farm.text()
    farm.settle()


@pytest.mark.parametrize("granularity", ["phase", "spec"])
@pytest.mark.parametrize("other", ["…", "Add tests…", "![](x.png)", "Ask @bob about `x < y` & #12"])
def test_a_tick_follows_beside_whatever_else_stands_in_a_list(granularity: str, other: str) -> None:
    farm = _made(granularity, _listed("Add tests for login", other, "**Beta** [it](../a.md)"))
    title = {"phase": "Phase 1", "spec": "Parcel search"}[granularity]
    _tick(farm, title, "Add tests for login")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Add tests for login\n" in farm.text()
    farm.edit("- [ ] **Beta**", "- [x] **Beta**")
    farm.settle()
    assert "- [x] <b>Beta</b>" in farm.issue(title).body
    assert farm.run().plan == ()


@pytest.mark.parametrize("form", ["```\n  - [ ] x\n  ```", "    - [ ] x", "> - [ ] x", "- - [ ] x"])
def test_a_step_follows_beside_boxes_that_are_none(form: str) -> None:
    farm = _made("item", f"{_listed('Do it')}  - [ ] Alpha\n\n  {form}\n")
    _tick(farm, "Do it", "Alpha")
    farm.settle()
    farm.merge_sync()
    assert "  - [x] Alpha\n" in farm.text()
    assert farm.run().plan == ()


def test_a_page_of_ones_own_may_list_tasks_in_any_order() -> None:
    page = """{% for entry in page.entries|reverse %}
- {% if entry.is_done %}[x]{% else %}[ ]{% endif %} {{ entry.text }}
{% endfor %}
"""
    own = {".github/spec-steward/issues/phase.md.j2": page}
    farm = Farm({SPEC: _listed("Alpha", "Beta", "Gamma"), **own}, _config("phase"))
    farm.settle()
    _tick(farm, "Phase 1", "Alpha")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Alpha\n- [ ] Beta\n- [ ] Gamma\n" in farm.text()
    assert farm.run().plan == ()


def test_of_equal_tasks_the_one_that_was_ticked_is() -> None:
    farm = _made("phase", _listed("Write tests", "Alpha", "Write tests"))
    issue = farm.issue("Phase 1")
    ticked = issue.body.replace("- [ ] Write tests", "- [x] Write tests", 1)
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    farm.push({SPEC: f"{farm.text()}- [ ] Write tests\n"})
    farm.settle()
    farm.merge_sync()
    assert "- [x] Write tests\n- [ ] Alpha\n- [ ] Write tests\n- [ ] Write" in farm.text()


@pytest.mark.parametrize("extra", ["- [ ] Buy a cake\n", ""])
def test_a_tick_in_the_spec_is_not_undone_by_what_somebody_writes_into_a_list(extra: str) -> None:
    farm = _made("phase", _listed("Alpha", "Beta", "Gamma"))
    issue = farm.issue("Phase 1")
    body = issue.body.replace("- [ ] Alpha\n", extra)
    farm.door.change_issue(issue.number, body=body)
    farm.edit("- [ ] Beta", "- [x] Beta")
    farm.settle()
    assert _shows(farm, "Phase 1", "- [x] Beta", "- [ ] Gamma")
    assert farm.sync.pulls == ()


def test_words_with_markup_are_known_again_when_all_is_renamed() -> None:
    farm = _made("phase", _listed("Ship **it**", "Build <b>core</b> `x < y`"))
    before = {issue.number for issue in farm.issues}
    farm.edit("### Phase 1: Index", "### Phase 1: Store")
    farm.settle()
    text = farm.text().replace("# Spec: Parcel search", "# Spec: Find parcels")
    farm.push({SPEC: None, "docs/specs/007-find.md": text})
    farm.settle()
    assert {issue.number for issue in farm.issues} == before


def test_where_both_list_a_task_without_an_issue_its_phase_has_the_box() -> None:
    text = _listed("Alpha", "Beta").replace("- [ ] Alpha", "- [x] Alpha")
    farm = Farm({SPEC: text}, _config("item"))
    farm.door.refusing = {"sub-issues"}
    farm.settle()
    _tick(farm, "Phase 1", "Alpha", done=False)
    farm.settle()
    number = farm.issue("Alpha").number
    assert farm.issue("Alpha").is_open
    farm.merge_sync()
    assert f"- [ ] Alpha (#{number})\n" in farm.text()
    assert farm.run().plan == ()


# what has become of a line of the configuration


@pytest.mark.parametrize("coarse", ["phase", "spec"])
def test_what_stands_already_is_followed_on_and_nothing_new_is_opened(coarse: str) -> None:
    farm = _made("item")
    before = {issue.number for issue in farm.issues}
    _turn(farm, coarse)
    farm.settle()
    assert {issue.number for issue in farm.issues if issue.is_open} == before
    farm.edit("- [ ] Choose an index", "- [ ] Choose an index\n- [ ] Ask around")
    farm.settle()
    assert {issue.number for issue in farm.issues} == before
    assert _shows(farm, "Phase 1: Index", "- [ ] Ask around")
    assert "Choose" not in farm.issue("Phase 1: Index").body
    farm.close("Choose an index")
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.settle()
    assert not farm.issue("Write the query").is_open
    farm.merge_sync()
    assert "- [x] Choose an index (#103)\n" in farm.text()
    assert farm.run().plan == ()


@pytest.mark.parametrize("coarse", ["phase", "spec"])
def test_all_closes_though_it_was_finer_before(coarse: str) -> None:
    farm = _made("item")
    _turn(farm, coarse)
    farm.push({SPEC: farm.text().replace("[ ]", "[x]").replace("Accepted", "Done")})
    farm.settle()
    assert not any(issue.is_open for issue in farm.issues)


@pytest.mark.parametrize("coarse", ["phase", "spec"])
def test_what_was_ticked_in_a_list_is_not_lost_when_each_task_gets_an_issue(coarse: str) -> None:
    farm = _made(coarse)
    title = {"phase": "Phase 1", "spec": "Parcel search"}[coarse]
    _tick(farm, title, "Choose an index")
    _turn(farm, "item")
    farm.settle()
    assert not any("Choose an index" in issue.title for issue in farm.issues)
    assert farm.issue("Fill the index").is_open
    assert _shows(farm, title, "- [x] Choose an index")
    farm.merge_sync()
    assert "- [x] Choose an index\n" in farm.text()
    farm.settle()
    assert "Choose an index" not in farm.issue(title).body


@pytest.mark.parametrize("coarse", ["phase", "spec"])
def test_what_was_unticked_in_a_list_gets_an_issue(coarse: str) -> None:
    farm = _made(coarse)
    title = {"phase": "Phase 1", "spec": "Parcel search"}[coarse]
    farm.edit("- [ ] Choose an index", "- [x] Choose an index")
    farm.settle()
    _tick(farm, title, "Choose an index", done=False)
    _turn(farm, "item")
    farm.settle()
    assert farm.issue("Choose an index").is_open
    farm.merge_sync()
    assert "- [ ] Choose an index (#" in farm.text()
    assert farm.run().plan == ()


def test_a_step_that_was_ticked_in_a_list_is_ticked_in_the_issue_of_its_task() -> None:
    for deeds in range(9):
        farm = _made("phase")
        _tick(farm, "Phase 1", "All others")
        _turn(farm, "item")
        farm.break_after(deeds)
        farm.settle()
        assert "- [x] All others" in farm.issue("Fill the index").body, deeds
        assert "All others" not in farm.issue("Phase 1").body
        farm.merge_sync()
        assert "  - [x] All others\n" in farm.text()
        assert farm.run().plan == ()


def test_what_was_ticked_in_the_list_of_a_spec_goes_to_that_of_its_phase() -> None:
    farm = _made("spec")
    _tick(farm, "Parcel search", "Choose an index")
    _turn(farm, "phase")
    farm.settle()
    assert _shows(farm, "Phase 1", "- [x] Choose an index", "  - [ ] All others")
    assert "Choose" not in farm.issue("Parcel search").body
    farm.merge_sync()
    assert "- [x] Choose an index\n" in farm.text()
    assert farm.run().plan == ()


@pytest.mark.untraced
def test_a_run_cut_off_between_two_lists_loses_no_tick() -> None:
    for deeds in range(12):
        farm = _made("spec")
        _tick(farm, "Parcel search", "Choose an index")
        _turn(farm, "phase")
        farm.break_after(deeds)
        farm.settle()
        assert _shows(farm, "Phase 1", "- [x] Choose an index"), deeds
        farm.merge_sync()
        assert "- [x] Choose an index\n" in farm.text()


def test_a_phase_of_former_days_that_the_spec_has_no_longer_is_closed() -> None:
    farm = _made("phase")
    _turn(farm, "spec")
    start = farm.text().index("### Phase 2")
    farm.push({SPEC: farm.text()[:start]})
    farm.settle()
    assert farm.issue("Phase 2").reason is Reason.NOT_PLANNED
    assert farm.issue("Phase 1").is_open
