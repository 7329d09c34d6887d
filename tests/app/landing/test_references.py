"""A spec that names another one's issue refers to it, and takes nothing of that over."""

import pytest

from bot.model.issue import Reason
from tests.app.landing.farm import SPEC, Farm, created, once

OTHER = "docs/specs/002-labels.md"


def _spec(*items: str, title: str = "Parcel search", word: str = "Accepted") -> str:
    head = f"# Spec: {title}\n\n- **Status:** {word}\n\n## Context\n\nSupport needs it.\n\n"
    return f"{head}## Implementation plan\n\n" + "\n".join(items) + "\n"


SEARCH = _spec("- [ ] Choose an index", "- [ ] Fill the index from the old table")
LABELS = _spec("- [ ] Print labels", "- [ ] Buy paper", title="Label print")


@pytest.fixture
@once
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


def _is_taken(farm: Farm) -> bool:
    issue = farm.door.standing[103]
    is_below = issue.parent == farm.issue("Label print").number
    return is_below or issue.title != "Fill the index from the old table"


@pytest.mark.parametrize("is_merged", [False, True])
@pytest.mark.parametrize("is_alone", [False, True])
def test_what_is_deleted_and_comes_back_has_its_issues(is_merged: bool, is_alone: bool) -> None:
    farm = Farm({SPEC: SEARCH})
    farm.settle()
    if is_merged:
        farm.merge_sync()
        farm.settle()
    others = () if is_alone else ("- [ ] Print labels",)
    farm.push({OTHER: _spec(*others, "- [ ] Wait for the index (#103)", title="Label print")})
    farm.settle()
    before, text = _standing(farm), farm.text()
    farm.push({SPEC: None})
    farm.settle()
    assert not _is_taken(farm)
    farm.push({SPEC: text})
    farm.settle()
    assert _standing(farm) == before


@pytest.mark.parametrize("becomes", ["", "- [ ] ~~Fill the index from the old table~~\n"])
def test_a_task_is_given_up_before_its_number_is_merged(farm: Farm, becomes: str) -> None:
    farm.edit("- [ ] Fill the index from the old table\n", becomes)
    farm.settle()
    assert not _is_taken(farm)
    assert farm.door.standing[103].reason is Reason.NOT_PLANNED
    farm.edit("Wait for the index", "Wait until it is filled", OTHER)
    farm.settle()
    assert not _is_taken(farm)


def test_who_refers_may_be_reworded_as_the_task_is_given_up(farm: Farm) -> None:
    farm.edit("- [ ] Fill the index from the old table\n", "")
    farm.edit("Wait for the index", "Wait until it is filled", OTHER)
    farm.settle()
    assert not _is_taken(farm)


def test_the_task_itself_may_go_to_where_it_was_referred_to(farm: Farm) -> None:
    farm.merge_sync()
    farm.settle()
    farm.edit("- [ ] Fill the index from the old table (#103)\n", "")
    farm.edit("- [ ] Buy paper", "- [ ] Fill it from the old one (#103)\n- [ ] Buy paper", OTHER)
    farm.settle()
    issue = farm.door.standing[103]
    assert issue.title == "Fill it from the old one"
    assert issue.is_open
    assert issue.parent == farm.issue("Label print").number


def test_a_copy_keeps_the_issues_when_the_other_one_is_deleted(farm: Farm) -> None:
    farm.merge_sync()
    farm.settle()
    line = "- [ ] Fill the index from the old table (#103)\n"
    farm.edit("- [ ] Buy paper", f"{line}- [ ] Buy paper", OTHER)
    farm.settle()
    assert not _is_taken(farm)
    farm.edit(line, "")
    farm.settle()
    assert farm.door.standing[103].is_open
    assert farm.door.standing[103].parent == farm.issue("Label print").number


def test_a_spec_that_does_nothing_but_refer_may_get_another_name_and_title() -> None:
    farm = Farm({})
    one, two = farm.foreign("One"), farm.foreign("Two")
    farm.push({SPEC: _spec(f"- [ ] Do one (#{one})", f"- [ ] Do two (#{two})")})
    farm.settle()
    root = farm.issue("Parcel search").number
    text = farm.text().replace("Parcel search", "Quick search")
    farm.push({SPEC: None, "docs/specs/009-quick.md": text})
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[root].title == "Quick search"


def test_two_specs_are_swapped_of_which_one_only_refers_to_the_other() -> None:
    text = SEARCH.replace("- [ ] Choose", "- [ ] Tell support\n- [ ] Draw a map\n- [ ] Choose")
    farm = Farm({SPEC: text})
    farm.settle()
    named = ("Wait for the index", "And for that", "Or for those")
    lines = [f"- [ ] {words} (#{103 + n})" for n, words in enumerate(named)]
    farm.push({OTHER: _spec(*lines, title="Waiting")})
    farm.settle()
    before = _standing(farm)
    other = ("- [ ] What it is (#104)", "- [ ] Else all of them (#105)")
    farm.push({SPEC: _spec(lines[0], *other, title="Waiting"), OTHER: text})
    farm.settle()
    assert _standing(farm) == before
    assert f"/{OTHER}" in farm.door.standing[101].body


def test_a_spec_that_only_refers_moves_as_the_other_one_is_deleted() -> None:
    farm = Farm({SPEC: SEARCH.replace("- [ ] Choose", "- [ ] Tell support\n- [ ] Choose")})
    farm.settle()
    named = ("Wait for that", "And for this", "Or for those")
    text = _spec(*(f"- [ ] {words} (#{102 + n})" for n, words in enumerate(named)), title="Waiting")
    farm.push({OTHER: text})
    farm.settle()
    before, root = _standing(farm), farm.issue("Waiting").number
    moved = text.replace("Waiting", "Patience").replace("Or for those", "Else for them")
    new = _spec("- [ ] Sow", title="Field")
    farm.push({SPEC: None, OTHER: new, "docs/specs/009-patience.md": moved})
    farm.settle()
    assert created(farm) == ["Field", "Sow"]
    assert _standing(farm).items() > {**before, root: "Patience"}.items()


@pytest.mark.parametrize("is_swapped", [True, False])
@pytest.mark.parametrize("is_linked", [True, False])
def test_a_spec_comes_to_refer_as_it_takes_the_others_place(
    is_swapped: bool, is_linked: bool
) -> None:
    labels = _spec("- [ ] Print labels", "- [ ] Buy paper", "- [ ] Order ink", title="Label print")
    search = SEARCH.replace("- [ ] Choose", "- [ ] Tell support\n- [ ] Draw a map\n- [ ] Choose")
    farm = Farm({SPEC: search, OTHER: labels})
    farm.settle()
    if is_linked:
        farm.push({SPEC: farm.door.written[SPEC].decode()})
        farm.settle()
    before = _standing(farm)
    home = OTHER if is_swapped else "docs/specs/003-search.md"
    referring = f"{labels}- [ ] Wait until others are through (#102)\n"
    farm.push({OTHER: None, home: farm.text(), SPEC: referring})
    farm.settle()
    assert _standing(farm) == before


@pytest.mark.parametrize("is_linked", [True, False])
@pytest.mark.parametrize("is_first", [True, False])
def test_who_refers_may_come_to_where_the_task_stands(
    farm: Farm, is_linked: bool, is_first: bool
) -> None:
    if is_linked:
        farm.merge_sync()
        farm.settle()
    line = "- [ ] Wait for the index (#103)\n"
    farm.edit(line, "", OTHER)
    goal = "- [ ] Choose an index"
    farm.push(
        {SPEC: farm.text().replace(goal, f"{line}{goal}") if is_first else farm.text() + line}
    )
    farm.settle()
    assert created(farm) == []
    assert not _is_taken(farm)
    farm.edit("Fill the index from", "Fill the new index from")
    farm.settle()
    assert farm.door.standing[103].title == "Fill the new index from the old table"


def test_who_refers_may_go_to_a_third_spec_as_the_task_is_given_up(farm: Farm) -> None:
    line = "- [ ] Wait for the index (#103)\n"
    farm.edit(line, "", OTHER)
    farm.edit("- [ ] Fill the index from the old table\n", "")
    farm.push({"docs/specs/003-c.md": _spec("- [ ] Sow", line, title="Field")})
    farm.settle()
    assert created(farm) == ["Field", "Sow"]
    assert farm.door.standing[103].title == "Fill the index from the old table"


FILL = "Fill the index from the old table"
TWO = "- [ ] Fill the index from the new table\n- [ ] Fill the index from the big table\n"


@pytest.mark.parametrize(
    ("is_linked", "becomes"), [(True, f"- [ ] ~~{FILL} (#103)~~\n"), (False, TWO)]
)
def test_who_comes_to_refer_takes_nothing_that_is_given_up_or_in_doubt(
    is_linked: bool, becomes: str
) -> None:
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    if is_linked:
        farm.merge_sync()
        farm.settle()
    farm.edit(f"- [ ] {FILL}{' (#103)' if is_linked else ''}\n", becomes)
    farm.edit("- [ ] Buy paper", "- [ ] Buy paper\n- [ ] Wait for the index (#103)", OTHER)
    farm.settle()
    assert not _is_taken(farm)


@pytest.mark.parametrize(
    "left", ["Choose an index for parcels", "Wait for approval (#102)", "Tell support"]
)
def test_a_line_that_moves_as_it_is_has_its_issue_whatever_is_left_behind(left: str) -> None:
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    farm.edit("- [ ] Choose an index (#102)", f"- [ ] {left}")
    farm.push({OTHER: f"{farm.text(OTHER)}- [ ] Choose an index (#102)\n"})
    farm.settle()
    issue = farm.door.standing[102]
    assert (issue.title, issue.is_open) == ("Choose an index", True)
    assert issue.parent == farm.issue("Label print").number
    assert created(farm) == ([] if "#" in left else [left])


@pytest.mark.parametrize("is_merged", [True, False])
def test_a_copy_of_a_line_takes_nothing_from_what_is_left_of_it(is_merged: bool) -> None:
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    if is_merged:
        farm.merge_sync()
        farm.settle()
        farm.edit("Choose an index", "Choose the index")
    farm.push({OTHER: f"{farm.text(OTHER)}- [ ] Choose an index (#102)\n"})
    farm.settle()
    assert farm.door.standing[102].parent == farm.issue("Parcel search").number
    assert created(farm) == []


@pytest.mark.parametrize("is_done", [True, False])
@pytest.mark.parametrize("has_issue", [True, False])
def test_a_line_that_moves_leaves_no_issue_to_an_equal_one_that_has_another(
    is_done: bool, has_issue: bool
) -> None:
    """Of two equal tasks, one was done before or came later; neither is the other one's work."""
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    equal = f"- [{'x' if is_done else ' '}] Choose an index"
    farm.push({SPEC: f"{farm.text()}{equal}\n"})
    if has_issue:
        farm.settle()
    farm.edit("- [ ] Choose an index (#102)\n", "")
    farm.push({OTHER: f"{farm.text(OTHER)}- [ ] Choose an index (#102)\n"})
    farm.settle()
    same = [i for i in farm.issues if i.title == "Choose an index"]
    assert [i.is_open for i in same] == [True] * (1 if is_done else 2)
    assert same[0].parent == farm.issue("Label print").number
    assert (equal in farm.text(), len(farm.sync.pulls)) == (True, 0 if is_done else 1)


def test_a_copy_of_a_spec_takes_nothing_from_what_is_reworded_meanwhile() -> None:
    farm = Farm({SPEC: SEARCH})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    copy = farm.text().replace("Parcel search", "Label search")
    reworded = farm.text().replace("Choose an index (#102)", "Ask those who know (#102)")
    farm.push({SPEC: reworded, OTHER: copy})
    farm.settle()
    assert farm.door.standing[102].title == "Ask those who know"
    assert farm.door.standing[102].parent == farm.issue("Parcel search").number


@pytest.mark.parametrize("is_drafted", [True, False])
def test_what_was_never_written_is_told_by_its_own_spec_alone(is_drafted: bool) -> None:
    """That others carry later numbers says nothing of a spec which nothing was written to."""
    farm = Farm({SPEC: SEARCH, OTHER: LABELS})
    farm.settle()
    if is_drafted:
        farm.edit("Accepted", "Draft")
        farm.settle()
        farm.merge_sync()
        farm.settle()
        farm.edit("Draft", "Accepted")
    else:
        number = farm.issue("Buy paper").number
        farm.edit("- [ ] Buy paper", f"- [ ] Buy paper (#{number})", OTHER)
    assert ("(#" in farm.text(), "(#" in farm.text(OTHER)) == (False, True)
    farm.push({OTHER: f"{farm.text(OTHER)}- [ ] Choose an index (#102)\n"})
    farm.settle()
    assert farm.door.standing[102].parent == farm.issue("Parcel search").number
    assert created(farm) == []
