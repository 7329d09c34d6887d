"""Issues in people's hands: transferred, deleted, locked, edited, closed; and issues of others."""

import pytest

from bot.model.issue import Reason
from bot.model.sheet import END
from bot.plan.marker import LABEL
from tests.app.landing.farm import SPEC, WHOLE, Farm, created, once

NAMED = WHOLE.replace("Show the results", "Show the results (#{})")


@pytest.fixture
@once
def farm() -> Farm:
    """Give one whose spec has its issues."""
    found = Farm({SPEC: WHOLE})
    found.settle()
    return found


def _naming(title: str = "Results page", **values: object) -> tuple[Farm, int]:
    farm = Farm({})
    number = farm.foreign(title, **values)
    farm.push({SPEC: NAMED.format(number)})
    farm.settle()
    return farm, number


@pytest.mark.parametrize("is_linked", [True, False])
def test_an_issue_that_is_nowhere_is_not_made_again(farm: Farm, is_linked: bool) -> None:
    """Deleted or transferred: both look the same from here."""
    if is_linked:
        farm.merge_sync()
    number = farm.lose("Write the query")
    farm.settle()
    assert created(farm) == []
    body = farm.issue("Parcel search").body
    assert f"“Write the query” was `(#{number})`, and that issue is gone" in body
    assert farm.issue("Phase 2").is_open


def test_a_number_that_is_taken_out_after_its_issue_was_lost_makes_a_new_one(farm: Farm) -> None:
    farm.merge_sync()
    number = farm.lose("Write the query")
    farm.settle()
    farm.edit(f"Write the query (#{number})", "Write the query")
    farm.settle()
    assert created(farm) == ["Write the query"]
    assert "Needs your decision" not in farm.issue("Parcel search").body


def test_a_phase_issue_that_is_lost_is_made_again(farm: Farm) -> None:
    farm.lose("Phase 2")
    farm.settle()
    assert created(farm) == ["Phase 2: Search"]
    assert farm.issue("Write the query").parent == farm.issue("Phase 2").number


@pytest.mark.parametrize("title", ["Phase 2", "Parcel search"])
def test_what_holds_others_is_written_anew_where_its_text_was_wiped_out(
    farm: Farm, title: str
) -> None:
    before = {issue.number: issue.title for issue in farm.issues}
    farm.door.change_issue(farm.issue(title).number, body="See the wiki.")
    farm.settle()
    assert {issue.number: issue.title for issue in farm.issues} == before
    body = farm.issue(title).body
    assert body.startswith("<!-- spec-steward:issue v1 ")
    assert body.endswith(f"{END}\nSee the wiki.")
    farm.edit("### Phase 2: Search", "### Phase 2: Find")
    farm.close("Write the query")
    farm.settle()
    assert created(farm) == []


def test_the_tracking_issue_of_a_spec_without_phases_is_written_anew_as_well() -> None:
    text = "".join(line for line in WHOLE.splitlines(keepends=True) if line[:3] != "###")
    farm = Farm({SPEC: text})
    farm.settle()
    farm.door.change_issue(farm.issue("Parcel search").number, body="See the wiki.")
    farm.settle()
    assert created(farm) == []
    assert farm.issue("Parcel search").body.endswith(f"{END}\nSee the wiki.")


def test_an_issue_of_somebody_else_that_phases_are_put_under_is_no_tracking_issue(
    farm: Farm,
) -> None:
    epic = farm.foreign("Everything about parcels")
    farm.lose("Parcel search")
    for phase in ("Phase 1", "Phase 2"):
        farm.hang(farm.issue(phase).number, epic)
    farm.settle()
    assert created(farm) == ["Parcel search"]
    assert farm.door.standing[epic].title == "Everything about parcels"
    assert farm.door.standing[epic].body == ""


def test_the_tracking_issue_is_what_phases_hang_below_though_one_of_them_was_wiped_out_too(
    farm: Farm,
) -> None:
    root = farm.issue("Parcel search").number
    for title in ("Parcel search", "Phase 1"):
        farm.door.change_issue(farm.issue(title).number, body="")
    farm.settle()
    assert "Parcel search" not in created(farm)
    assert farm.issue("Parcel search").number == root
    assert farm.issue("Phase 2").parent == root


def test_a_phase_waits_for_the_issue_of_somebody_else_that_a_task_of_it_names() -> None:
    farm, number = _naming()
    farm.close("Write the query")
    farm.settle()
    assert farm.issue("Phase 2").is_open
    farm.door.change_issue(number, is_open=False, reason=Reason.NOT_PLANNED)
    farm.settle()
    assert not farm.issue("Phase 2").is_open
    farm.merge_sync()
    assert f"- [ ] Show the results (#{number})" in farm.text()


def test_a_task_whose_text_was_wiped_out_is_somebodys_own(farm: Farm) -> None:
    number = farm.issue("Write the query").number
    farm.door.change_issue(number, body="See the wiki.")
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[number].body == "See the wiki."
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Write the query\n" in farm.text()


def test_a_tracking_issue_that_is_lost_is_made_again(farm: Farm) -> None:
    farm.lose("Parcel search")
    farm.settle()
    assert created(farm) == ["Parcel search"]
    root = farm.issue("Parcel search")
    assert [farm.door.standing[child.number].title for child in root.children] == [
        "Phase 1: Index",
        "Phase 2: Search",
    ]


def test_a_lost_issue_whose_box_is_ticked_counts_as_done(farm: Farm) -> None:
    farm.merge_sync()
    number = farm.lose("Write the query")
    farm.edit(f"- [ ] Write the query (#{number})", f"- [x] Write the query (#{number})")
    farm.settle()
    assert "1 of 4 tasks done" in farm.issue("Parcel search").body


def test_a_description_that_somebody_has_rewritten_is_theirs(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    text = issue.body.replace("- **Spec:**", "- **The spec:**")
    farm.door.change_issue(issue.number, body=text)
    farm.settle()
    farm.edit("- [ ] Write the query", "- [ ] Write the query\n  With paging.")
    farm.settle()
    after = farm.door.standing[issue.number]
    assert "- **The spec:**" in after.body
    assert "With paging" not in after.body


def test_a_marker_that_is_taken_out_lets_go_of_the_issue(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    farm.merge_sync()
    farm.door.change_issue(issue.number, body="All gone.")
    farm.settle()
    assert created(farm) == []
    assert farm.door.standing[issue.number].body == "All gone."
    farm.door.change_issue(issue.number, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Write the query (#{issue.number})" in farm.text()
    assert farm.run().plan == ()


def test_an_issue_closed_as_not_planned_leaves_its_box_and_holds_nothing_up(farm: Farm) -> None:
    farm.close("Write the query", Reason.NOT_PLANNED)
    farm.close("Show the results")
    farm.settle()
    assert not farm.issue("Phase 2").is_open
    assert "(not planned)" not in farm.issue("Phase 1").body
    farm.merge_sync()
    number = farm.issue("Write the query").number
    assert f"- [ ] Write the query (#{number})\n" in farm.text()
    assert farm.run().plan == ()


def test_a_phase_that_somebody_closes_is_not_opened_again(farm: Farm) -> None:
    farm.close("Phase 2", Reason.NOT_PLANNED)
    farm.settle()
    assert not farm.issue("Phase 2").is_open
    assert farm.issue("Write the query").is_open


def test_a_phase_closed_by_hand_stays_closed_while_its_items_are_open(farm: Farm) -> None:
    farm.close("Phase 2")
    farm.settle()
    assert not farm.issue("Phase 2").is_open


def test_assignees_are_peoples_affair(farm: Farm) -> None:
    number = farm.issue("Write the query").number
    farm.door.change_issue(number, assignees=("bob",))
    farm.settle()
    assert farm.door.standing[number].assignees == ("bob",)


def test_an_issue_that_somebody_hangs_elsewhere_stays_there(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    other = farm.foreign("Everything about SQL")
    parts = tuple(c for c in farm.issue("Phase 2").children if c.number != issue.number)
    farm.door.change_issue(farm.issue("Phase 2").number, children=parts)
    farm.door.change_issue(issue.number, parent=other)
    assert farm.run().plan == ()
    assert farm.door.standing[issue.number].parent == other


def test_an_issue_that_somebody_takes_out_stays_out(farm: Farm) -> None:
    issue = farm.issue("Write the query")
    parts = tuple(c for c in farm.issue("Phase 2").children if c.number != issue.number)
    farm.door.change_issue(farm.issue("Phase 2").number, children=parts)
    farm.door.change_issue(issue.number, parent=None)
    farm.settle()
    assert farm.door.standing[issue.number].parent is None
    farm.edit("Show the results", "Show all results")
    farm.settle()
    assert farm.door.standing[issue.number].parent is None


def test_a_dependency_that_somebody_takes_away_stays_away(farm: Farm) -> None:
    farm.door.change_issue(farm.issue("Phase 2").number, blocked_by=())
    farm.settle()
    assert farm.issue("Phase 2").blocked_by == ()


def test_a_dependency_that_somebody_adds_stays(farm: Farm) -> None:
    other = farm.foreign("Buy machines")
    number = farm.issue("Write the query").number
    farm.door.change_issue(number, blocked_by=(other,))
    assert farm.run().plan == ()


def test_a_part_of_somebody_else_keeps_a_phase_open(farm: Farm) -> None:
    other = farm.foreign("Ask the people")
    phase = farm.issue("Phase 2")
    farm.door.change_issue(other, parent=phase.number)
    parts = (*phase.children, type(phase.children[0])(other, is_open=True))
    farm.door.change_issue(phase.number, children=parts)
    farm.close("Write the query")
    farm.close("Show the results")
    farm.settle()
    assert farm.issue("Phase 2").is_open


def test_an_item_that_names_an_issue_of_somebody_is_that_issue() -> None:
    farm, number = _naming()
    assert "Show the results" not in [issue.title for issue in farm.issues]
    assert farm.door.standing[number].body == ""
    farm.door.change_issue(number, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.merge_sync()
    assert f"- [x] Show the results (#{number})\n" in farm.text()
    assert farm.run().plan == ()


def test_an_issue_of_somebody_is_never_closed_nor_opened() -> None:
    farm, number = _naming()
    farm.edit("- [ ] Show the results", "- [x] Show the results")
    farm.settle()
    assert farm.door.standing[number].is_open
    farm.edit("- [x] Show the results", "- [ ] Show the results")
    farm.settle()
    assert farm.door.standing[number].is_open


def test_an_issue_of_somebody_that_was_given_up_ticks_nothing() -> None:
    farm, number = _naming(is_open=False, reason=Reason.NOT_PLANNED)
    farm.close("Write the query")
    farm.settle()
    assert not farm.issue("Phase 2").is_open
    farm.merge_sync()
    assert f"- [ ] Show the results (#{number})\n" in farm.text()


def test_an_issue_with_the_label_that_somebody_made_is_theirs() -> None:
    farm, number = _naming(labels=(LABEL,))
    assert farm.door.standing[number].body == ""
    assert "Show the results" not in created(farm)


def test_a_box_that_is_ticked_again_by_an_issue_of_somebody_waits_but_once() -> None:
    farm, number = _naming(is_open=False, reason=Reason.COMPLETED)
    farm.merge_sync()
    assert f"- [x] Show the results (#{number})\n" in farm.text()
    farm.edit("- [x] Show the results", "- [ ] Show the results")
    farm.settle()


@pytest.mark.parametrize("is_merged", [True, False])
def test_a_number_that_is_no_issue_and_never_was_ours_is_left_alone(is_merged: bool) -> None:
    """A pull request, for one: what became of it is no word on the item."""
    farm = Farm({SPEC: NAMED.format(45)})
    farm.settle()
    assert "Show the results" not in created(farm)
    assert "Needs your decision" not in farm.issue("Parcel search").body
    farm.merge_sync()
    assert "- [ ] Show the results (#45)\n" in farm.text()
    if is_merged:
        farm.edit("- [ ] Show the results", "- [x] Show the results")
    farm.settle()
    assert farm.run().plan == ()


def test_a_marker_that_was_pasted_from_another_issue_is_no_word(farm: Farm) -> None:
    farm.edit("Show the results", "Show all results")
    farm.settle()
    before = {issue.number: (issue.title, issue.is_open) for issue in farm.issues}
    quoted, own = farm.issue("Show all"), farm.issue("Write the query")
    assert f" number={quoted.number} " in quoted.body
    farm.door.change_issue(own.number, body=f"{quoted.body}\n\n{own.body}")
    farm.settle()
    farm.edit("Write the query", "Write the best query")
    farm.settle()
    assert farm.issue("Write the best").number == own.number
    assert farm.issue("Write the best").body.startswith(f"{quoted.body}\n\n<!-- ")
    farm.close("Write the best")
    farm.settle()
    now = {issue.number: (issue.title, issue.is_open) for issue in farm.issues}
    assert now == {**before, own.number: ("Write the best query", False)}


@pytest.mark.parametrize("words", ["Show the results", "Choose an index"])
def test_a_marker_that_has_no_number_yet_is_no_word_elsewhere(farm: Farm, words: str) -> None:
    before = {issue.number: (issue.title, issue.is_open) for issue in farm.issues}
    quoted, own = farm.issue(words), farm.issue("Write the query")
    assert " number=" not in f"{quoted.body}{own.body}"
    farm.door.change_issue(own.number, body=f"{quoted.body}\n\n{own.body}")
    farm.settle()
    farm.edit("Write the query", "Write the best query")
    farm.close(words)
    farm.settle()
    now = {issue.number: (issue.title, issue.is_open) for issue in farm.issues}
    changed = {own.number: (own.title.replace("Write the", "Write the best"), True)}
    assert now == before | changed | {quoted.number: (quoted.title, False)}
    assert farm.issue("Write the best").body.startswith(f"{quoted.body}\n\n<!-- ")


def test_a_marker_of_another_kind_begins_no_text(farm: Farm) -> None:
    own = farm.issue("Write the query")
    above = "<!-- spec-steward:comment v1 -->\nAsk Bob."
    farm.door.change_issue(own.number, body=f"{above}\n{own.body}")
    farm.settle()
    farm.edit("Write the query", "Write the best query")
    farm.settle()
    body = farm.issue("Write the best").body
    assert body.startswith(f"{above}\n<!-- spec-steward:issue")
    assert body.count("spec-steward:issue") == 1


LAPSED = ".github/spec-steward/issues/lapsed.md.j2"


@pytest.mark.parametrize("page", ["", "Not now: {{ page.lapsed }}.\n"])
def test_what_is_said_of_a_spec_comes_and_goes_above_what_somebody_has_written(page: str) -> None:
    farm = Farm({SPEC: WHOLE, **({LAPSED: page} if page else {})})
    farm.settle()
    root = farm.issue("Parcel search")
    quote = "> Bob: ask the carrier first.\n\nThe work on"
    own = root.body.replace("The work on", quote)
    farm.door.change_issue(root.number, body=own)
    farm.edit("Accepted", "Draft")
    farm.settle()
    told = farm.issue("Parcel search").body
    assert quote in told
    assert ("Not now" if page else "The spec is back in draft") in told
    farm.edit("Draft", "Accepted")
    farm.settle()
    assert farm.issue("Parcel search").body.partition("\n")[2] == own.partition("\n")[2]
