from collections.abc import Mapping
from dataclasses import replace

from bot.markdown.parse import parse_lines
from bot.model.issue import Issue
from bot.model.work import Kept, Memory, Phase, Rank, Task
from bot.work.agree import NEITHER
from bot.work.entries import Entry
from bot.work.phase_matching import match_phases
from bot.work.phases import read_phases

TEXT = """# Plan
## Phase 1
- **Duration**: 2 weeks
- Owner: ann
- Depends on: nobody
- Duration: 3 weeks
- [ ] dig
## Phase 1
- [ ] fill
"""


def _kept(number: int, rank: Rank, text: str, phase: str = "") -> Kept:
    issue = Issue(number, number, text, "", mine=True)
    return Kept(issue, Memory(rank, f"k{number}", "f", "a.md", text=text, phase=phase))


def _entry(number: int, phase: str, before: str) -> Entry:
    kept = _kept(number, Rank.TASK, f"do {number}", before)
    return Entry(Task(f"do {number}", 1, done=False, phase=phase), NEITHER, kept)


def _numbers(found: Mapping[str, Kept]) -> dict[str, int]:
    return {title: each.issue.number for title, each in found.items()}


def test_phases_say_how_long_they_take_and_after_what() -> None:
    document = parse_lines(tuple(TEXT.split("\n")))
    phases, names = read_phases(document, [(7, "Phase 1"), (9, "Phase 1"), (1, ""), (1, "Phase 1")])
    assert phases == (Phase("Phase 1", 2, "2 weeks", "nobody"), Phase("Phase 1 (2)", 8))
    assert names == ["Phase 1", "Phase 1 (2)", "", ""]


def test_a_phase_is_known_by_its_title_else_by_its_tasks() -> None:
    kept = [_kept(1, Rank.PHASE, "Phase 1: Soil"), _kept(2, Rank.PHASE, "Water")]
    phases = [Phase("PHASE 1. Soil", 1), Phase("Rain", 2), Phase("Wind", 3)]
    entries = [
        _entry(11, "Rain", "Water"),
        _entry(12, "Rain", "Water"),
        _entry(13, "Rain", "Elsewhere"),
        _entry(14, "Wind", "Water"),
    ]
    found = match_phases(phases, entries, kept)
    assert _numbers(found) == {"PHASE 1. Soil": 1, "Rain": 2}


def test_a_phase_of_which_half_is_of_elsewhere_is_a_new_one() -> None:
    entries = [_entry(11, "Rain", "Water"), _entry(12, "Rain", "Soil")]
    kept = [_kept(1, Rank.PHASE, "Water"), _kept(2, Rank.PHASE, "Soil")]
    assert match_phases([Phase("Rain", 1)], entries, kept) == {}


def test_a_phase_that_stands_takes_nothing_of_one_that_is_gone() -> None:
    kept = [_kept(1, Rank.PHASE, "1. Tests"), _kept(2, Rank.PHASE, "2. Tests")]
    assert _numbers(match_phases([Phase("1. Tests", 1)], [], kept)) == {"1. Tests": 1}
    kept = [_kept(1, Rank.PHASE, "Rain"), _kept(2, Rank.PHASE, "Water")]
    entries = [_entry(11, "Rain", "Water"), _entry(12, "Rain", "Water")]
    assert _numbers(match_phases([Phase("Rain", 1)], entries, kept)) == {"Rain": 1}


def test_phases_that_only_list_their_tasks_are_known_by_these_though_all_are_renamed() -> None:
    lists = {"Water": ("dig", "fill"), "Soil": ("plough", "sow")}
    kept = [
        replace(_kept(at, Rank.PHASE, title), listed=words)
        for at, (title, words) in enumerate(lists.items(), start=1)
    ]
    new = {"Rain": ("dig", "fill"), "Earth": ("plough", "sow")}
    entries = [
        Entry(Task(words, 1, done=False, phase=title), NEITHER)
        for title, tasks in new.items()
        for words in tasks
    ]
    phases = [Phase(title, at) for at, title in enumerate(new, start=1)]
    assert _numbers(match_phases(phases, entries, kept)) == {"Rain": 1, "Earth": 2}


def test_phases_of_one_name_are_told_by_the_headings_around_them() -> None:
    text = """# Plan
## Implementation
### Backend
#### Tests
- [ ] dig
### Frontend
#### Tests
- [ ] fill
#### Docs
- [ ] write
**Phase 1**
Duration: 2 weeks
- [ ] go
"""
    document = parse_lines(tuple(text.split("\n")))
    items = [(5, "Tests"), (8, "Tests"), (10, "Docs"), (13, "Phase 1")]
    phases, names = read_phases(document, items)
    assert names == ["Backend: Tests", "Frontend: Tests", "Docs", "Phase 1"]
    assert phases[3] == Phase("Phase 1", 11, "2 weeks")
