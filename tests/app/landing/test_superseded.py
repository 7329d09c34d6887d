"""A spec takes over the open tasks of another one, which is closed and keeps its lines."""

import pytest

from bot.app.landing.land import land
from bot.app.landing.listing import SUB_ISSUES
from bot.model.issue import Reason
from tests.app.action.people import Village
from tests.app.action.town import SETUP
from tests.app.landing.farm import SPEC, TEMPLATE, Farm, created, once

OLD, NEW = SPEC, "docs/specs/002-find.md"
RULES = {"docs/specs/TEMPLATE.md": TEMPLATE.replace("| Done", "| Done | Superseded")}
NAMES = ("Choose an index", "Fill the index", "Write the query", "Show the results")


def _spec(title: str, *items: str, word: str = "Accepted") -> str:
    head = f"# Spec: {title}\n\n- **Status:** {word}\n\n## Context\n\nSupport needs it.\n\n"
    lines = "".join(f"- [ ] {item}\n" for item in items)
    return f"{head}## Implementation plan\n\n### Phase 1: All\n\n{lines}"


@once
def _first(*, is_merged: bool = True, is_flat: bool = False) -> Farm:
    """Give a spec with four issues, 103 to 106, of which the first is done."""
    farm = Farm({**RULES, OLD: _spec("Parcel search", *NAMES)})
    farm.door.refusing = {SUB_ISSUES} if is_flat else set()
    farm.settle()
    farm.close(NAMES[0])
    farm.settle()
    if is_merged:
        farm.merge_sync()
        farm.settle()
    return farm


@pytest.fixture
def farm() -> Farm:
    return _first()


NUMBERS = (104, 105, 106)
CARRIED = tuple(f"{name} (#{at})" for name, at in zip(NAMES[1:], NUMBERS, strict=True))
TAKES = _spec("Find parcels", "Ask support", *CARRIED)


def _close(farm: Farm) -> None:
    farm.edit("**Status:** Accepted", "**Status:** Superseded", OLD)


def _open(farm: Farm) -> list[str]:
    return sorted(issue.title for issue in farm.issues if issue.is_open)


def _is_with(farm: Farm, title: str, *, is_flat: bool = False) -> bool:
    """Tell whether the open issues are those of a spec, each once, and the closed one is not."""
    root = farm.issue(title)
    issues = [farm.door.standing[number] for number in NUMBERS]
    assert [issue.is_open for issue in issues] == [True] * 3
    assert all(_open(farm).count(issue.title) == 1 for issue in issues)
    assert not farm.issue(NAMES[0]).is_open
    path = OLD if title == "Parcel search" else NEW
    assert all(path in issue.body for issue in issues)
    above = {number: issue.number for issue in farm.issues for number in _parts(farm, issue.number)}
    return is_flat or {above.get(above[number]) for number in NUMBERS} == {root.number}


def _parts(farm: Farm, number: int) -> list[int]:
    return [child.number for child in farm.door.standing[number].children]


@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize("order", ["at once", "closed first", "closed last"])
def test_open_issues_go_to_the_spec_that_carries_them(order: str, is_merged: bool) -> None:
    farm = _first(is_merged=is_merged)
    if order == "closed first":
        _close(farm)
        farm.settle()
        assert _is_with(farm, "Parcel search")
    farm.push({NEW: TAKES})
    if order == "closed last":
        farm.settle()
        assert created(farm) == ["Find parcels", "Phase 1: All", "Ask support"]
        assert _is_with(farm, "Parcel search")
    if order != "closed first":
        _close(farm)
    farm.settle()
    assert _is_with(farm, "Find parcels")
    assert farm.issue(NAMES[0]).parent not in (None, farm.issue("Ask support").parent)
    assert len([issue for issue in farm.issues if issue.title in NAMES]) == len(NAMES)
    assert "The spec is superseded." in farm.issue("Parcel search").body


BARE = _spec("Find parcels", "Ask support", *NAMES[1:])
THIRD = "docs/specs/003-third.md"


@pytest.mark.parametrize("is_flat", [False, True])
@pytest.mark.parametrize("text", [TAKES, BARE])
@pytest.mark.parametrize("deeds", [*range(14), 99])
def test_a_run_may_be_cut_off_at_any_point(deeds: int, text: str, is_flat: bool) -> None:
    farm = _first(is_flat=is_flat)
    farm.push({NEW: text})
    _close(farm)
    farm.break_after(deeds)
    farm.settle()
    assert _is_with(farm, "Find parcels", is_flat=is_flat)
    assert len(farm.issues) == 6 + 3


@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize("is_first", [True, False])
def test_without_numbers_the_words_of_all_that_is_open_tell_it(
    is_first: bool, is_merged: bool
) -> None:
    farm = _first(is_merged=is_merged)
    _close(farm)
    if is_first:
        farm.settle()
    farm.push({NEW: BARE})
    farm.settle()
    assert created(farm) == ["Find parcels", "Phase 1: All", "Ask support"]
    assert _is_with(farm, "Find parcels")
    farm.merge_sync()
    farm.settle()
    assert f"{NAMES[1]} (#104)" in farm.text(NEW)
    assert ("(#104)" in farm.text(OLD)) == is_merged


@pytest.mark.parametrize(
    "change",
    [
        {NEW: _spec("Find parcels", *NAMES[1:3])},  # not all of them
        {NEW: BARE, THIRD: _spec("Copy", *NAMES[1:])},
        {NEW: BARE, THIRD: _spec("Copy", *NAMES[1:], word="Done")},
        {NEW: f"{BARE}- [ ] {NAMES[1]}\n"},
        {NEW: _spec("Find parcels", *NAMES[1:], word="Draft")},
        {NEW: _spec("Find parcels", *CARRIED, word="Draft")},
    ],
)
def test_what_is_not_plain_stays(farm: Farm, change: dict[str, str]) -> None:
    _close(farm)
    farm.push(change)
    farm.settle()
    assert _parts(farm, farm.issue("Parcel search").children[0].number) == [103, *NUMBERS]


def test_what_any_other_spec_has_had_says_nothing() -> None:
    """What is left last is what all specs have."""
    farm = Farm({**RULES, OLD: _spec("A", *NAMES), THIRD: _spec("C", "Dig", NAMES[2])})
    farm.settle()
    farm.edit(f"- [ ] {NAMES[2]}\n", "", THIRD)
    farm.close(NAMES[0])
    farm.close(NAMES[1])
    farm.settle()
    _close(farm)
    farm.push({NEW: _spec("B", *NAMES[2:])})
    farm.settle()
    assert created(farm) == ["B", "Phase 1: All", *NAMES[2:]]


@pytest.mark.parametrize("done", [2, 1])
def test_one_open_task_alone_says_nothing(farm: Farm, done: int) -> None:
    for name in NAMES[1 : 1 + done]:
        farm.close(name)
    farm.settle()
    _close(farm)
    farm.push({NEW: _spec("Find parcels", *NAMES)})
    farm.settle()
    open_ones = [number for number in NUMBERS if farm.door.standing[number].is_open]
    assert len(open_ones) == 3 - done
    assert len(_open(farm)) == 4 + 4 + (done == 2)


def test_a_spec_whose_tracking_issue_was_closed_gives_only_what_is_carried() -> None:
    for text, is_given in ((BARE, False), (TAKES, True)):
        farm = _first()
        _close(farm)
        farm.close("Parcel search", Reason.NOT_PLANNED)
        farm.push({NEW: text})
        farm.settle()
        assert (farm.door.standing[104].parent != farm.door.standing[103].parent) is is_given


@pytest.mark.parametrize("order", ["at once", "closed last"])
def test_what_has_been_closed_stays_where_it_was(farm: Farm, order: str) -> None:
    farm.push({NEW: f"{TAKES}- [x] {NAMES[0]} (#103)\n"})
    if order == "closed last":
        farm.settle()
    _close(farm)
    farm.settle()
    assert _is_with(farm, "Find parcels")
    assert farm.door.standing[103].parent == farm.issue("Parcel search").children[0].number
    farm.reopen(NAMES[0])
    farm.settle()
    assert farm.door.standing[103].parent == farm.issue("Ask support").parent
    farm.merge_sync()
    assert f"- [ ] {NAMES[0]} (#103)" in farm.text(NEW)


@pytest.mark.parametrize("text", [TAKES, BARE])
def test_what_is_done_there_is_written_there(farm: Farm, text: str) -> None:
    farm.push({NEW: text})
    _close(farm)
    farm.settle()
    before = farm.text(OLD)
    farm.close(NAMES[1])
    farm.edit("Show the results", "Show all results", NEW)
    farm.settle()
    assert farm.door.standing[106].title == "Show all results"
    farm.merge_sync()
    farm.settle()
    assert f"- [x] {NAMES[1]} (#104)" in farm.text(NEW)
    assert farm.text(OLD) == before


def test_a_line_that_is_taken_out_there_closes_its_issue(farm: Farm) -> None:
    """The closed spec has it still, and gets nothing back for that."""
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    farm.edit(f"- [ ] {CARRIED[0]}\n", "", NEW)
    farm.settle()
    assert farm.door.standing[104].reason is Reason.NOT_PLANNED
    farm.push({NEW: TAKES})
    farm.settle()
    assert _is_with(farm, "Find parcels")


@pytest.mark.parametrize("deeds", [*range(6), 99])
def test_the_old_one_may_be_accepted_again(farm: Farm, deeds: int) -> None:
    """It names what is another spec's now, and follows that."""
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    farm.edit("Superseded", "Accepted", OLD)
    farm.break_after(deeds)
    farm.settle()
    assert len(farm.issues) == 9
    assert _is_with(farm, "Find parcels")
    farm.close(NAMES[1])
    farm.settle()
    farm.merge_sync()
    assert all(f"- [x] {NAMES[1]} (#104)" in farm.text(path) for path in (OLD, NEW))


@pytest.mark.parametrize("becomes", [None, "Superseded"])
@pytest.mark.parametrize("is_merged", [True, False])
@pytest.mark.parametrize("deeds", [*range(11), 99])
def test_all_of_it_may_be_taken_back(deeds: int, is_merged: bool, becomes: str | None) -> None:
    farm = _first(is_merged=is_merged)
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    new = becomes and TAKES.replace("Accepted", becomes)
    farm.push({OLD: farm.text(OLD).replace("Superseded", "Accepted"), NEW: new})
    farm.break_after(deeds)
    farm.settle()
    assert len(farm.issues) == 9
    assert _is_with(farm, "Parcel search")


def test_the_old_lines_may_be_struck_through_as_it_is_closed(farm: Farm) -> None:
    for line in CARRIED:
        farm.edit(f"- [ ] {line}", f"- [ ] ~~{line}~~", OLD)
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    assert _is_with(farm, "Find parcels")


def test_what_has_taken_over_may_be_superseded_in_its_turn(farm: Farm) -> None:
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    third = _spec("Parcel desk", "Ask nobody", *CARRIED)
    farm.push({THIRD: third, NEW: TAKES.replace("Accepted", "Superseded")})
    farm.settle()
    phase = farm.issue("Ask nobody").parent
    assert all(farm.door.standing[number].parent == phase for number in NUMBERS)
    assert farm.issue("Ask support").parent != phase


@pytest.mark.parametrize("is_merged", [True, False])
def test_so_it_may_be_where_no_numbers_tell(is_merged: bool) -> None:
    """The first one keeps its lines, too, and nobody is to work on what they say."""
    farm = _first(is_merged=is_merged)
    farm.push({NEW: BARE})
    _close(farm)
    farm.settle()
    third = _spec("Parcel desk", *NAMES[1:], "Ask support")
    farm.push({THIRD: third, NEW: BARE.replace("Accepted", "Superseded")})
    farm.settle()
    assert created(farm) == ["Parcel desk", "Phase 1: All"]
    assert len({farm.door.standing[number].parent for number in NUMBERS}) == 1
    assert farm.door.standing[104].parent == farm.issue("Ask support").parent


def test_of_two_that_carry_it_the_one_with_its_words_has_it(farm: Farm) -> None:
    early = _spec("Buy a tool", "Wait for it (#104)", "Pay it")
    farm.push({"docs/specs/000-a.md": early, NEW: TAKES})
    _close(farm)
    farm.settle()
    assert _is_with(farm, "Find parcels")


def test_who_has_only_referred_takes_nothing(farm: Farm) -> None:
    farm.push({NEW: _spec("Buy a tool", "Wait for it (#104)", "Pay it")})
    farm.settle()
    _close(farm)
    farm.settle()
    assert farm.door.standing[104].title == NAMES[1]
    assert _is_with(farm, "Parcel search")


def test_a_copy_that_nobody_has_closed_anything_for_takes_nothing(farm: Farm) -> None:
    farm.push({NEW: TAKES})
    farm.settle()
    assert _is_with(farm, "Parcel search")


def test_a_spec_that_waits_for_a_later_status_takes_nothing_until_then() -> None:
    farm = _first()
    farm.push({".github/spec-steward.yml": "issues: {when: building}\n"})
    farm.push({NEW: TAKES})
    _close(farm)
    farm.settle()
    assert _is_with(farm, "Parcel search")
    farm.edit("Accepted", "Implementing", NEW)
    farm.settle()
    assert _is_with(farm, "Find parcels")


@pytest.mark.parametrize("text", [TAKES, BARE])
def test_the_old_file_may_be_put_away(farm: Farm, text: str) -> None:
    farm.push({NEW: text})
    _close(farm)
    farm.settle()
    farm.move(OLD, "docs/specs/old/001-search.md")
    farm.settle()
    assert len(farm.issues) == 9
    assert _is_with(farm, "Find parcels")
    assert farm.issue("Parcel search").is_open


@pytest.mark.parametrize("text", [TAKES, BARE])
def test_it_is_put_away_as_the_new_one_comes(farm: Farm, text: str) -> None:
    old = farm.text(OLD).replace("Accepted", "Superseded")
    farm.push({NEW: text, OLD: None, "docs/specs/old/001-search.md": old})
    farm.settle()
    assert len(farm.issues) == 9
    assert _is_with(farm, "Find parcels")


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("text", [TAKES, BARE])
def test_the_comment_foresees_it(is_first: bool, text: str) -> None:
    """It counts the moves, and what the landing opens, also where the old one is closed before."""
    farm = _first()
    old = farm.text(OLD).replace("Accepted", "Superseded")
    village = Village({}, base={**RULES, OLD: farm.text(OLD)})
    village.door.standing |= farm.door.standing
    if is_first:
        village.land({OLD: old})
    _land(village)
    head = {NEW: text} if is_first else {OLD: old, NEW: text}
    village.push(head)
    found = village.run().hearing.works
    assert sorted(number or 0 for _, number in found.moves) == [*NUMBERS]
    assert [title for title, _ in found.opens] == ["Find parcels", "Phase 1: All", "Ask support"]
    assert (found.closes, found.renames, found.reopens) == ((), (), ())
    before = {number: village.door.standing[number].parent for number in NUMBERS}
    village.land(head)
    _land(village)
    assert all(village.door.standing[number].parent != before[number] for number in NUMBERS)


def _land(village: Village) -> None:
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
