"""What anybody may write, and how much of it: no run ends by that, and nothing is doubled."""

import pytest

from bot.app.landing.writeback import MOST_WAITING
from bot.plan.fitting import BODY
from bot.plan.marker import ISSUE, read_marker, write_marker
from tests.app.landing.farm import HEAD, SPEC, WHOLE, Farm, created

BY_SPEC = "issues: {granularity: spec}\n"


def _things(count: int, more: str = "") -> str:
    return "".join(f"- [ ] Make thing number {n}{more}\n" for n in range(count))


@pytest.mark.parametrize("name", ["parts", "dangling", "named", "at"])
def test_no_number_is_too_long_for_a_marker(name: str) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    issue = farm.issue("Parcel search")
    head, _, text = issue.body.partition("\n")
    long = "c:" + "9" * 5_000 if name == "at" else "9" * 5_000 + ":c"
    marker = write_marker(ISSUE, {**(read_marker(head, ISSUE) or {}), name: long})
    farm.door.change_issue(issue.number, body=f"{marker}\n{text}")
    farm.settle()
    assert created(farm) == []
    assert "9" * 100 not in farm.issue("Parcel search").body


@pytest.mark.parametrize("count", [100, pytest.param(1_000, marks=pytest.mark.limits)])
def test_what_somebody_writes_below_stays_however_long_the_list_gets(count: int) -> None:
    farm = Farm({SPEC: HEAD + _things(100)}, BY_SPEC)
    farm.settle()
    issue = farm.issue("Parcel search")
    note = "\n".join(f"Line {n} of a note." for n in range(1_500))
    farm.door.change_issue(issue.number, body=f"{issue.body}\n{note}")
    farm.push({SPEC: HEAD + _things(count, ", and say much of it, so that the line gets long")})
    farm.settle()
    body = farm.issue("Parcel search").body
    assert body.endswith(note)
    assert len(body) < BODY
    farm.push({SPEC: HEAD + _things(3)})
    farm.settle()
    assert "of 3 tasks done" in farm.issue("Parcel search").body


def test_the_parts_of_a_phase_are_known_however_long_its_title_is() -> None:
    farm = Farm({SPEC: f"{HEAD}### Phase 1: {'very long ' * 50}\n\n{_things(120)}"})
    farm.settle()
    assert farm.run().plan == ()
    assert len(farm.issues) == 1 + 1 + 2 + 120


@pytest.mark.limits
def test_what_waits_for_the_write_back_has_room_in_its_text() -> None:
    specs = {f"docs/specs/{n:03}-s.md": _spec(n) for n in range(MOST_WAITING // 100 + 2)}
    farm = Farm(specs, BY_SPEC)
    farm.settle()
    for issue in farm.issues:
        farm.door.change_issue(issue.number, body=issue.body.replace("- [ ]", "- [x]"))
    farm.settle()
    told = farm.sync_pull()
    assert told.title == f"Tick {MOST_WAITING:,} boxes"
    assert len(told.body) < BODY
    farm.merge_sync()
    farm.settle()
    assert farm.sync_pull().title == "Tick 200 boxes"
    farm.merge_sync()
    farm.settle()
    assert not any("- [ ]" in farm.text(path) for path in specs)


def _spec(nth: int) -> str:
    return HEAD.replace("Parcel search", f"Search {nth}") + _things(100, f" of {nth}")


@pytest.mark.limits
def test_what_a_run_has_made_is_found_whatever_tasks_name_besides() -> None:
    named = "".join(f"- [x] Old matter {n} (#{n})\n" for n in range(1, 1_601))
    farm = Farm({SPEC: f"{HEAD}{named}- [ ] New one\n- [ ] New two\n"})
    farm.door.last, farm.door.lag = 5_000, 3
    farm.run()
    assert sorted(created(farm)) == ["New one", "New two", "Parcel search"]
