"""The comment counts as moved what gets another parent, and nothing else does so later."""

import pytest

from bot.app.landing.land import land
from bot.app.landing.listing import SUB_ISSUES
from bot.model.issue import Issue
from tests.app.action.people import Village
from tests.app.action.town import SETUP
from tests.app.landing.farm import RULES, SPEC, WHOLE
from tests.app.landing.test_preview import works

CONFIG = ".github/spec-steward.yml"
OTHER = "docs/specs/002-labels.md"
LABELS = f"{WHOLE.partition('### Phase 1')[0]}- [ ] Buy a printer\n- [ ] Draw the label\n"
LABELS = LABELS.replace("Parcel search", "Label printing")
INDEX, SEARCH = "### Phase 1: Index", "### Phase 2: Search"
QUERY, SHOW = "- [ ] Write the query\n", "- [ ] Show the results\n"
LAST = "### Phase 3: Last\n\n"
SWAPPED = f"""{WHOLE.partition(INDEX)[0]}### Phase 1: Search

{QUERY}{SHOW}
### Phase 2: Index
{WHOLE.partition(INDEX)[2].partition(SEARCH)[0]}"""
RENUMBERED = WHOLE.replace("Phase 2:", "Phase 3:").replace(
    INDEX, f"### Phase 1: Ask\n\n- [ ] Ask them\n\n{INDEX.replace('1', '2')}"
)
CASES = {
    "renamed": (WHOLE.replace("Phase 1: Index", "Phase 1: The new index"), ()),
    "both renamed": (WHOLE.replace(": Index", ": Words").replace(": Search", ": Finding"), ()),
    "renumbered": (RENUMBERED, ()),
    "swapped": (SWAPPED, ()),
    "moved": (WHOLE.replace(QUERY, "").replace("- [ ] Fill", f"{QUERY}- [ ] Fill"), (QUERY,)),
    "merged": (WHOLE.replace(f"{SEARCH}\n\n", ""), (QUERY, SHOW)),
    "parted": (WHOLE.replace(SHOW, f"\n{LAST}{SHOW}"), (SHOW,)),
    "parted and renamed": (
        WHOLE.replace(SHOW, f"\n{LAST}{SHOW}").replace(": Index", ": Words"),
        (SHOW,),
    ),
    "out of all": (
        WHOLE.replace(QUERY, "").replace(f"{INDEX}\n", f"{QUERY}\n{INDEX}\n"),
        (QUERY,),
    ),
    "gone": (WHOLE.replace(f"{SEARCH}\n\n{QUERY}{SHOW}", ""), ()),
    "a few": (WHOLE.replace(QUERY, "").replace(": Search", ": Finding"), ()),
}


def _merged(village: Village, head: dict[str, str | None]) -> list[str]:
    """Merge it, and give what has another parent than before, other than none."""
    standing = village.door.standing
    before = {number: issue.parent for number, issue in standing.items()}
    village.land(head)
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
    went = [n for n, parent in before.items() if standing[n].parent not in (None, parent)]
    return sorted(standing[number].title for number in went)


def _landed(base: dict[str, str], *, is_flat: bool = False) -> Village:
    village = Village({}, base={**RULES, **base})
    village.door.tip = village.state.pull.base
    if is_flat:
        village.door.can.close(SUB_ISSUES, "no such thing here")
    land(village.door, SETUP)
    return village


def _told(village: Village) -> list[str]:
    return sorted(title for title, _ in works(village).moves)


def _titles(lines: tuple[str, ...]) -> list[str]:
    return sorted(line.removeprefix("- [ ] ").strip() for line in lines)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("granularity", ["item", "phase", "spec"])
def test_what_gets_another_parent_is_moved(name: str, granularity: str) -> None:
    """Where the granularity has changed, the issues of tasks are followed all the same."""
    text, moved = CASES[name]
    village = _landed({SPEC: WHOLE})
    village.land({CONFIG: f"issues: {{granularity: {granularity}}}\n"})
    village.push({SPEC: text})
    found = _told(village)
    assert found == _merged(village, {SPEC: text})
    assert found == _titles(moved)


@pytest.mark.parametrize("name", CASES)
def test_where_sub_issues_are_refused_it_goes_by_the_lists_of_phases(name: str) -> None:
    text, moved = CASES[name]
    village = _landed({SPEC: WHOLE}, is_flat=True)
    village.push({SPEC: text})
    assert _told(village) == _titles(moved)
    assert _merged(village, {SPEC: text}) == []


@pytest.mark.parametrize("is_flat", [False, True])
def test_what_goes_into_another_spec_is_moved(is_flat: bool) -> None:
    village = _landed({SPEC: WHOLE, OTHER: LABELS}, is_flat=is_flat)
    numbers = {issue.title: issue.number for issue in village.door.standing.values()}
    line = f"- [ ] Write the query (#{numbers['Write the query']})\n"
    head: dict[str, str | None] = {SPEC: WHOLE.replace(QUERY, ""), OTHER: f"{LABELS}{line}"}
    village.push(head)
    assert _told(village) == ["Write the query"]
    assert _merged(village, head) == ([] if is_flat else ["Write the query"])


def test_what_somebody_has_put_elsewhere_is_not_moved() -> None:
    village = _landed({SPEC: WHOLE})
    theirs = village.door.number()
    village.door.standing[theirs] = Issue(theirs * 7, theirs, "Theirs", "", mine=False)
    (query,) = (i for i in village.door.standing.values() if i.title == "Write the query")
    village.door.change_issue(query.number, parent=theirs)
    text, _ = CASES["moved"]
    village.push({SPEC: text})
    assert _told(village) == _merged(village, {SPEC: text}) == []


def test_a_part_of_a_long_phase_is_another_parent() -> None:
    many = "".join(f"- [ ] Sort shelf {n}\n" for n in range(98))
    village = _landed({SPEC: WHOLE.replace(QUERY, f"{QUERY}{many}")})
    text = WHOLE.replace(QUERY, f"{QUERY}{many}- [ ] Sort the last shelf\n")
    village.push({SPEC: text})
    found = _told(village)
    assert len(found) == 100
    assert found == _merged(village, {SPEC: text})


def test_where_lists_tell_it_a_part_of_a_long_phase_is_none() -> None:
    many = "".join(f"- [ ] Sort shelf {n}\n" for n in range(98))
    village = _landed({SPEC: WHOLE.replace(QUERY, f"{QUERY}{many}")}, is_flat=True)
    village.push({SPEC: WHOLE.replace(QUERY, f"{QUERY}{many}- [ ] Sort the last shelf\n")})
    assert _told(village) == []
