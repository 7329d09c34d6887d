"""What the comment says that merging does to issues, and that merging does just that."""

from collections.abc import Mapping

import pytest

from bot.app.action.telling import log
from bot.app.landing.land import land
from bot.model.issue import Issue
from bot.model.works import Works
from tests.app.action.people import Village
from tests.app.action.town import SETUP
from tests.app.landing.farm import RULES, SPEC, WHOLE

OTHER = WHOLE.replace("Parcel search", "Parcel labels").replace("Choose an index", "Buy a printer")


def landed(base: Mapping[str, str], head: Mapping[str, str | None]) -> Village:
    """Give a pull request on a base whose issues stand."""
    village = Village(base, base={**RULES, **base})
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
    village.push(head)
    return village


def works(village: Village) -> Works:
    return village.run().hearing.works


def titles(found: tuple[tuple[str, int | None], ...]) -> list[str]:
    return [title for title, _ in found]


def test_a_new_spec_opens_its_issues() -> None:
    village = landed({}, {SPEC: WHOLE})
    found = works(village)
    assert titles(found.opens) == [
        "Parcel search",
        "Phase 1: Index",
        "Choose an index",
        "Fill the index from the old table",
        "Phase 2: Search",
        "Write the query",
        "Show the results",
    ]
    assert "Merging adds" in village.comment.body
    assert "opens 7 issues." in village.comment.body
    assert works(village) == found
    assert village.kinds == []


def test_what_changes_in_one_is_told() -> None:
    text = WHOLE.replace("- [ ] Choose an index\n", "").replace(
        "Write the query", "Write the query, paged"
    )
    village = landed({SPEC: WHOLE}, {SPEC: text.replace("- [ ] Show", "- [x] Show")})
    found = works(village)
    assert titles(found.renames) == ["Write the query, paged"]
    assert titles(found.closes) == ["Show the results", "Choose an index"]
    assert (found.opens, found.moves, found.reopens) == ((), (), ())


def test_the_other_specs_keep_theirs() -> None:
    other = "docs/specs/002-labels.md"
    village = landed({SPEC: WHOLE, other: OTHER}, {SPEC: WHOLE.replace("Parcel", "Parcels")})
    found = works(village)
    assert (titles(found.renames), found.closes) == (["Parcels search"], ())


def test_a_draft_costs_no_look_at_issues() -> None:
    village = landed({}, {SPEC: WHOLE.replace("Accepted", "Draft")})
    village.door.labelled_issues = None  # type: ignore[assignment, method-assign]  # nobody may ask
    assert not works(village)


def test_what_goes_into_another_branch_opens_none() -> None:
    village = landed({}, {SPEC: WHOLE})
    village.change(lands=False)
    assert not works(village)


@pytest.mark.parametrize("is_linked", [True, False])
def test_a_line_that_is_copied_with_its_number_lands_as_it_was_foreseen(is_linked: bool) -> None:
    village = landed({SPEC: WHOLE}, {})
    numbers = {issue.title: issue.number for issue in village.door.standing.values()}
    line = f"Choose an index (#{numbers['Choose an index']})"
    base = WHOLE.replace("Choose an index", line) if is_linked else WHOLE
    other = OTHER.replace("Buy a printer", f"{line} for labels")
    for title in ("Fill the index", "Write the query", "Show the results"):
        other = other.replace(title, f"{title} of labels")
    new = "docs/specs/002-labels.md"
    village.land({SPEC: base})
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
    village.push({new: other})
    found = works(village)
    assert "Choose an index for labels" not in titles(found.opens)
    assert (found.renames, found.moves, found.closes) == ((), (), ())
    before = set(village.door.standing)
    village.land({SPEC: base, new: other})
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
    made = [i.title for n, i in village.door.standing.items() if n not in before]
    assert sorted(made) == sorted(titles(found.opens))
    assert village.door.standing[numbers["Choose an index"]].title == "Choose an index"


def test_a_number_that_is_no_issue_is_told_and_costs_no_request_more() -> None:
    text = WHOLE.replace("Write the query", "Write the query (#99999)")
    text = text.replace("- [ ] Show the results", "- [x] Show the results (#99998)")
    village = landed({}, {SPEC: text})
    found = works(village)
    assert found.astray == (("Write the query", 99999),)
    assert "Write the query" not in titles(found.opens)
    told = "“Write the query” (`#99999`) gets no issue: this repository has none with that number."
    assert told in village.comment.body


def test_where_tasks_have_no_issues_no_number_is_missing() -> None:
    config = {".github/spec-steward.yml": "issues: {granularity: phase}\n"}
    village = landed(config, {SPEC: WHOLE.replace("Write the query", "Write the query (#99999)")})
    assert works(village).astray == ()


def test_a_number_of_somebodys_issue_is_right() -> None:
    village = landed({}, {SPEC: WHOLE})
    number = village.door.number()
    village.door.standing[number] = Issue(number * 7, number, "Mine", "", mine=False)
    village.push({SPEC: WHOLE.replace("Write the query", f"Write the query (#{number})")})
    assert works(village).astray == ()


def test_the_log_says_so_too() -> None:
    text = WHOLE.replace("Write the query", "Write the query (#99999)")
    lines = list(log(landed({}, {SPEC: text}).run(), is_dry=False))
    assert "  merging opens 6 issues" in lines
    assert "  1 task gets no issue: its number is none of this repository's issues" in lines


@pytest.mark.parametrize(
    ("most", "opens", "waiting", "told"),
    [
        (200, 7, 0, ""),
        (6, 6, 1, " 1 more follows in the next run (`issues.max-new` is 6)."),
        (3, 3, 4, " 4 more follow in later runs (`issues.max-new` is 3)."),
        (0, 0, 7, "7 issues wait as long as `issues.max-new` is 0."),
    ],
)
def test_what_the_next_runs_open_is_told(most: int, opens: int, waiting: int, told: str) -> None:
    config = {".github/spec-steward.yml": f"issues: {{max-new: {most}}}\n"}
    village = landed(config, {SPEC: WHOLE})
    attended = village.run()
    found = attended.hearing.works
    assert (len(found.opens), found.waiting) == (opens, waiting)
    assert told in village.comment.body
    assert ("issues.max-new" in village.comment.body) == bool(told)
    line = f"  {told.strip().replace('`', '').rstrip('.')}"
    assert (line in log(attended, is_dry=False)) == bool(told)


def test_in_a_dry_run_it_says_what_would_be_done() -> None:
    config = {".github/spec-steward.yml": "issues: {dry-run: true, max-new: 3}\n"}
    village = landed(config, {SPEC: WHOLE})
    lines = list(log(village.run(), is_dry=False))
    body = village.comment.body
    assert "would open 3 issues. 4 more would follow in later runs (`issues.max-new` is 3)." in body
    assert "No issue is touched while `issues.dry-run` is on." in body
    assert "- would open “Parcel search”" in body
    assert "  merging would open 3 issues" in lines
    assert "  4 more would follow in later runs (issues.max-new is 3)" in lines
    assert "  no issue is touched while issues.dry-run is on" in lines
