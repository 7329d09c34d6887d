"""The write-back: links and ticks go into the lines that they belong to, and nothing else moves."""

import re
from collections.abc import Callable

import pytest

from bot.app.landing.land import land
from bot.model.issue import Reason
from tests.app.landing.farm import HEAD, SETUP, SPEC, WHOLE, Farm


def _merged(text: str, prepare: Callable[[str], bytes] = str.encode) -> tuple[Farm, bytes]:
    """Give what is merged for a spec, and the farm; the next run has nothing left to do."""
    farm = Farm({})
    farm.push({SPEC: prepare(text)})
    farm.settle()
    farm.merge_sync()
    assert farm.run().plan == ()
    return farm, farm.files[SPEC]


@pytest.mark.parametrize(
    "prepare",
    [
        str.encode,
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
        lambda text: text.removesuffix("\n").encode(),
        lambda text: text.replace("looks", "looks \u2028 up \x0c").encode(),
    ],
)
def test_line_ends_and_marks_stay_as_they_are(prepare: Callable[[str], bytes]) -> None:
    farm, data = _merged(WHOLE, prepare)
    expected = prepare(WHOLE)
    for issue in farm.issues:
        if issue.parent and not issue.children:
            words = issue.title.encode()
            expected = expected.replace(words, words + f" (#{issue.number})".encode(), 1)
    assert data == expected


@pytest.mark.parametrize(
    ("item", "title", "after"),
    [
        ("- [ ] Choose an index", "Choose", "- [ ] Choose an index {}"),
        ("* [ ] Choose an index", "Choose", "* [ ] Choose an index {}"),
        ("+ [ ]  Choose an index", "Choose", "+ [ ]  Choose an index {}"),
        ("1. [ ] Choose an index", "Choose", "1. [ ] Choose an index {}"),
        ("12) [ ] Choose an index", "Choose", "12) [ ] Choose an index {}"),
        ("- [ ] Choose an index  \n  or two", "Choose", "- [ ] Choose an index {}  \n  or two"),
        ("- [ ] Choose an index\\\n  or two", "Choose", "- [ ] Choose an index {}\\\n  or two"),
        ("- [ ] Choose an\n  index", "Choose", "- [ ] Choose an {}\n  index"),
        ("- [ ] Choose an\nindex lazily", "Choose", "- [ ] Choose an {}\nindex lazily"),
        ("- [ ] Choose `btree`", "Choose", "- [ ] Choose `btree` {}"),
        ("- [ ] Choose an index   ", "Choose", "- [ ] Choose an index {}   "),
        ("> - [ ] Choose an index", "Choose", "> - [ ] Choose an index {}"),
        ("> > 1. [ ] Choose an index", "Choose", "> > 1. [ ] Choose an index {}"),
        ("-   [ ] Choose an index", "Choose", "-   [ ] Choose an index {}"),
        ("- [ ] **Choose** an _index_", "Choose", "- [ ] **Choose** an _index_ {}"),
        (
            "- [ ] Choose an [index](https://a.b/c)",
            "Choose",
            "- [ ] Choose an [index](https://a.b/c) {}",
        ),
        ("- - [ ] Choose an index", "Choose", "- - [ ] Choose an index {}"),
        ("- First:\n  - [ ] Choose an index", "Choose", "- First:\n  - [ ] Choose an index {}"),
        ("- [ ] Choose ~~no~~ an index", "Choose", "- [ ] Choose ~~no~~ an index {}"),
    ],
)
def test_a_link_and_a_tick_go_where_the_item_is(item: str, title: str, after: str) -> None:
    farm, data = _merged(f"{HEAD}{item}\n\nAnd that is all.\n")
    number = farm.issue(title).number
    linked = f"{HEAD}{after.format(f'(#{number})')}\n\nAnd that is all.\n"
    assert data.decode() == linked
    farm.close(title)
    farm.settle()
    farm.merge_sync()
    assert farm.text() == linked.replace("[ ]", "[x]", 1)
    assert farm.run().plan == ()


def test_an_item_whose_code_goes_over_the_line_is_left_without_a_link() -> None:
    farm = Farm({SPEC: f"{HEAD}- [ ] Choose `an\n  index`\n- [ ] Fill it\n"})
    farm.settle()
    farm.merge_sync()
    assert "- [ ] Choose `an\n  index`\n- [ ] Fill it (#" in farm.text()
    assert farm.run().plan == ()
    farm.close("Choose")
    farm.settle()
    farm.merge_sync()
    assert "- [x] Choose `an\n  index`\n" in farm.text()
    assert farm.run().plan == ()


def test_what_stands_in_a_table_or_in_code_is_no_item() -> None:
    table, code = "| Task | Box |\n|---|---|\n| Dig | - [ ] dig |", "```\n- [ ] code\n```"
    text = f"{HEAD}{table}\n\n{code}\n\n- [ ] Fill\n"
    farm, data = _merged(text)
    number = farm.issue("Fill").number
    assert data.decode() == text.replace("- [ ] Fill", f"- [ ] Fill (#{number})")


def test_the_write_back_is_made_anew_when_the_branch_moves() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.edit("Support looks", "Our support looks")
    farm.settle()
    assert b"Our support looks" in farm.door.written[SPEC]
    assert farm.sync.parent == farm.door.tip


def test_it_closes_when_nothing_is_left_to_say() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    linked = farm.door.written[SPEC]
    farm.push({SPEC: linked})
    farm.settle()
    assert farm.sync.pulls == ()
    farm.close("Write the query")
    farm.settle()
    assert farm.sync_pull().title == "Tick 1 box"
    farm.reopen("Write the query")
    farm.settle()
    assert farm.sync.pulls == ()


def test_a_box_that_somebody_ticks_while_the_write_back_waits_is_what_it_would_be() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    number = farm.issue("Write the query").number
    farm.close("Write the query")
    farm.settle()
    farm.edit(f"- [ ] Write the query (#{number})", f"- [x] Write the query (#{number})")
    farm.settle()
    assert farm.sync.pulls == ()
    farm.edit(f"- [x] Write the query (#{number})", f"- [ ] Write the query (#{number})")
    farm.settle()
    assert farm.issue("Write the query").is_open


def test_a_branch_is_somebodys_again_who_commits_after_its_merge() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.take_sync()
    farm.close("Write the query")
    farm.settle()
    assert not farm.sync.pulls
    assert not farm.sync.mine


def test_several_specs_are_written_back_at_once() -> None:
    other = "docs/specs/002-labels.md"
    farm = Farm({SPEC: WHOLE, other: WHOLE.replace("Parcel search", "Labels")})
    farm.settle()
    assert farm.sync_pull().title == "Link 8 tasks to their issues"
    assert sorted(farm.door.written) == [SPEC, other]


def test_steps_of_an_item_are_followed_after_they_were_reworded() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    issue = farm.issue("Fill the index")
    farm.edit("  - [ ] All others", "  - [ ] All the others")
    farm.settle()
    body = farm.issue("Fill the index").body
    farm.door.change_issue(
        issue.number, body=body.replace("- [ ] All the others", "- [x] All the others")
    )
    farm.settle()
    farm.merge_sync()
    assert "  - [x] All the others\n" in farm.text()
    assert farm.run().plan == ()


def test_a_box_in_code_within_an_item_is_no_box() -> None:
    item = "- [ ] Choose an index\n  - [ ] Compare\n\n  ```\n  - [ ] not a box\n  ```\n"
    farm, _ = _merged(f"{HEAD}{item}")
    issue = farm.issue("Choose")
    ticked = issue.body.replace("- [ ] not a box", "- [x] not a box")
    farm.door.change_issue(issue.number, body=ticked)
    farm.settle()
    assert farm.sync.pulls == ()
    assert "- [ ] not a box" in farm.text()


def test_an_issue_closed_as_not_planned_ticks_nothing() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.close("Write the query", Reason.NOT_PLANNED)
    farm.settle()
    assert farm.sync.pulls == ()


def test_all_is_well_where_a_template_has_no_end() -> None:
    farm = Farm({SPEC: WHOLE})
    template = farm.text("docs/specs/TEMPLATE.md").replace(" | Done", "")
    farm.push({"docs/specs/TEMPLATE.md": template})
    farm.settle()
    for words in ("Choose", "Fill", "Write the query", "Show"):
        farm.close(words)
    farm.settle()
    assert not farm.issue("Parcel search").is_open


def test_an_item_of_several_lines_in_a_quote() -> None:
    farm, data = _merged(f"{HEAD}> - [ ] Choose an\n> index\n")
    assert data.decode() == f"{HEAD}> - [ ] Choose an (#{farm.issue('Choose').number})\n> index\n"


def test_it_says_why_each_box_moves() -> None:
    """An issue may be open whose text has a tick."""
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    issue = farm.issue("Fill the index from the old table")
    ticked = issue.body.replace("- [ ] All others", "- [x] All others")
    farm.door.change_issue(issue.number, body=ticked)
    farm.close("Write the query")
    farm.settle()
    told, lines, query = farm.sync_pull(), farm.text().splitlines(), farm.issue("Write the query")
    step, task = (lines.index(line) + 1 for line in ("  - [ ] All others", f"- [ ] {query.title}"))
    assert told.title == "Link 4 tasks to their issues and tick 2 boxes"
    ticks = [line for line in told.body.splitlines() if line.startswith("- ticks")]
    assert [re.sub(r"\[.*?(\d+)\]\(.*?\)", r"#\1", line) for line in ticks] == [
        f"- ticks “All others” in line {step}, because it is ticked in #{issue.number}",
        f"- ticks “Write the query” in line {task}, because #{query.number} is closed",
    ]


def test_it_is_called_the_same_as_long_as_it_writes_the_same() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    title, body = farm.sync_pull().title, farm.sync_pull().body
    farm.push({"README.md": "More.\n"})
    farm.edit("by hand.", "by hand.\n\nThey mislay them.")
    farm.run()
    assert farm.kinds.count("commit-file") == 1
    assert farm.sync_pull().title == title == "Link 4 tasks to their issues"
    assert farm.sync_pull().body != body  # the lines have moved
    farm.close("Write the query")
    farm.run()
    assert farm.sync_pull().title == "Link 4 tasks to their issues and tick 1 box"


def test_a_push_elsewhere_leaves_all_of_it_as_it_is() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.push({"README.md": "More.\n"})
    farm.run()
    assert farm.kinds == []


@pytest.mark.parametrize("calls", range(4))
def test_what_another_run_has_begun_to_write_back_is_no_change_of_the_document(calls: int) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.merge_sync()
    farm.settle()
    farm.close("Write the query")
    farm.door.between = (calls, lambda: land(farm.door, SETUP))
    farm.run()
    assert not farm.issue("Write the query").is_open
    assert farm.sync_pull().title == "Tick 1 box"


def test_a_box_that_somebody_ticks_in_the_document_is_no_conflict_for_the_write_back() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.close("Write the query")
    farm.settle()
    written = farm.door.written
    farm.edit("- [ ] Write the query", "- [x] Write the query")
    farm.settle()
    assert farm.door.written == written
    assert farm.door.written_on == farm.door.tip
    assert farm.sync_pull().title == "Link 4 tasks to their issues"
    farm.push({"README.md": "# Widgets\n"})
    assert farm.run().plan == ()


def test_a_refused_write_back_stays_away_when_something_else_changes_in_its_file() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.refuse_sync()
    farm.edit("Support looks parcels up", "Support staff look parcels up")
    farm.settle()
    assert farm.sync.pulls == ()
    farm.close("Write the query")
    farm.settle()
    assert farm.sync_pull().title == "Link 4 tasks to their issues and tick 1 box"


def test_of_equal_tasks_without_numbers_the_one_whose_issue_is_closed_is_ticked() -> None:
    text = WHOLE.replace("Fill the index from the old table", "Choose an index")
    farm = Farm({SPEC: text})
    farm.settle()
    first = min(issue.number for issue in farm.issues if issue.title == "Choose an index")
    farm.door.change_issue(first, is_open=False, reason=Reason.COMPLETED)
    farm.settle()
    farm.edit("- [ ] Show the results", "- [ ] Choose an index\n- [ ] Show the results")
    farm.settle()
    farm.merge_sync()
    assert farm.text().index(f"- [x] Choose an index (#{first})") < farm.text().index(
        "- [ ] Choose"
    )
    assert farm.text().count("- [x]") == 1
