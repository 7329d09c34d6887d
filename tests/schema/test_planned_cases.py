"""Which headings make work of the boxes below them, and which do not."""

import pytest

from bot.model.schema import SectionKind
from bot.schema.planned import heads_work, is_phase, none_of

WORK = (
    "Implementation", "Implementation plan ✅", "Implementation plan (done)", "Plan",
    "Implementation plan — Q3 2026", "Implementation plan: the rest", "Open tasks",
    "Implementation plan and timeline", "7. Implementation plan", "**Implementation** plan (v2)",
    "Rollout / migration plan", "Rollout & adoption", "4.2 Rollout plan [phased]", "Release plan",
    "Tasks (remaining)", "Tasks and owners", "Backend tasks", "Follow-up", "Follow-up tasks",
    "Workstreams", "Scope of work", "Next steps to unblock", "Milestones and schedule",
    "Phase 2", "Phase II: Search", "Milestone: beta", "Sprint 4 — polish", "✅ Work checklist",
)  # fmt: skip
OTHER = (
    "", "Goals", "Design", "Test plan", "Testing", "Monitoring plan", "Rollback plan", "Planning",
    "Implementation notes", "Release notes", "Gather requirements", "Collect metrics",
    "Write acceptance tests",
    "Risk engine", "Phased approach", "Stagecraft",
    "Security", "Migration guide", "Delivery guarantees", "Background", "Project", "Task " * 60,
)  # fmt: skip
NONE = (
    "Acceptance", "Acceptance criteria (MVP)", "Done when", "Definition of done", "Sign-off",
    "Review checklist", "Pre-launch checklist", "Risks and mitigations", "Out of scope",
    "Won't do", "Future work", "Deferred tasks", "Tasks (out of scope)", "Phase 2: X - deferred",
    "Phase 1 acceptance criteria", "Security checks", "Exit checklist", "Go/no-go",
    "Success metrics", "Requirements", "Security requirements", "Risks",
    "Examples", "Alternatives considered", "Testing requirements",
)  # fmt: skip


@pytest.mark.parametrize("title", WORK)
def test_what_heads_work(title: str) -> None:
    assert heads_work(title)
    assert none_of(title) is None


@pytest.mark.parametrize("title", OTHER)
def test_what_says_nothing_of_boxes(title: str) -> None:
    assert not heads_work(title)
    assert none_of(title) is None


@pytest.mark.parametrize("title", NONE)
def test_what_heads_no_work(title: str) -> None:
    assert none_of(title) is SectionKind.GATES


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Phase 1", True), ("phase b: indexes", True), ("Milestone", True), ("Stage iv", True),
        ("Phases", False), ("Phase space", False), ("Staging 1", False), ("My phase 1", False),
        (f"Phase 1: {'x' * 200}", False),
    ],
)  # fmt: skip
def test_what_is_a_phase(title: str, found: bool) -> None:
    assert is_phase(title) is found
