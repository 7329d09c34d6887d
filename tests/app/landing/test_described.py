"""Somebody replaces the write-back's description, and more happens before the Steward looks."""

from collections.abc import Callable

import pytest

from tests.app.landing.farm import CONFIG, RULES, SPEC, TEMPLATE, WHOLE, Farm, once
from tests.app.landing.shown import is_shown, turned

pytestmark = pytest.mark.untraced

OFF = "version: 1\nissues:\n  enabled: false\n"
MOVED = "docs/specs/007-lookup.md"
TEMPLATE_PATH = next(iter(RULES))
QUERY, FILL, STEP = "Write the query", "Fill the index from the old table", "All others"
SEVERAL = ("Choose an index", QUERY)

Happen = Callable[[Farm], object]


def _rename(farm: Farm) -> None:
    farm.move(SPEC, MOVED)


def _reword(farm: Farm) -> None:
    farm.edit(QUERY, "Write the query for parcels")
    farm.edit(STEP, "All others, too")


def _delete(farm: Farm) -> None:
    farm.push({SPEC: None})


def _uncover(farm: Farm) -> None:
    farm.push({TEMPLATE_PATH: None})


def _all_at_once(farm: Farm) -> None:
    _reword(farm)
    farm.edit("Show the results", "Show the results on screens")
    _rename(farm)


PUSHES: dict[str, Happen] = {
    "renamed": _rename,
    "reworded": _reword,
    "deleted": _delete,
    "uncovered": _uncover,
    "all at once": _all_at_once,
}


@once
def _settled(granularity: str = "item") -> Farm:
    farm = Farm({SPEC: WHOLE}, f"version: 1\nissues:\n  granularity: {granularity}\n")
    farm.settle()
    if granularity == "item":
        farm.merge_sync()
        farm.settle()
    return farm


@once
def _closed() -> Farm:
    """Give one in which the closing of an issue waits for the write-back."""
    farm = _settled()
    farm.close(QUERY)
    farm.settle()
    return farm


@once
def _ticked(granularity: str, words: str) -> Farm:
    """Give one in which a tick within the text of an issue waits for it."""
    farm = _settled(granularity)
    inside = FILL if (granularity, words) == ("spec", STEP) else ""
    (issue,) = [each for each in farm.issues if is_shown(each.body, words, inside) is False]
    farm.door.change_issue(issue.number, body=turned(issue.body, words, inside))
    farm.settle()
    assert farm.sync_pull().title == "Tick 1 box"
    return farm


def _outlives(farm: Farm, push: Happen, words: str = QUERY) -> None:
    """Merge the write-back after all that, and find its ticks in the document."""
    text = farm.text()
    push(farm)
    farm.settle()
    if not farm.sync.pulls:
        farm.push({TEMPLATE_PATH: TEMPLATE, SPEC: text})
        farm.settle()
    farm.merge_sync()
    farm.settle()
    assert f"[x] {words}" in farm.text(SPEC if SPEC in farm.files else MOVED)


@pytest.mark.parametrize("is_theirs", [True, False])
@pytest.mark.parametrize("what", PUSHES)
def test_a_close_outlives_it(what: str, is_theirs: bool) -> None:
    farm = _closed()
    number = farm.issue(QUERY).number
    farm.describe_sync("Please review, Bob.")
    if is_theirs:
        farm.take_sync()
    PUSHES[what](farm)
    farm.settle()
    assert not farm.door.standing[number].is_open
    assert "reopen-issue" not in farm.kinds


@pytest.mark.parametrize("what", PUSHES)
def test_a_close_is_written_after_it(what: str) -> None:
    farm = _closed()
    farm.describe_sync("Please review, Bob.")
    _outlives(farm, PUSHES[what])


@pytest.mark.parametrize("what", PUSHES)
@pytest.mark.parametrize("is_gone", [True, False])
def test_a_close_outlives_it_where_the_write_back_was_refused(what: str, is_gone: bool) -> None:
    farm = _closed()
    farm.describe_sync("No.")
    farm.refuse_sync()
    if is_gone:
        farm.delete_branch()
    number = farm.issue(QUERY).number
    text = farm.text()
    PUSHES[what](farm)
    farm.settle()
    assert not farm.door.standing[number].is_open
    farm.push({TEMPLATE_PATH: TEMPLATE, MOVED: None, SPEC: text})
    farm.settle()
    assert not farm.door.standing[number].is_open


@pytest.mark.parametrize("what", PUSHES)
@pytest.mark.parametrize(
    ("granularity", "words"), [("item", STEP), ("phase", QUERY), ("spec", QUERY), ("spec", STEP)]
)
def test_a_tick_in_an_issue_is_written_after_it(granularity: str, words: str, what: str) -> None:
    farm = _ticked(granularity, words)
    farm.describe_sync("")
    _outlives(farm, PUSHES[what], words)


@pytest.mark.parametrize("what", PUSHES)
def test_a_close_outlives_it_where_issues_are_switched_off_meanwhile(what: str) -> None:
    farm = _closed()
    number, text, config = farm.issue(QUERY).number, farm.text(), farm.text(CONFIG)
    farm.describe_sync("Please review, Bob.")
    farm.push({CONFIG: OFF})
    farm.settle()
    assert farm.sync.head is None
    PUSHES[what](farm)
    farm.push({CONFIG: config})
    farm.settle()
    farm.push({TEMPLATE_PATH: TEMPLATE, MOVED: None, SPEC: text})
    farm.settle()
    assert not farm.door.standing[number].is_open
    assert farm.sync_pull().title == "Tick 1 box"


@pytest.mark.parametrize("is_deleted", [True, False])
@pytest.mark.parametrize("is_before", [True, False])
def test_a_close_outlives_that_somebody_elses_commits_are_merged(
    is_before: bool, is_deleted: bool
) -> None:
    farm = _closed()
    text = dict(farm.door.written)
    farm.take_sync()
    farm.describe_sync("I have mended a typo, too.")
    if not is_before:
        farm.settle()
    farm.close("Choose an index")
    farm.settle()
    farm.merge_sync(text)
    if is_deleted:
        farm.delete_branch()
    farm.settle()
    for words in SEVERAL:
        assert not farm.issue(words).is_open
    assert f"[x] {QUERY}" in farm.text()
    assert farm.sync_pull().title == "Tick 1 box"
    farm.merge_sync()
    farm.settle()
    assert "[x] Choose an index" in farm.text()


def test_a_merged_write_back_needs_no_description() -> None:
    farm = _closed()
    farm.describe_sync("Please review, Bob.")
    farm.close("Choose an index")
    farm.merge_sync()
    farm.settle()
    for words in SEVERAL:
        assert not farm.issue(words).is_open
    farm.merge_sync()
    farm.settle()
    farm.edit(f"[x] {QUERY}", f"[ ] {QUERY}")
    farm.settle()
    assert farm.issue(QUERY).is_open


@pytest.mark.parametrize("cut", range(4))
def test_a_close_outlives_a_run_that_was_cut_off_after_it(cut: int) -> None:
    farm = _closed()
    farm.describe_sync("Please review, Bob.")
    farm.close("Choose an index")
    farm.break_after(cut)
    _rename(farm)
    farm.settle()
    for words in SEVERAL:
        assert not farm.issue(words).is_open
    farm.merge_sync()
    farm.settle()
    for words in SEVERAL:
        assert f"[x] {words}" in farm.text(MOVED)


def test_a_tick_that_is_taken_away_meanwhile_is_followed() -> None:
    """What the write-back did not hold was moved by somebody, whatever is known of the rest."""
    farm = _closed()
    farm.merge_sync()
    farm.settle()
    farm.close("Choose an index")
    farm.settle()
    farm.describe_sync("Please review, Bob.")
    farm.edit(f"[x] {QUERY}", f"[ ] {QUERY}")
    farm.settle()
    assert farm.issue(QUERY).is_open
    assert not farm.issue("Choose an index").is_open


@pytest.mark.traced
@pytest.mark.parametrize("is_refused", [True, False])
@pytest.mark.parametrize("is_within", [True, False])
def test_what_differs_waits_where_no_commit_says_it(is_within: bool, is_refused: bool) -> None:
    farm = _ticked("item", STEP) if is_within else _closed()
    farm.describe_sync("Please review, Bob.")
    farm.reword_commit()
    if is_refused:
        farm.refuse_sync()
    farm.settle()
    if is_within:
        assert is_shown(farm.issue(FILL).body, STEP)
    else:
        assert not farm.issue(QUERY).is_open
    assert bool(farm.sync.pulls) is not is_refused
