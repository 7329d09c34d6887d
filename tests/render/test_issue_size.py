"""However much there is to say of a spec's work, GitHub takes it, and its first line stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.errors import StewardError
from bot.model.sheet import END, Doubt, Needed, Written
from bot.render.comment.detail import letters
from bot.render.issue.extent import MOST
from bot.render.issue.phase import phase_body
from bot.render.issue.task import task_body
from bot.render.issue.tracking import tracking_body
from bot.render.issue.write_back import write_back_body
from tests.render.sheets import LINKS, MARKER, PHASE, SPEC, TASK, TRACKING, listing, many
from tests.render.test_issue_hostile import assert_harmless

LONG = "$<@&|_" * 12_000
SHORT = LONG[:600]
LINES = "- [ ] a box & its _words_ by @octocat\n" * 2_000


def _tracking(phases: int, tasks: int, *, numbered: bool) -> str:
    return tracking_body(many(phases, tasks, numbered=numbered), LINKS, marker=MARKER)


def _stuffed(text: str) -> str:
    sheet = many(30, 60)
    phases = tuple(
        listing(
            replace(p, title=text, duration=text, rows=tuple(replace(r, text=text) for r in p.rows))
        )
        for p in sheet.phases
    )
    doubts = tuple(Doubt(text, at, tuple(range(30))) for at in range(500))
    sheet = replace(
        sheet,
        phases=phases * 3,
        doubts=doubts,
        lost=((text, 7),) * 500,
        requires=(Needed(text, said=text),) * 500,
        spec=replace(SPEC, title=text, spec_id=text, status=text),
    )
    return tracking_body(sheet, LINKS, marker=MARKER)


MUCH = Written(SHORT, tuple((at, SHORT, at) for at in range(50)))
CASES: dict[str, Callable[[], str]] = {
    "a thousand": lambda: _tracking(30, 1_000, numbered=True),
    "a thousand without issues": lambda: _tracking(30, 1_000, numbered=False),
    "ten thousand": lambda: _tracking(20, 10_000, numbered=True),
    "hostile": lambda: _stuffed(SHORT),
    "a task": lambda: task_body(replace(TASK, text=LONG, detail=LONG), LINKS, marker=MARKER),
    "boxes": lambda: task_body(replace(TASK, detail=LINES), LINKS, marker=MARKER),
    "a phase": lambda: phase_body(
        replace(PHASE, phase=many(1, 3_000).phases[0]), LINKS, marker=MARKER
    ),
    "a write-back": lambda: write_back_body([MUCH] * 60, LINKS, marker=MARKER),
}


@pytest.mark.untraced
@pytest.mark.parametrize("name", CASES)
def test_it_fits(name: str) -> None:
    written = CASES[name]()
    assert letters(written) <= MOST
    assert written.startswith(f"{MARKER}\n")
    assert written.endswith(f"\n{END}\n") or name == "a write-back"


def test_a_thousand_tasks_are_all_there() -> None:
    numbered, plain = CASES["a thousand"](), CASES["a thousand without issues"]()
    boxes = [("x" if at % 3 == 0 else " ", 1_000 + at) for at in range(1_000)]
    assert all(f"- [{box}] #{number}\n" in numbered for box, number in boxes)
    assert plain.count("- [ ] Task") + plain.count("- [x] Task") == 1_000


@pytest.mark.limits
def test_what_is_left_out_is_told() -> None:
    assert "more in [the spec](" in CASES["ten thousand"]()
    assert "more phases." in CASES["hostile"]()
    assert "There is more: the rest is in [the spec](" in CASES["boxes"]()
    assert "more files." in CASES["a write-back"]()
    assert "more tasks that may be an issue already" in CASES["hostile"]()
    assert "more tasks whose issues are gone" in CASES["hostile"]()
    assert_harmless(CASES["boxes"]())


def test_a_small_one_is_short() -> None:
    link = Written("docs/a.md", ((3, "Do it", 12),))
    written = write_back_body([link], LINKS, marker=MARKER)
    assert len(written.splitlines()) == 4  # with the marker, and who has opened it
    assert "[`(#12)`](https://github.example/parcel/app/issues/12) after “Do it”" in written


def test_own_pages_take_their_place_within_the_same_bounds() -> None:
    own = {"issues/task.md.j2": "Hello\n<!-- spec-steward:end -->\n{{ page.origin.id }}\n"}
    assert task_body(TASK, LINKS, own, marker=MARKER) == f"{MARKER}\nHello\nCHRONO-002\n\n{END}\n"
    extended = '{% extends "issues/tracking.md.j2" %}{% block footer %}\nAsk.{% endblock %}'
    told = tracking_body(TRACKING, LINKS, {"issues/tracking.md.j2": extended}, marker=MARKER)
    assert told.endswith(f"\nAsk.\n\n{END}\n")
    assert "▰" in told
    endless = {"issues/phase.md.j2": "x" * MOST}
    with pytest.raises(StewardError, match=r"issues/phase\.md\.j2"):
        phase_body(PHASE, LINKS, endless, marker=MARKER)


def test_a_doubt_about_nothing_is_none() -> None:
    sheet = replace(TRACKING, doubts=(Doubt("Do it", 4, ()),))
    assert "Do it" not in tracking_body(sheet, LINKS, marker=MARKER)
