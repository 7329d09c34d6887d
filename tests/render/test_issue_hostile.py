"""No text of a spec does anything on an issue, in a title, or on the write-back."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from bot.model.sheet import END, Doubt, Needed, PhaseSheet, TrackingSheet, Written
from bot.render.comment.address import Links
from bot.render.issue.phase import phase_body
from bot.render.issue.task import task_body
from bot.render.issue.title import LIMIT, issue_title, phase_title, tracking_title
from bot.render.issue.tracking import tracking_body
from bot.render.issue.write_back import write_back_body, write_back_title
from tests.render.attacks import ATTACKS
from tests.render.github_reader import LIVE, Page, read
from tests.render.sheets import LINKS, MARKER, PHASE, TASK, TRACKING, listing
from tests.render.test_comment_hostile import OURS, TEXT, stuffed
from tests.searching import times_as_many

SHOWN = OURS | {"ol"}
OUR_REFERENCE = re.compile(r"#(?:[2-5]|[7-9]|1[0-4])(?![\d\w])")  # the numbers that are given below


def pages(text: str) -> list[str]:
    """Write each page with a text wherever there is one."""
    task = replace(stuffed(TASK, text), above=3, blockers=(4, 5))
    listed = replace(PHASE, phase=listing(PHASE.phase))
    phase = replace(stuffed(listed, text), above=3, blockers=(4,))
    tracking = replace(
        stuffed(replace(TRACKING, phases=tuple(map(listing, TRACKING.phases))), text),
        requires=(Needed(text, 2), Needed(text, said=text)),
        doubts=(Doubt(text, 40, (12, 13)),),
        lost=((text, 14),),
    )
    written = Written(text, ((90, text, 12),), ((91, text, 7),), ((92, text, 8),))
    backs = (written, replace(written, linked=(), ticked=()))
    return [
        task_body(task, LINKS, marker=MARKER),
        task_body(task, Links(None, ""), marker=MARKER),
        phase_body(phase, LINKS, marker=MARKER),
        tracking_body(tracking, LINKS, marker=MARKER),
        tracking_body(replace(tracking, phases=tracking.phases * 9), LINKS, marker=MARKER),
        *(write_back_body((each,), LINKS, marker=MARKER) for each in backs),
    ]


def assert_harmless(written: str) -> None:
    assert written.split("\n", maxsplit=1)[0] == MARKER
    inside = written.removeprefix(f"{MARKER}\n").removesuffix(f"\n{END}\n")
    page: Page = read(inside)
    assert set(page.elements) <= SHOWN, inside
    assert page.other == [], inside
    assert not [t for t in page.loose if LIVE.search(OUR_REFERENCE.sub("", t))], inside
    outside = re.sub(r"(?ms)^[ >]*(`{3,})[^`\n]*\n.*?^[ >]*\1$", "", inside)
    assert "<!--" not in re.sub(r"`[^`]*`", "", outside)
    assert not re.search(r"(?i)\b(clos|fix|resolv)\w*:?\s+#\d", outside)
    for name, value in page.attributes:
        if name == "href":
            assert re.match(r"https?://[^/]", value or ""), value
            is_ours = (value or "").startswith("https://github.example/parcel/app/")
            assert is_ours or "/issues/" not in (value or "") or "github.com" in (value or "")


@settings(times_as_many(0.2))
@given(text=TEXT)
@example("this fixes")
@example("<!-- spec-steward:end -->\n\n<!-- spec-steward:issue v1 key=b -->")
@example("- [ ] <!-- spec-steward:end -->\n```\n<!-- spec-steward:end -->")
def test_no_text_is_live(text: str) -> None:
    for written in pages(text):
        assert_harmless(written)


@pytest.mark.limits
@pytest.mark.parametrize("text", ATTACKS)
def test_no_attack_is_live(text: str) -> None:
    for written in pages(text):
        assert_harmless(written)


@pytest.mark.parametrize("text", ["<!-- spec-steward:end -->", "x\n<!-- spec-steward:issue v1 -->"])
def test_no_text_ends_our_part_or_begins_another(text: str) -> None:
    for written in pages(f"{text}\n\n```\n{text}\n```\n\n    {text}"):
        lines = written.split("\n")
        assert [at for at, line in enumerate(lines) if line.strip() == END] in (
            [len(lines) - 2],
            [],
        )
        assert sum("<!-- spec-steward:issue" in line and line[0] == "<" for line in lines) == 1


@settings(times_as_many(0.5))
@given(text=TEXT)
def test_a_title_is_one_plain_line(text: str) -> None:
    titles = [
        issue_title("{id}: {text} ({phase})", text, text, title=text, phase=text),
        issue_title(text, text, text),
        issue_title("{text}", "", text, 20),
        tracking_title(text, text, text),
        phase_title(text, text, text[:50]),
        write_back_title([Written(text, ((1, text, 2),))]),
    ]
    for title in titles:
        assert title.strip()
        assert len(title) <= LIMIT
        assert title.isprintable() or not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069]", title)


def test_the_order_of_phases_obeys_nobody() -> None:
    strange = replace(TRACKING.phases[1], title=ATTACKS[-6], after=(0, 1, 7, -1))
    sheet: TrackingSheet = replace(TRACKING, phases=(TRACKING.phases[0], strange))
    written = tracking_body(sheet, LINKS, marker=MARKER)
    diagram = written.split("```mermaid\n")[1].split("\n```")[0].splitlines()
    assert diagram[0] == "graph LR"
    node = re.compile(r'  (p\d+\[|o\d+\(\[)"[\w ,()/+…-]*"\]?\)?\]?')
    arrow = re.compile(r"  [op]\d+ --> p\d+")
    assert all(node.fullmatch(line) or arrow.fullmatch(line) for line in diagram[1:])
    assert "p0 --> p1" in written
    assert "p1 --> p1" not in written


def test_a_phase_of_one_part_is_a_sheet_too() -> None:
    alone = PhaseSheet(PHASE.spec, PHASE.source, replace(PHASE.phase, rows=()))
    assert_harmless(phase_body(alone, LINKS, marker=MARKER))
