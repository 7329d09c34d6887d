"""Sheets of issues: what the golden pages are written from."""

from collections.abc import Callable
from dataclasses import replace

from bot.model.sheet import (
    Doubt,
    Lapse,
    Needed,
    PhaseRow,
    PhaseSheet,
    Row,
    Source,
    SpecName,
    TaskSheet,
    TrackingSheet,
    Written,
)
from bot.render.comment.address import Links
from bot.render.issue.alerts import gone_alert, lapsed_alert
from bot.render.issue.phase import phase_body
from bot.render.issue.task import task_body
from bot.render.issue.tracking import tracking_body
from bot.render.issue.write_back import write_back_body, write_back_title
from tests.render.hearing_parts import ADDRESS, HEAD, TEXT

LINKS = Links(ADDRESS, "")
MARKER = "<!-- spec-steward:issue v1 key=a -->"
SPEC = SpecName("Notify by text message", "CHRONO-002", TEXT, "accepted")
SOURCE = Source(TEXT, 90, HEAD, "Tasks")
DETAIL = """\
- [ ] The queue drains within a minute, see [the limits](../limits.md#queue)
- [x] `send()` is called once per parcel

Takes over from the old sender:

```python
def send(parcel: Parcel) -> None: ...  # ask @bob
```

| Carrier | Limit |
|---|---|
| Post | 10/s |
"""
TASK = TaskSheet(
    SPEC,
    SOURCE,
    "Send through `queue.put()`, with **one** retry",
    phase="Phase 2: Sending",
    duration="2 weeks",
    dependencies="Phase 1",
    detail=DETAIL,
)
BASE = PhaseRow(
    "Phase 1: Base",
    4,
    (
        Row("Choose a gateway", 7, is_done=True),
        Row("Keep `numbers` encrypted", 8, is_done=False),
        Row("Ask for consent by letter", 9, is_done=False, is_dropped=True),
    ),
    duration="1 week",
)
SENDING = PhaseRow(
    "Phase 2: Sending",
    5,
    (Row("Send through the queue", 10, is_done=False), Row("Retry once", 11, is_done=False)),
    dependencies="Phase 1",
    after=(0,),
)
PHASE = PhaseSheet(SPEC, SOURCE, BASE)
TRACKING = TrackingSheet(
    SPEC,
    replace(SOURCE, line=80),
    (BASE, SENDING),
    (
        Needed("CHRONO-001", 2),
        Needed("CHRONO-007", said="done"),
        Needed("CHRONO-009", said="no issue yet"),
        Needed("CHRONO-011"),
    ),
)
DOUBTS = (
    Doubt("Retry once", 94, (12,)),
    Doubt("Retry", 95, (13, 14)),
    Doubt("Again", 96, tuple(range(20, 30))),
    Doubt("Retry never", 97, (12,), is_taken=True),
)


def unnumbered(phase: PhaseRow) -> PhaseRow:
    rows = tuple(replace(row, number=None, is_shared=True) for row in phase.rows)
    return listing(replace(phase, number=None, rows=rows))


def listing(phase: PhaseRow) -> PhaseRow:
    return replace(phase, listed=phase.rows)


def many(phases: int = 30, tasks: int = 1_000, *, numbered: bool = True) -> TrackingSheet:
    """Make a spec of many tasks, evenly in phases that follow each other."""
    size = -(-tasks // phases)
    rows = tuple(
        Row(
            f"Task {at} of those that this spec sets out to do, in words that go on for a while",
            1_000 + at if numbered else None,
            is_done=at % 3 == 0,
            is_shared=not numbered,
        )
        for at in range(tasks)
    )
    each = tuple(
        listing(
            PhaseRow(
                f"Phase {at + 1}: a part of it",
                100 + at if numbered else None,
                rows[at * size : (at + 1) * size],
                duration="1 week",
                after=(at - 1,) if at else (),
            )
        )
        for at in range(phases)
    )
    return TrackingSheet(SPEC, SOURCE, each)


def _task(sheet: TaskSheet) -> str:
    return task_body(sheet, LINKS, marker=MARKER)


def _phase(sheet: PhaseSheet) -> str:
    return phase_body(sheet, LINKS, marker=MARKER)


def _tracking(sheet: TrackingSheet) -> str:
    return tracking_body(sheet, LINKS, marker=MARKER)


def _write_back(*written: Written, is_quiet: bool = False) -> str:
    body = write_back_body(written, LINKS, marker=MARKER, is_quiet=is_quiet)
    return f"{write_back_title(written)}\n\n{body}"


LINK = Written(TEXT, linked=((90, "Send through `queue.put()`", 12),))
MUCH = Written(
    TEXT,
    linked=tuple((line, f"Task {line}", line) for line in range(90, 103)),
    ticked=((110, "Choose a gateway", 7), (112, "Try it", 12)),
    unticked=((111, "Ask for consent", 9), (113, "Note it", 12)),
    within=frozenset({112, 113}),
)

PAGES: dict[str, Callable[[], str]] = {
    "task": lambda: _task(TASK),
    "task-alone": lambda: _task(TaskSheet(SPEC, replace(SOURCE, section=""), "Retry once")),
    "task-in-a-flat-house": lambda: _task(replace(TASK, above=3, blockers=(5, 4, 5), detail="")),
    "gone": gone_alert,
    "lapsed": lambda: lapsed_alert(Lapse("was deleted")),
    "torn": lambda: lapsed_alert(Lapse("has moved", ("docs/a.md", "docs/b.md"), 103)),
    "torn-in-two": lambda: lapsed_alert(Lapse("has moved", ("docs/a.md",), 103)),
    "torn-without-tasks": lambda: lapsed_alert(
        Lapse("has moved", tuple(f"docs/{n}.md" for n in range(8)))
    ),
    "phase": lambda: _phase(PHASE),
    "phase-that-lists": lambda: _phase(
        replace(PHASE, phase=listing(BASE), part="1 of 2", above=3, blockers=(4,))
    ),
    "phase-of-boxes": lambda: _phase(replace(PHASE, phase=unnumbered(SENDING))),
    "tracking": lambda: _tracking(TRACKING),
    "tracking-unclear": lambda: _tracking(
        replace(
            TRACKING, doubts=DOUBTS, lost=(("Measure it", 15),), requires=(Needed("CHRONO-001", 2),)
        )
    ),
    "tracking-that-lists": lambda: _tracking(
        replace(TRACKING, phases=(listing(BASE), listing(SENDING)), requires=())
    ),
    "tracking-of-boxes": lambda: _tracking(
        replace(
            TRACKING,
            phases=(replace(unnumbered(BASE), title="", duration=""),),
            requires=(),
        )
    ),
    "tracking-of-nothing": lambda: _tracking(
        TrackingSheet(SPEC, SOURCE, (), (Needed("CHRONO-001", 2),))
    ),
    "tracking-60": lambda: _tracking(many(3, 60)),
    "write-back-one": lambda: _write_back(LINK),
    "write-back-quiet": lambda: _write_back(
        replace(LINK, ticked=((91, "Retry once", 11),)), is_quiet=True
    ),
    "write-back-much": lambda: _write_back(MUCH, replace(LINK, path="docs/a b.md")),
}
