"""Specs that are moved, swapped, deleted, given up or sent back: their issues go along, or stay."""

import re

import pytest

from bot.model.issue import Reason
from tests.app.landing.farm import SPEC, WHOLE, Farm, created, once

pytestmark = pytest.mark.untraced

OTHER = "docs/specs/002-labels.md"
LABELS = """# Spec: Label printing

- **Status:** Accepted

## Context

Labels are written by hand.

## Implementation plan

- [ ] Buy a printer
- [ ] Draw the label
- [ ] Print it
"""


@pytest.fixture
@once
def farm() -> Farm:
    """Give one of two specs that have their issues."""
    found = Farm({SPEC: WHOLE, OTHER: LABELS})
    found.settle()
    return found


def _state(farm: Farm) -> dict[int, tuple[str, bool]]:
    return {issue.number: (issue.title, issue.is_open) for issue in farm.issues}


@pytest.mark.parametrize("is_linked", [True, False])
def test_a_spec_is_moved_and_renamed(farm: Farm, is_linked: bool) -> None:
    if is_linked:
        farm.merge_sync()
    before = _state(farm)
    farm.move(SPEC, "docs/specs/009-find-parcels.md")
    farm.settle()
    assert _state(farm) == before
    assert created(farm) == []
    assert "009-find-parcels.md" in farm.issue("Parcel search").body


@pytest.mark.parametrize("is_at_once", [True, False])
def test_a_new_spec_where_another_stood_before_has_issues_of_its_own(is_at_once: bool) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    before = _state(farm)
    farm.move(SPEC, "docs/specs/009-find-parcels.md")
    if not is_at_once:
        farm.settle()
    farm.push({SPEC: LABELS})
    farm.settle()
    assert before.items() <= _state(farm).items()
    assert created(farm) == ["Label printing", "Buy a printer", "Draw the label", "Print it"]


def test_a_spec_is_moved_and_given_another_title(farm: Farm) -> None:
    before = set(_state(farm))
    farm.move(SPEC, "docs/specs/009-find-parcels.md")
    farm.edit("# Spec: Parcel search", "# Spec: Find parcels", "docs/specs/009-find-parcels.md")
    farm.settle()
    assert set(_state(farm)) == before
    assert farm.issue("Find parcels").is_open


ONE = f"{LABELS.partition('- [ ] ')[0]}- [ ] Buy a printer\n"
TWO = f"{ONE}- [ ] Draw the label\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ONE, ONE),
        (TWO, TWO.replace("Draw the label", "Draw the new label")),
        (
            WHOLE,
            WHOLE.replace("Choose an index", "Choose the index kind")
            .replace("Write the query", "Write the SQL query")
            .replace("Show the results", "Display the results"),
        ),
    ],
)
def test_a_spec_is_moved_and_reworded_in_one_push(before: str, after: str) -> None:
    farm = Farm({SPEC: before})
    farm.settle()
    numbers = {issue.number for issue in farm.issues}
    farm.push({SPEC: None, "docs/specs/009-find.md": after})
    farm.settle()
    assert {issue.number for issue in farm.issues} == numbers
    assert all(issue.is_open for issue in farm.issues)


def test_two_specs_that_share_tasks_are_moved_in_one_push() -> None:
    same = "- [ ] Write unit tests\n- [ ] Update the docs\n- [ ] Add metrics\n"
    one = f"{ONE}{same}"
    two = one.replace("Label printing", "Stamps").replace("Buy a printer", "Cut the rubber")
    farm = Farm({SPEC: one, OTHER: two})
    farm.settle()
    before = _state(farm)
    farm.push({SPEC: None, OTHER: None, "docs/specs/a/1.md": one, "docs/specs/a/2.md": two})
    farm.settle()
    assert _state(farm) == before
    assert "docs/specs/a/1.md" in farm.issue("Label printing").body


EIGHT, NINE = "docs/specs/8.md", "docs/specs/9.md"


def _torn(config: str = "") -> Farm:
    """Give one in which two specs alike were moved, and nothing tells which is which."""
    farm = Farm({SPEC: LABELS, OTHER: LABELS}, config)
    farm.settle()
    farm.push({SPEC: None, OTHER: None, EIGHT: LABELS, NINE: LABELS})
    return farm


@pytest.mark.traced
def test_two_specs_that_nobody_can_tell_apart_open_nothing_after_a_move() -> None:
    farm = _torn()
    before, tasks = _state(farm), [i for i in farm.issues if i.title != "Label printing"]
    farm.settle()
    assert _state(farm) == before
    assert [issue for issue in farm.issues if issue.title != "Label printing"] == tasks
    one, two = (i for i in farm.issues if i.title == "Label printing")
    said = "> The spec may be `docs/specs/8.md` or `docs/specs/9.md` now, and nothing tells which."
    assert said in one.body
    assert said in two.body
    assert "was deleted" not in one.body
    assert f"write `(#{one.children[0].number})` behind the task" in one.body


def test_what_nobody_can_tell_apart_keeps_no_other_spec_from_its_issues() -> None:
    farm = _torn()
    farm.push({"docs/specs/zones.md": WHOLE})
    farm.settle()
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Write the query (#" in farm.text("docs/specs/zones.md")


def test_one_number_says_which_of_two_specs_it_is() -> None:
    farm = _torn()
    farm.settle()
    before = _state(farm)
    _, two = (i for i in farm.issues if i.title == "Label printing")
    farm.edit("Buy a printer", f"Buy a printer (#{two.children[0].number})", EIGHT)
    farm.settle()
    assert _state(farm) == before
    one, two = (i for i in farm.issues if i.title == "Label printing")
    assert "8.md" in two.body
    assert "9.md" in one.body
    assert "[!WARNING]" not in one.body + two.body


def test_a_title_says_which_of_two_specs_it_is_where_no_task_has_an_issue() -> None:
    farm = Farm({OTHER: LABELS}, "issues: {granularity: spec}")
    farm.settle()
    (root,) = farm.issues
    farm.push({OTHER: None, EIGHT: LABELS, NINE: LABELS})
    farm.settle()
    said = "give its former title to the right spec, and to no other."
    assert said in farm.issue("Label printing").body
    farm.edit("Label printing", "Stamp printing", NINE)
    farm.settle()
    assert farm.issue("Label printing").number == root.number
    assert "[!WARNING]" not in farm.issue("Label printing").body
    assert created(farm) == ["Stamp printing"]


def test_what_is_left_of_two_opens_nothing_while_nobody_knows_which_it_is() -> None:
    farm = _torn()
    farm.edit("Label printing", "Stamp printing", NINE)
    before = _state(farm)
    farm.settle()
    assert _state(farm) == before


def test_a_copy_of_what_has_moved_with_it_opens_nothing_until_it_has_its_own_title(
    farm: Farm,
) -> None:
    before = _state(farm)
    farm.push({OTHER: None, EIGHT: LABELS, NINE: LABELS})
    farm.settle()
    assert _state(farm) == before
    assert "may be `docs/specs/8.md` or `docs/specs/9.md`" in farm.issue("Label printing").body
    farm.edit("Label printing", "Stamp printing", NINE)
    farm.settle()
    assert before.items() <= _state(farm).items()
    assert "[!WARNING]" not in farm.issue("Label printing").body
    assert "8.md" in farm.issue("Label printing").body
    assert farm.issue("Stamp printing").number not in before


SCALES = f"{LABELS.partition('- [ ] ')[0]}- [ ] Weigh parcels\n".replace("Label printing", "Scales")


def _rename(farm: Farm, text: str = LABELS) -> None:
    """Let the second spec get another name and title, while a new one comes."""
    renamed = text.replace("Label printing", "Stamp printing")
    farm.push({OTHER: None, NINE: renamed, "docs/specs/003-scales.md": SCALES})


def test_what_a_spec_had_dropped_before_does_not_count_where_it_is_renamed(farm: Farm) -> None:
    more = "".join(f"- [ ] Ask {name} about it\n" for name in "Ann Bob Cid Dot Eve Fay".split())
    farm.push({OTHER: LABELS + more})
    farm.settle()
    farm.push({OTHER: LABELS})
    farm.settle()
    _rename(farm)
    farm.settle()
    assert created(farm) == ["Scales", "Weigh parcels"]


def test_a_spec_that_had_dropped_all_is_known_by_that_where_it_is_renamed(farm: Farm) -> None:
    farm.push({OTHER: LABELS.partition("## Implementation plan")[0]})
    farm.settle()
    _rename(farm)
    farm.settle()
    assert created(farm) == ["Scales", "Weigh parcels"]
    assert farm.issue("Print it").is_open


def test_a_spec_that_comes_after_another_was_done_and_deleted_is_one_of_its_own(
    farm: Farm,
) -> None:
    for words in ("Buy", "Draw", "Print it"):
        farm.close(words)
    farm.edit("Accepted", "Done", OTHER)
    farm.settle()
    farm.merge_sync()
    farm.push({OTHER: None})
    farm.settle()
    before = _state(farm)
    farm.push({NINE: f"{SCALES}- [ ] Print it\n"})
    farm.settle()
    assert before.items() <= _state(farm).items()
    assert created(farm) == ["Scales", "Weigh parcels", "Print it"]


def test_a_spec_that_comes_long_after_another_was_deleted_is_one_of_its_own(farm: Farm) -> None:
    farm.push({OTHER: None})
    farm.settle()
    before = _state(farm)
    new = LABELS.replace("Label printing", "Scales").replace("Draw the label", "Weigh parcels")
    farm.push({"docs/specs/003-scales.md": new.replace("Print it", "Charge for more")})
    farm.settle()
    assert before.items() <= _state(farm).items()
    assert farm.issue("Scales").number not in before


def test_a_stub_that_is_left_behind_has_no_issues(farm: Farm) -> None:
    before = _state(farm)
    stub = "# Spec: Parcel search\n\n- **Status:** Accepted\n\n## Context\n\nIt has moved.\n"
    farm.push({SPEC: stub, "docs/specs/009-find.md": WHOLE})
    farm.settle()
    assert _state(farm) == before
    assert "009-find.md" in farm.issue("Parcel search").body


@pytest.mark.parametrize("is_linked", [True, False])
def test_two_specs_are_swapped(farm: Farm, is_linked: bool) -> None:
    if is_linked:
        farm.merge_sync()
    before = {title: number for number, (title, _) in _state(farm).items()}
    farm.push({SPEC: farm.files[OTHER], OTHER: farm.files[SPEC]})
    farm.settle()
    assert created(farm) == []
    after = {title: number for number, (title, _) in _state(farm).items()}
    assert after == before


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Superseded", "The spec is superseded."),
        ("Draft", "The spec is back in draft."),
        ("Review", "The spec is back in review."),
    ],
)
def test_a_spec_that_is_not_to_be_built_now_marks_its_tracking_issue(
    farm: Farm, word: str, said: str
) -> None:
    template = farm.text("docs/specs/TEMPLATE.md").replace("| Done", "| Done | Superseded")
    farm.push({"docs/specs/TEMPLATE.md": template})
    farm.settle()
    before = _state(farm)
    farm.edit("Accepted", word)
    farm.settle()
    assert _state(farm) == before
    assert said in farm.issue("Parcel search").body
    assert said not in farm.issue("Label printing").body
    farm.edit(word, "Accepted")
    farm.settle()
    assert "[!WARNING]" not in farm.issue("Parcel search").body
    assert _state(farm) == before


def test_a_tracking_issue_goes_on_counting_once_its_spec_is_approved_again(farm: Farm) -> None:
    farm.edit("Accepted", "Draft")
    farm.settle()
    farm.edit("Draft", "Accepted")
    farm.close("Write the query")
    farm.settle()
    assert "1 of 4 tasks done" in farm.issue("Parcel search").body


def test_what_waited_for_the_write_back_is_followed_once_the_spec_is_approved_again(
    farm: Farm,
) -> None:
    farm.close("Write the query")
    farm.settle()
    farm.edit("Accepted", "Draft")
    farm.settle()
    farm.edit("Draft", "Accepted")
    farm.settle()
    assert not farm.issue("Write the query").is_open
    farm.merge_sync()
    assert "- [x] Write the query (#" in farm.text()


def test_a_tracking_issue_keeps_what_people_gave_it_while_its_spec_is_a_draft_again(
    farm: Farm,
) -> None:
    root, other = farm.issue("Parcel search").number, farm.issue("Label printing").number
    farm.door.change_issue(root, milestone="Summer", blocked_by=(other,))
    farm.settle()
    farm.edit("Accepted", "Draft")
    farm.settle()
    assert farm.issue("Parcel search").milestone == "Summer"
    assert farm.issue("Parcel search").blocked_by == (other,)


def test_what_is_said_of_a_spec_changes_with_it(farm: Farm) -> None:
    farm.edit("Accepted", "Draft")
    farm.settle()
    farm.push({SPEC: None})
    farm.settle()
    body = farm.issue("Parcel search").body
    assert "was deleted" in body
    assert "back in draft" not in body
    assert body.count("[!WARNING]") == 1


def test_a_spec_with_a_word_that_nobody_knows_has_no_issues_and_keeps_those_it_has(
    farm: Farm,
) -> None:
    before = _state(farm)
    farm.edit("Accepted", "Somehow")
    farm.settle()
    assert _state(farm) == before
    said = "The spec has the status “somehow”, which means no stage."
    assert said in farm.issue("Parcel search").body


@pytest.mark.traced
def test_nothing_is_opened_for_a_word_that_nobody_knows() -> None:
    assert Farm({SPEC: WHOLE.replace("Accepted", "Somehow")}).settle().plan == ()


@pytest.mark.traced
def test_a_spec_that_has_lost_its_status_keeps_its_issues(farm: Farm) -> None:
    farm.edit("- **Status:** Accepted\n\n", "")
    farm.settle()
    assert all(issue.is_open for issue in farm.issues)
    assert "has no status any more" in farm.issue("Parcel search").body


def test_a_spec_whose_work_is_taken_out_closes_its_items(farm: Farm) -> None:
    kept, _, _ = LABELS.partition("## Implementation plan")
    farm.push({OTHER: kept})
    farm.settle()
    root = farm.issue("Label printing")
    assert "No task is left in it." in root.body
    assert root.is_open
    assert not farm.issue("Buy a printer").is_open
    farm.push({OTHER: LABELS})
    farm.settle()
    assert farm.issue("Buy a printer").is_open
    assert created(farm) == []


@pytest.mark.traced
def test_a_deleted_spec_that_was_done_is_left_alone(farm: Farm) -> None:
    for words in ("Buy", "Draw", "Print it"):
        farm.close(words)
    farm.edit("Accepted", "Done", OTHER)
    farm.settle()
    assert not farm.issue("Label printing").is_open
    farm.merge_sync()
    farm.push({OTHER: None})
    assert farm.settle().plan == ()


def test_an_issue_closed_after_its_spec_was_deleted_stays_closed(farm: Farm) -> None:
    farm.push({OTHER: None})
    farm.settle()
    farm.close("Draw")
    farm.settle()
    assert not farm.issue("Draw").is_open
    farm.push({OTHER: LABELS})
    farm.settle()
    assert not farm.issue("Draw").is_open
    farm.merge_sync()
    assert "- [x] Draw the label (#" in farm.text(OTHER)


def test_an_item_goes_into_another_spec_with_its_number(farm: Farm) -> None:
    farm.merge_sync()
    number = farm.issue("Print it").number
    farm.edit(f"- [ ] Print it (#{number})\n", "", OTHER)
    farm.edit("- [ ] Show the results", f"- [ ] Print it (#{number})\n- [ ] Show the results")
    farm.settle()
    issue = farm.door.standing[number]
    assert issue.is_open
    assert issue.parent == farm.issue("Phase 2").number
    assert created(farm) == []


def test_a_spec_that_is_parted_into_two_files_goes_on_in_both(farm: Farm) -> None:
    farm.merge_sync()
    before = _state(farm)
    head, first, second = re.split(r"### Phase \d: (?:Index|Search)", farm.text())
    index = head.replace("Parcel search", "Parcel index") + "### Phase 1: Index" + first
    query = head.replace("Parcel search", "Parcel query") + "### Phase 1: Search" + second
    farm.push({SPEC: None, "docs/specs/003-a.md": index, "docs/specs/004-b.md": query})
    farm.settle()
    assert sorted(created(farm)) == ["Parcel query", "Phase 1: Search"]
    assert farm.issue("Parcel index").number == min(before)
    farm.edit("- [ ] Write the query", "- [x] Write the query", "docs/specs/004-b.md")
    farm.edit("- [ ] Show", "- [ ] Count them all\n- [ ] Show", "docs/specs/004-b.md")
    farm.settle()
    assert created(farm) == ["Count them all"]
    assert not farm.issue("Write the query").is_open
    assert farm.issue("Choose an index").is_open


@pytest.mark.parametrize("is_new", [True, False])
def test_a_task_goes_along_though_a_like_one_comes_in_where_it_stood(is_new: bool) -> None:
    moving = (
        "Draw the route map", "Teach the old table to sort",
        "Replace the search field across all regions", "Document the export format",
    )  # fmt: skip
    staying = "- [ ] Build the driver login\n- [ ] Show all the results\n- [ ] Order the blue ink\n"
    head, _ = LABELS.split("- [ ] Buy")
    whole = f"{head}{staying}" + "".join(f"- [ ] {words}\n" for words in moving)
    farm = Farm({OTHER: whole} if is_new else {SPEC: WHOLE, OTHER: whole})
    farm.settle()
    farm.merge_sync()
    numbers = [farm.issue(words).number for words in moving]
    kept, lines = farm.text(OTHER).split("- [ ] Draw the route")
    own = WHOLE if is_new else farm.text()
    farm.push(
        {
            OTHER: f"{kept}- [ ] Document the import format\n",
            SPEC: f"{own}- [ ] Draw the route{lines}",
        }
    )
    farm.settle()
    assert [farm.issue(words).number for words in moving] == numbers
    assert all(farm.door.standing[number].is_open for number in numbers)


TAKEN_IN = "\n### Phase 3: Labels\n\n- [ ] Buy a printer\n- [ ] Draw the label\n- [ ] Print it\n"


@pytest.mark.traced
@pytest.mark.parametrize("deeds", [0, 1, 2, 3, 4, 5, 99])
def test_the_issues_of_a_deleted_spec_go_to_the_one_that_has_taken_all_its_tasks_in(
    farm: Farm, deeds: int
) -> None:
    numbers = [farm.issue(words).number for words in ("Buy a", "Draw the", "Print it")]
    farm.push({OTHER: None, SPEC: farm.text() + TAKEN_IN})
    farm.break_after(deeds)
    farm.settle()
    assert [farm.issue(words).number for words in ("Buy a", "Draw the", "Print it")] == numbers
    phase = farm.issue("Phase 3: Labels")
    assert [child.number for child in phase.children] == numbers
    assert all(farm.door.standing[number].is_open for number in numbers)
    assert "was deleted" in farm.issue("Label printing").body
    farm.merge_sync()
    assert f"Print it (#{numbers[2]})" in farm.text()


@pytest.mark.parametrize("is_linked", [False, True])
def test_tasks_leave_the_phase_of_a_deleted_spec_for_that_where_they_stand(is_linked: bool) -> None:
    phased = LABELS.replace("- [ ] Buy", "### Phase 1: Paper\n\n- [ ] Buy")
    farm = Farm({SPEC: WHOLE, OTHER: phased})
    farm.settle()
    if is_linked:
        farm.merge_sync()
    tasks = farm.text(OTHER).partition("### Phase 1: Paper")[2]
    farm.push({OTHER: None, SPEC: f"{farm.text()}\n### Phase 3: Labels\n{tasks}"})
    farm.settle()
    assert created(farm) == ["Phase 3: Labels"]
    assert len(farm.issue("Phase 3: Labels").children) == 3
    assert farm.issue("Phase 1: Paper").children == ()


@pytest.mark.traced
@pytest.mark.parametrize(
    ("change", "is_closed"),
    [
        ({SPEC: f"{WHOLE}- [ ] Draw the label\n"}, False),  # not all of them
        ({SPEC: f"{WHOLE}{TAKEN_IN}", "docs/specs/3.md": f"{WHOLE}{TAKEN_IN}"}, False),
        ({SPEC: f"{WHOLE}{TAKEN_IN}- [ ] Print it\n"}, False),
        ({SPEC: f"{WHOLE}{TAKEN_IN}".replace("Accepted", "Draft")}, False),
        ({SPEC: f"{WHOLE}{TAKEN_IN}"}, True),
    ],
)
def test_the_issues_of_a_deleted_spec_stay_where_nothing_is_plain(
    farm: Farm, change: dict[str, str], is_closed: bool
) -> None:
    if is_closed:
        farm.close("Label printing", Reason.NOT_PLANNED)
    own = [child.number for child in farm.issue("Label printing").children]
    farm.push({OTHER: None, **change})
    farm.settle()
    assert [child.number for child in farm.issue("Label printing").children] == own


def test_two_deleted_specs_of_the_same_tasks_give_none_of_their_issues_away(farm: Farm) -> None:
    stamps = "docs/specs/003-stamps.md"
    farm.push({stamps: LABELS.replace("Label printing", "Stamp printing")})
    farm.settle()
    farm.push({OTHER: None, stamps: None, SPEC: f"{WHOLE}{TAKEN_IN}"})
    farm.settle()
    assert len(farm.issue("Label printing").children) == 3
    assert len(farm.issue("Stamp printing").children) == 3


def test_one_task_that_another_spec_has_too_takes_no_issue_of_a_deleted_one() -> None:
    farm = Farm({SPEC: WHOLE, OTHER: LABELS.partition("- [ ] Draw")[0]})
    farm.settle()
    farm.push({OTHER: None, SPEC: f"{WHOLE}- [ ] Buy a printer\n"})
    farm.settle()
    assert created(farm) == ["Buy a printer"]


def _refer(farm: Farm, number: int) -> None:
    """Let a task of the first spec name an issue."""
    farm.edit("- [ ] Write the query", f"- [ ] Wait for it (#{number})\n- [ ] Write the query")


@pytest.mark.parametrize("words", ["Print it", "**Print** it.", "print it"])
def test_an_item_whose_number_only_another_spec_has_stays_where_its_words_stand(
    farm: Farm, words: str
) -> None:
    before = farm.issue("Print it")
    _refer(farm, before.number)
    farm.edit("- [ ] Print it", f"- [ ] {words}", OTHER)
    farm.settle()
    after = farm.door.standing[before.number]
    assert (after.parent, after.is_open) == (before.parent, True)
    assert "Wait" not in after.title
    assert created(farm) == []


def test_an_item_whose_line_names_another_issue_now_goes_where_its_own_is_named(farm: Farm) -> None:
    number = farm.issue("Print it").number
    _refer(farm, number)
    farm.edit("- [ ] Print it", f"- [ ] Print it (#{farm.foreign('Theirs')})", OTHER)
    farm.settle()
    assert farm.door.standing[number].title == "Wait for it"
    assert farm.door.standing[number].parent == farm.issue("Phase 2").number
    assert created(farm) == []


@pytest.mark.parametrize("is_new", [True, False])
def test_a_spec_takes_nothing_of_another_that_is_renamed_by_naming_one_of_its_issues(
    farm: Farm, is_new: bool
) -> None:
    path = "docs/specs/003-scales.md" if is_new else SPEC
    if is_new:
        farm.push({path: WHOLE.replace("search", "scales").replace("index", "scale")})
    number = farm.issue("Print it").number
    farm.edit("- [ ] Write", f"- [ ] Wait for it (#{number})\n- [ ] Write", path)
    if not is_new:
        farm.settle()
    before = _state(farm)
    farm.move(OTHER, "docs/specs/009-print.md")
    farm.settle()
    assert before.items() <= _state(farm).items()
    assert "009-print.md" in farm.issue("Label printing").body
    assert "Label printing" not in created(farm)


def test_an_item_that_is_reworded_stays_though_another_spec_names_it_too(farm: Farm) -> None:
    farm.merge_sync()
    before = farm.issue("Print it")
    _refer(farm, before.number)
    farm.edit("- [ ] Print it", "- [ ] Send it to the printer", OTHER)
    farm.settle()
    after = farm.door.standing[before.number]
    assert (after.parent, after.title) == (before.parent, "Send it to the printer")
    assert created(farm) == []


def test_a_copy_of_a_spec_is_another_one(farm: Farm) -> None:
    farm.push({"docs/specs/003-labels.md": LABELS.replace("Label printing", "Stamp printing")})
    farm.settle()
    assert farm.issue("Stamp printing").is_open
    assert len([issue for issue in farm.issues if issue.title == "Print it"]) == 2


def test_a_copy_that_carries_the_numbers_doubles_nothing(farm: Farm) -> None:
    farm.merge_sync()
    before = _state(farm)
    copy = farm.text(OTHER).replace("Label printing", "Stamp printing")
    farm.push({"docs/specs/003-labels.md": copy})
    farm.settle()
    assert all(_state(farm)[number] == before[number] for number in before)
    farm.push({"docs/specs/003-labels.md": None})
    farm.settle()
    assert all(_state(farm)[number] == before[number] for number in before)


def test_a_tracking_issue_that_somebody_has_rewritten_is_marked_all_the_same(farm: Farm) -> None:
    root = farm.issue("Parcel search")
    farm.door.change_issue(root.number, body=root.body.replace("The work on", "All work on"))
    farm.push({SPEC: None})
    farm.settle()
    assert "was deleted" in farm.issue("Parcel search").body
    farm.push({SPEC: WHOLE})
    farm.settle()
    assert "All work on" in farm.issue("Parcel search").body
    assert "was deleted" not in farm.issue("Parcel search").body


def test_a_spec_that_nobody_can_read_keeps_its_issues(farm: Farm) -> None:
    before = _state(farm)
    text = farm.files[SPEC]
    farm.push({SPEC: b"\xff\xfe" + text})
    farm.settle()
    assert _state(farm) == before
    farm.push({SPEC: text})
    farm.settle()
    assert "was deleted" not in farm.issue("Parcel search").body


@pytest.mark.parametrize("granularity", ["item", "spec"])
def test_a_spec_is_known_by_its_tasks_whatever_marks_they_have(granularity: str) -> None:
    head, _ = LABELS.split("- [ ] Buy")
    tasks = "- [ ] Choose an index: B-tree/GIN\n- [ ] Fill it (from the old table), twice\n"
    farm = Farm({OTHER: head + tasks}, f"issues: {{granularity: {granularity}}}\n")
    farm.settle()
    root = next(issue.number for issue in farm.issues if issue.parent is None)
    title = head.partition("\n")[0]
    new = LABELS.replace(title, "# Spec: Stamps")
    farm.push({OTHER: new, "docs/specs/009-find.md": head.replace(title, "# Spec: Find") + tasks})
    farm.settle()
    assert farm.door.standing[root].title == "Find"
