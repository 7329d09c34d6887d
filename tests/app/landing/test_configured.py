"""What a repository has said of its issues: how fine they are, what they bear, how many at once."""

from dataclasses import replace

import pytest

from bot.app.landing.land import land
from bot.errors import StewardError
from bot.plan.actions import CreateIssue
from tests.app.landing.farm import SETUP, SPEC, WHOLE, Farm, created, once

CLOSING = ["close-pull-request", "delete-branch"]


def _config(text: str) -> str:
    return f"version: 1\nissues:\n  {text}\n"


@once
def _made(config: str) -> Farm:
    farm = Farm({SPEC: WHOLE}, _config(config))
    farm.settle()
    return farm


def test_labels_are_given_to_all_and_people_to_items() -> None:
    farm = _made("labels: [work, backend]\n  assignees: [ann]\n  type: Task")
    assert {issue.labels for issue in farm.issues} == {("spec-steward", "work", "backend")}
    assert farm.issue("Write the query").assignees == ("ann",)
    assert farm.issue("Parcel search").assignees == ()


def test_a_type_is_that_of_items() -> None:
    farm = Farm({SPEC: WHOLE}, _config("type: Task"))
    farm.run()
    made = [deed.wish for deed in farm.door.deeds if isinstance(deed, CreateIssue)]
    assert {wish.type for wish in made if wish.parent} == {"Task", ""}
    assert [wish.title for wish in made if not wish.type] == [
        "Parcel search",
        "Phase 1: Index",
        "Phase 2: Search",
    ]


def test_a_label_that_is_wanted_later_comes_and_one_that_somebody_took_off_stays_off() -> None:
    farm = _made("labels: [work]")
    taken = farm.issue("Write the query").number
    farm.door.change_issue(taken, labels=("spec-steward",))
    assert farm.run().plan == ()
    farm.push({".github/spec-steward.yml": _config("labels: [work, backend]")})
    farm.settle()
    assert farm.issue("Write the query").labels == ("spec-steward", "backend")
    assert farm.issue("Show the results").labels == ("spec-steward", "work", "backend")


def test_the_label_of_the_steward_itself_may_be_taken_off() -> None:
    farm = _made("enabled: true")
    for issue in farm.issues:
        farm.door.change_issue(issue.number, labels=())
    assert farm.run().plan == ()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert created(farm) == []
    assert farm.issue("with paging").labels == ()


@pytest.mark.parametrize(
    ("by", "found"),
    [
        ("spec", {"Parcel search"}),
        ("phase", {"", "Phase 1: Index", "Phase 2: Search"}),
        ("none", {""}),
    ],
)
def test_milestones(by: str, found: set[str]) -> None:
    farm = _made(f"milestone: {by}")
    assert {issue.milestone for issue in farm.issues} == found


def test_a_milestone_that_somebody_has_set_stays() -> None:
    farm = _made("milestone: phase")
    number = farm.issue("Write the query").number
    farm.door.change_issue(number, milestone="Later")
    assert farm.run().plan == ()
    farm.edit("Write the query", "Write the query, with paging")
    farm.settle()
    assert farm.issue("with paging").milestone == "Later"


def test_a_milestone_follows_an_item_into_another_phase() -> None:
    farm = _made("milestone: phase")
    farm.edit("- [ ] Choose an index\n", "")
    farm.edit("- [ ] Write the query\n", "- [ ] Write the query\n- [ ] Choose an index\n")
    farm.settle()
    issue = farm.issue("Choose an index")
    assert (issue.milestone, issue.parent) == ("Phase 2: Search", farm.issue("Phase 2").number)


def test_titles_have_the_form_that_is_wanted() -> None:
    farm = _made('title: "[{phase}] {text} ({title})"')
    assert (
        farm.issue("Write the query").title == "[Phase 2: Search] Write the query (Parcel search)"
    )


def test_a_form_that_changes_renames_all_but_what_people_have_named() -> None:
    farm = _made('title: "{text}"')
    farm.door.change_issue(farm.issue("Write the query").number, title="SQL")
    farm.push({".github/spec-steward.yml": _config('title: "Task: {text}"')})
    farm.settle()
    assert farm.issue("SQL").title == "SQL"
    assert farm.issue("Show the results").title == "Task: Show the results"


def test_a_full_stop_is_no_part_of_a_title_and_no_reason_for_another() -> None:
    farm = _made('title: "{text}"')
    farm.door.change_issue(farm.issue("Write the query").number, title="SQL.")
    ended = WHOLE.replace("Write the query", "Write the query.")
    farm.push({SPEC: ended.replace("Show the results", "Show the results:")})
    farm.settle()
    assert farm.issue("SQL").title == "SQL."
    assert farm.issue("Show the results").title == "Show the results"
    assert not created(farm)[7:]


def test_a_run_stops_at_the_cap_and_the_next_goes_on() -> None:
    farm = Farm({SPEC: WHOLE}, _config("max-new: 3"))
    counts = []
    for _ in range(3):
        landed = farm.run()
        counts.append((len(created(farm)), landed.remaining))
    assert counts == [(3, 4), (3, 1), (1, 0)]
    assert farm.sync_pull().title == "Link 4 tasks to their issues"
    root, first = farm.issue("Parcel search"), farm.issue("Phase 1")
    assert [farm.door.standing[c.number].title for c in root.children] == [
        "Phase 1: Index",
        "Phase 2: Search",
    ]
    assert len(first.children) == 2


@pytest.mark.parametrize("is_said", [True, False])
def test_a_dry_run_only_says_what_it_would_do(is_said: bool) -> None:
    farm = Farm({SPEC: WHOLE}, _config("dry-run: true") if is_said else "")
    landed = farm.run(is_dry=not is_said)
    assert farm.door.deeds == []
    assert [action.kind for action in landed.plan].count("create-issue") == 7
    assert (landed.remaining, landed.numbers) == (0, ())


def test_a_dry_run_counts_what_is_beyond_the_cap() -> None:
    farm = Farm({SPEC: WHOLE}, _config("max-new: 2"))
    landed = farm.run(is_dry=True)
    assert [action.kind for action in landed.plan].count("create-issue") == 2
    assert landed.remaining == 5


def test_issues_that_are_switched_off_are_left_alone() -> None:
    farm = _made("enabled: true")
    farm.push({".github/spec-steward.yml": _config("enabled: false"), SPEC: None})
    before = farm.issues
    assert [action.kind for action in farm.run(is_dry=True).plan] == CLOSING
    assert farm.door.deeds == []
    landed = farm.settle()
    assert (landed.remaining, landed.numbers, farm.issues) == (0, (), before)
    assert [action.kind for action in landed.plan] == CLOSING
    assert farm.sync.pulls == ()


def test_a_write_back_that_may_not_be_closed_is_said_to_stay() -> None:
    farm = _made("enabled: true")
    farm.push({".github/spec-steward.yml": _config("enabled: false")})
    (pull,) = [action for action in farm.run(is_dry=True).plan if action.kind == CLOSING[0]]
    farm.door.refusing = {pull.way}
    landed = farm.run()
    assert [each.way for each in landed.refused] == [pull.way]
    assert farm.sync_pull().mine
    farm.door.refusing.clear()
    assert farm.run().refused == ()
    assert farm.sync.pulls == ()


def test_a_spec_that_has_its_issues_waits_where_these_come_with_a_later_status_now() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.push({".github/spec-steward.yml": _config("when: building")})
    farm.settle()
    said = "The spec is accepted, and its work waits for a later status: issues.when is building."
    assert said in farm.issue("Parcel search").body
    farm.edit("Accepted", "Implementing")
    farm.settle()
    assert "[!WARNING]" not in farm.issue("Parcel search").body


@pytest.mark.parametrize(
    ("when", "word", "has_issues"),
    [
        ("reviewing", "Draft", False),
        ("reviewing", "Review", True),
        ("building", "Accepted", False),
        ("building", "Implementing", True),
        ("done", "Implementing", False),
    ],
)
def test_issues_come_when_the_spec_is_so_far(when: str, word: str, has_issues: bool) -> None:
    farm = Farm({SPEC: WHOLE.replace("Accepted", word)}, _config(f"when: {when}"))
    farm.settle()
    assert bool(farm.issues) is has_issues


def test_the_numbers_that_a_run_tells_are_of_issues_made_and_changed() -> None:
    farm = Farm({SPEC: WHOLE})
    landed = farm.run()
    assert landed.numbers == tuple(sorted(issue.number for issue in farm.issues))
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    landed = farm.run()
    told = {farm.door.standing[number].title for number in landed.numbers}
    assert {"Write the query", "Parcel search"} <= told
    assert replace(landed, plan=()).refused == ()


def test_a_configuration_that_is_not_there_is_said() -> None:
    farm = Farm({SPEC: WHOLE})
    with pytest.raises(StewardError, match="there is no such file on “main”"):
        land(farm.door, replace(SETUP, config_path=".github/other.yml"))


def test_a_page_of_its_own_takes_the_place_of_ours() -> None:
    own = {".github/spec-steward/issues/gone.md.j2": "> It is no more.\n"}
    farm = Farm({SPEC: WHOLE, **own})
    farm.settle()
    farm.edit("- [ ] Write the query\n", "")
    farm.settle()
    assert "> It is no more." in farm.issue("Write the query").body


def test_a_page_of_its_own_that_is_broken_does_not() -> None:
    own = {".github/spec-steward/issues/gone.md.j2": "{% if %}"}
    farm = Farm({SPEC: WHOLE, **own})
    farm.settle()
    farm.edit("- [ ] Write the query\n", "")
    farm.settle()
    assert "no longer lists this" in farm.issue("Write the query").body


def test_a_document_as_large_as_the_configuration_allows_is_read() -> None:
    padding = f"{'words ' * 150}\n\n" * 4_000
    text = WHOLE.replace("Support looks parcels up by hand.\n", padding)
    assert len(text) > 3_400_000
    farm = Farm({SPEC: text}, "limits: {size: 5 MB}\n")
    assert len(farm.settle().numbers) == 7
