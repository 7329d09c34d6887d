"""Lines that are taken out of a document before their ticks were written, and put back later."""

from collections.abc import Callable

import pytest

from bot.model.issue import Reason
from bot.work.unwritten import MOST
from tests.app.landing.farm import CONFIG, HEAD, SPEC, WHOLE, Farm, created, once
from tests.app.landing.shown import is_shown, turned

QUERY = "- [ ] Write the query\n"
SHOW = "- [ ] Show the results\n"
STEP = "  - [ ] All others\n"
SECOND = WHOLE[WHOLE.index("\n### Phase 2") :]
TITLES = {"phase": "Phase 2", "spec": "Parcel search"}
Change = Callable[[Farm], object]


def _granular(granularity: str) -> str:
    return f"version: 1\nissues:\n  granularity: {granularity}\n"


@once
def _farm(text: str = WHOLE, granularity: str = "phase") -> Farm:
    farm = Farm({SPEC: text}, _granular(granularity))
    farm.settle()
    return farm


def _tick(farm: Farm, title: str, words: str) -> None:
    """Let somebody turn a box of an issue; the document does not follow yet."""
    issue = farm.issue(title)
    farm.door.change_issue(issue.number, body=turned(issue.body, words))
    farm.settle()


@once
def _waiting(granularity: str = "phase") -> Farm:
    farm = _farm(granularity=granularity)
    _tick(farm, TITLES[granularity], "Write the query")
    assert farm.sync_pull().title == "Tick 1 box"
    return farm


def _take_out(farm: Farm, line: str = QUERY) -> str:
    """Take a line out, and give the text that it stood in."""
    text = farm.text()
    farm.edit(line, "")
    farm.settle()
    assert farm.sync.pulls == ()
    return text


def _put_back(farm: Farm, text: str) -> None:
    farm.push({SPEC: text})
    farm.settle()


def _is_ticked(farm: Farm, title: str, words: str = "Write the query") -> bool | None:
    return is_shown(farm.issue(title).body, words)


def _follows(farm: Farm, line: str = QUERY) -> None:
    """Merge what is to tick a box, and take the tick away again: all is forgotten then."""
    ticked = line.replace("[ ]", "[x]")
    assert farm.sync_pull().title == "Tick 1 box"
    farm.merge_sync()
    farm.settle()
    assert ticked in farm.text()
    farm.edit(ticked, line)
    farm.settle()
    assert not any("- [x]" in issue.body for issue in farm.issues if issue.is_open)
    text = farm.text()
    farm.edit(line, "")
    farm.settle()
    _put_back(farm, text)
    assert farm.sync.pulls == ()
    assert not any(" left=" in issue.body for issue in farm.issues)


@pytest.mark.parametrize("granularity", TITLES)
def test_a_tick_is_there_again_with_its_line(granularity: str) -> None:
    farm = _waiting(granularity)
    text = _take_out(farm)
    assert _is_ticked(farm, TITLES[granularity]) is None
    _put_back(farm, text)
    assert _is_ticked(farm, TITLES[granularity])
    assert not _is_ticked(farm, TITLES[granularity], "Show the results")
    _follows(farm)


@pytest.mark.parametrize("granularity", TITLES)
def test_so_it_is_where_the_line_was_struck_out(granularity: str) -> None:
    farm = _waiting(granularity)
    text = farm.text()
    farm.edit("Write the query", "~~Write the query~~")
    farm.settle()
    assert farm.sync.pulls == ()
    _put_back(farm, text)
    assert _is_ticked(farm, TITLES[granularity])
    _follows(farm)


@pytest.mark.parametrize("granularity", TITLES)
def test_so_it_is_where_no_run_has_seen_the_tick_before(granularity: str) -> None:
    farm = _farm(granularity=granularity)
    issue = farm.issue(TITLES[granularity])
    farm.door.change_issue(issue.number, body=turned(issue.body, "Write the query"))
    _put_back(farm, _take_out(farm))
    assert _is_ticked(farm, TITLES[granularity])
    _follows(farm)


def test_so_it_is_where_another_line_came_in_its_place() -> None:
    farm = _waiting()
    text = farm.text()
    farm.edit("Write the query", "Order some cake")
    farm.settle()
    assert _is_ticked(farm, "Phase 2", "Order some cake") is False
    _put_back(farm, text)
    assert _is_ticked(farm, "Phase 2")
    _follows(farm)


@pytest.mark.parametrize("granularity", ["phase", "spec", "item"])
def test_so_it_is_within_a_task(granularity: str) -> None:
    title = {"phase": "Phase 1", "spec": "Parcel search", "item": "Fill"}[granularity]
    farm = _farm(granularity=granularity)
    if granularity == "item":
        farm.merge_sync()
        farm.settle()
    issue = farm.issue(title)
    body = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    _put_back(farm, _take_out(farm, STEP))
    assert "- [x] All others" in farm.issue(title).body
    _follows(farm, STEP)


@pytest.mark.parametrize("granularity", TITLES)
def test_a_whole_phase_is_put_back_with_its_ticks(granularity: str) -> None:
    farm = _waiting(granularity)
    text = _take_out(farm, SECOND)
    if granularity == "phase":
        assert not farm.issue("Phase 2").is_open
    _put_back(farm, text)
    assert farm.issue(TITLES[granularity]).is_open
    assert _is_ticked(farm, TITLES[granularity])
    _follows(farm)


def test_a_phase_that_somebody_has_closed_meanwhile_has_its_tick() -> None:
    farm = _waiting()
    text = _take_out(farm)
    farm.close("Phase 2")
    farm.settle()
    _put_back(farm, text)
    assert _is_ticked(farm, "Phase 2")
    farm.merge_sync()
    assert QUERY.replace("[ ]", "[x]") in farm.text()


def test_a_phase_whose_only_task_is_taken_out_closes_and_has_its_tick() -> None:
    farm = _farm(f"{WHOLE[: WHOLE.index(SECOND)]}\n### Phase 2: Search\n\n{QUERY}")
    _tick(farm, "Phase 2", "Write the query")
    text = _take_out(farm)
    _put_back(farm, text)
    assert _is_ticked(farm, "Phase 2")
    farm.merge_sync()
    assert QUERY.replace("[ ]", "[x]") in farm.text()
    farm.settle()


@pytest.mark.parametrize("gone", [QUERY, SECOND])
def test_a_line_has_its_tick_in_another_phase(gone: str) -> None:
    farm = _waiting()
    _take_out(farm, gone)
    farm.edit("- [ ] Choose an index\n", f"- [ ] Choose an index\n{QUERY}")
    farm.settle()
    assert _is_ticked(farm, "Phase 1")
    _follows(farm)


def test_a_line_has_its_tick_in_a_phase_that_comes_new() -> None:
    farm = _waiting()
    _take_out(farm, SECOND)
    farm.push({SPEC: f"{farm.text()}\n### Phase 3: Find\n\n{QUERY}- [ ] Measure it\n"})
    farm.settle()
    assert _is_ticked(farm, "Phase 3")
    _follows(farm)


def test_a_line_of_the_same_words_elsewhere_may_be_another_one() -> None:
    text = WHOLE.replace("- [ ] Choose an index\n", f"- [ ] Choose an index\n{QUERY}")
    farm = _farm(text)
    _tick(farm, "Phase 2", "Write the query")
    farm.push({SPEC: text[: text.index(SECOND)] + SECOND.replace(QUERY, "")})
    farm.settle()
    assert not _is_ticked(farm, "Phase 1")
    third = f"\n### Phase 3: Find\n\n{QUERY}- [ ] Measure it\n"
    farm.push({SPEC: f"{farm.text()}{third}"})
    farm.settle()
    assert not _is_ticked(farm, "Phase 3")
    _put_back(farm, f"{text}{third}")
    assert _is_ticked(farm, "Phase 2")
    assert not _is_ticked(farm, "Phase 1")


def test_a_line_that_is_back_with_its_tick_is_done() -> None:
    farm = _waiting()
    text = _take_out(farm)
    ticked = QUERY.replace("[ ]", "[x]")
    _put_back(farm, text.replace(QUERY, ticked))
    assert _is_ticked(farm, "Phase 2")
    assert farm.sync.pulls == ()
    assert not any(" left=" in issue.body for issue in farm.issues)
    farm.edit(ticked, QUERY)
    farm.settle()
    assert not _is_ticked(farm, "Phase 2")


def test_a_tick_that_was_taken_off_before_stays_off() -> None:
    farm = _waiting()
    _tick(farm, "Phase 2", "Write the query")
    text = _take_out(farm)
    _put_back(farm, text)
    assert not _is_ticked(farm, "Phase 2")
    assert farm.sync.pulls == ()


def test_what_was_written_before_is_not_remembered() -> None:
    farm = _waiting()
    farm.merge_sync()
    farm.settle()
    text = farm.text()
    _take_out(farm, QUERY.replace("[ ]", "[x]"))
    assert not any(" left=" in issue.body for issue in farm.issues)
    _put_back(farm, text.replace("[x]", "[ ]"))
    assert not _is_ticked(farm, "Phase 2")


def _twins(ticked: int) -> tuple[Farm, list[str]]:
    """Give one with two tasks of the same words, of which one was ticked, and their lines."""
    farm = _farm(f"{HEAD}### Phase 2: Search\n\n{QUERY}{SHOW}{QUERY}- [ ] Measure it\n")
    issue = farm.issue("Phase 2")
    first, second, third = issue.body.split(QUERY)
    lines = [QUERY, QUERY]
    lines[ticked] = QUERY.replace("[ ]", "[x]")
    farm.door.change_issue(issue.number, body=f"{first}{lines[0]}{second}{lines[1]}{third}")
    farm.settle()
    return farm, lines


@pytest.mark.parametrize("ticked", [0, 1])
def test_both_of_the_same_words_are_put_back_as_they_were(ticked: int) -> None:
    farm, lines = _twins(ticked)
    text = farm.text()
    farm.push({SPEC: text.replace(QUERY, "")})
    farm.settle()
    _put_back(farm, text)
    wanted = f"{lines[0]}{SHOW}{lines[1]}"
    assert wanted in farm.issue("Phase 2").body
    farm.merge_sync()
    assert wanted in farm.text()


@pytest.mark.parametrize("ticked", [0, 1])
@pytest.mark.parametrize("place", [f"{QUERY}{SHOW}", f"{SHOW}{QUERY}"])
def test_of_two_with_the_same_words_one_is_ticked_whichever_was_taken_out(
    ticked: int, place: str
) -> None:
    """Which one it is nobody can tell: a tick goes along with what is left of them, or stays."""
    farm, _ = _twins(ticked)
    text = farm.text()
    farm.edit(place, SHOW)
    farm.settle()
    _put_back(farm, text)
    assert farm.issue("Phase 2").body.count("- [x] Write the query") == 1
    farm.merge_sync()
    assert farm.text().count("- [x] Write the query") == 1
    farm.settle()


def test_a_step_of_another_task_has_no_tick_of_the_same_words() -> None:
    other = "- [ ] Tidy the desks\n  - [ ] All others\n"
    farm = _farm()
    _tick_within(farm)
    text = farm.text()
    start, end = text.index("- [ ] Fill"), text.index(STEP) + len(STEP)
    farm.push({SPEC: text[:start] + text[end:]})
    farm.settle()
    farm.edit("- [ ] Choose", f"{other}- [ ] Choose")
    farm.settle()
    assert is_shown(farm.issue("Phase 1").body, "All others", "Tidy the desks") is False
    _put_back(farm, text)
    _follows(farm, STEP)


def _tick_within(farm: Farm) -> None:
    issue = farm.issue("Phase 1")
    body = turned(issue.body, "All others", "Fill the index from the old table")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()


def _draft(farm: Farm) -> None:
    farm.edit("Accepted", "Draft")
    farm.settle()


def _accept(farm: Farm) -> None:
    farm.edit("Draft", "Accepted")
    farm.settle()


def _out(farm: Farm) -> None:
    farm.edit(QUERY, "")
    farm.settle()


def _back(farm: Farm) -> None:
    farm.edit(SHOW, f"{QUERY}{SHOW}")
    farm.settle()


@pytest.mark.parametrize(
    "changes",
    [
        (_out, _draft, _accept, _back),
        (_draft, _out, _accept, _back),
        (_out, _draft, _back, _accept),
        (_draft, _out, _back, _accept),
    ],
)
@pytest.mark.parametrize("granularity", TITLES)
def test_it_is_there_again_though_the_spec_was_a_draft_meanwhile(
    granularity: str, changes: tuple[Change, ...]
) -> None:
    farm = _waiting(granularity)
    for change in changes:
        change(farm)
    assert _is_ticked(farm, TITLES[granularity])
    _follows(farm)


@pytest.mark.untraced
@pytest.mark.parametrize("gone", [QUERY, SECOND])
@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_a_run_that_is_cut_off_loses_no_tick(gone: str, where: str) -> None:
    for deeds in range(7):
        farm = _waiting()
        text = farm.text()
        farm.edit(gone, "")
        farm.break_after(deeds)
        farm.settle()
        if where == "elsewhere":
            text = farm.text().replace("- [ ] Choose", f"{QUERY}- [ ] Choose")
        farm.push({SPEC: text})
        farm.break_after(deeds)
        farm.settle()
        assert _is_ticked(farm, "Phase 2" if where == "here" else "Phase 1"), deeds
        _follows(farm)


@pytest.mark.parametrize("gone", [QUERY, SECOND])
def test_a_text_that_somebody_has_written_into_keeps_its_tick(gone: str) -> None:
    farm = _waiting()
    issue = farm.issue("Phase 2")
    body = issue.body.replace(SHOW, f"{SHOW}- [ ] Buy a cake\n")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    text = _take_out(farm, gone)
    assert _is_ticked(farm, "Phase 2")
    _put_back(farm, text)
    assert _is_ticked(farm, "Phase 2")
    _follows(farm)


@pytest.mark.parametrize("is_written_into", [False, True])
@pytest.mark.parametrize("gone", [QUERY, SECOND])
def test_it_is_there_again_where_each_task_gets_an_issue(gone: str, is_written_into: bool) -> None:
    farm = _waiting()
    text = _take_out(farm, gone)
    if is_written_into:
        issue = farm.issue("Phase 2")
        body = issue.body.replace("Search", "Search, see the wiki")
        farm.door.change_issue(issue.number, body=body)
        farm.settle()
    farm.push({CONFIG: _granular("item")})
    farm.settle()
    _put_back(farm, text)
    if is_written_into:  # there is no place for it then
        assert farm.issue("Write the query").is_open
        return
    assert not any("Write the query" in issue.title for issue in farm.issues)
    assert _is_ticked(farm, "Phase 2")
    farm.merge_sync()
    assert QUERY.replace("[ ]", "[x]") in farm.text()
    farm.settle()


def test_a_step_is_there_again_where_its_task_went_after_it() -> None:
    farm = _farm(granularity="item")
    farm.merge_sync()
    farm.settle()
    issue = farm.issue("Fill")
    body = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    text = _take_out(farm, STEP)
    start, end = farm.text().index("- [ ] Fill"), farm.text().index("\n### Phase 2")
    _take_out(farm, farm.text()[start:end])
    _put_back(farm, text)
    assert "- [x] All others" in farm.issue("Fill").body
    _follows(farm, STEP)


def test_an_issue_remembers_so_many_of_them_the_last_that_left() -> None:
    lines = [f"- [ ] Carry box {n} over\n" for n in range(MOST + 3)]
    farm = _farm(f"{HEAD}### Phase 2: Search\n\n{''.join(lines)}")
    text = farm.text()
    _tick(farm, "Phase 2", "Carry box 0 over")
    _take_out(farm, lines[0])
    issue = farm.issue("Phase 2")
    body = issue.body.replace("- [ ]", "- [x]", MOST)
    farm.door.change_issue(issue.number, body=body)
    farm.settle()
    farm.push({SPEC: f"{HEAD}### Phase 2: Search\n\n{''.join(lines[-2:])}"})
    farm.settle()
    _put_back(farm, text)
    assert not _is_ticked(farm, "Phase 2", "Carry box 0 over")
    assert farm.issue("Phase 2").body.count("- [x] Carry") == MOST
    assert farm.sync_pull().title == f"Tick {MOST} boxes"


def _without(farm: Farm, words: str) -> str:
    """Take the line of a task out, and give the text with it."""
    text = farm.text()
    (line,) = (each for each in text.splitlines(keepends=True) if words in each)
    farm.push({SPEC: text.replace(line, "")})
    farm.settle()
    return text


@once
def _whole(*, is_linked: bool) -> Farm:
    """Give a spec with its issues, with their numbers in it or without."""
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    if is_linked:
        farm.merge_sync()
        farm.settle()
    return farm


@pytest.mark.parametrize("is_linked", [True, False])
def test_a_close_that_was_not_written_is_back_with_its_line(is_linked: bool) -> None:
    farm = _whole(is_linked=is_linked)
    number = farm.issue("Write the query").number
    farm.close("Write the query")
    farm.settle()
    farm.push({SPEC: _without(farm, "Write the query")})
    farm.settle()
    assert created(farm) == []
    assert not farm.door.standing[number].is_open
    farm.merge_sync()
    assert f"- [x] Write the query (#{number})" in farm.text()


def test_a_line_that_is_back_ticked_has_its_issue() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    number = farm.issue("Write the query").number
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.settle()
    farm.push({SPEC: _without(farm, "Write the query")})
    farm.settle()
    farm.reopen("Write the query")
    farm.settle()
    assert farm.door.standing[number].is_open
    farm.merge_sync()
    assert f"- [ ] Write the query (#{number})" in farm.text()


def test_a_line_that_is_new_has_not_the_issue_of_one_that_was_done() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    number = farm.issue("Write the query").number
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.settle()
    text = _without(farm, "Write the query")
    farm.push({SPEC: text.replace("- [x] Write the query", "- [ ] Write the query")})
    farm.settle()
    assert created(farm) == ["Write the query"]
    assert not farm.door.standing[number].is_open


@pytest.mark.parametrize("is_linked", [True, False])
@pytest.mark.parametrize("deeds", range(9))
def test_a_line_that_is_back_after_a_run_was_cut_off_is_open(deeds: int, is_linked: bool) -> None:
    farm = _whole(is_linked=is_linked)
    number, text = farm.issue("Write the query").number, farm.text()
    (line,) = (each for each in text.splitlines(keepends=True) if "Write the query" in each)
    farm.push({SPEC: text.replace(line, "")})
    farm.break_after(deeds)
    farm.push({SPEC: text})
    farm.settle()
    assert farm.issue("Write the query").number == number
    assert farm.door.standing[number].is_open


@pytest.mark.parametrize("deeds", range(7))
def test_what_is_gone_is_closed_by_the_next_run_after_one_was_cut_off(deeds: int) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.edit("- [ ] Write the query\n", "")
    farm.break_after(deeds)
    farm.settle()
    assert farm.issue("Write the query").reason is Reason.NOT_PLANNED
    farm.reopen("Write the query")
    farm.settle()
    assert farm.issue("Write the query").is_open  # it is theirs


@pytest.mark.parametrize("is_linked", [True, False])
@pytest.mark.parametrize("is_merged", [True, False])
def test_a_line_that_is_back_ticked_is_opened_once_it_is_unticked(
    is_linked: bool, is_merged: bool
) -> None:
    farm = _whole(is_linked=is_linked)
    number = farm.issue("Write the query").number
    farm.push({SPEC: _without(farm, "Write the query").replace("[ ] Write the", "[x] Write the")})
    farm.settle()
    assert created(farm) == []
    if is_merged and farm.sync.pulls:
        farm.merge_sync()
        farm.settle()
    farm.edit("[x] Write the query", "[ ] Write the query")
    farm.settle()
    assert farm.issue("Write the query").number == number
    assert farm.door.standing[number].is_open


def test_what_was_done_and_is_gone_waits_for_nothing_whoever_has_its_words_now() -> None:
    """Where nothing says what waits any more, all that differs does; an issue that is over cannot.

    A line that has its words then, and names somebody else's issue, says nothing of it.
    """
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.close("Write the query")
    farm.settle()
    farm.merge_sync()
    farm.settle()
    number, theirs = farm.issue("Write the query").number, farm.foreign("Theirs")
    line = f"- [ ] Write the query (#{theirs})"
    farm.edit(f"- [x] Write the query (#{number})", line)
    farm.close("Choose an index")
    farm.settle()
    farm.describe_sync("Ticks.")
    farm.reword_commit()
    farm.settle()
    farm.edit(line, "- [ ] Write the query")
    farm.settle()
    assert created(farm) == ["Write the query"]
    assert not farm.door.standing[number].is_open
