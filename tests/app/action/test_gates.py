"""Each gate keeps a spec out: by a push and by a label, stated and by the label alone."""

import pytest

from bot.lifecycle.gates import GATES, Gate
from bot.model.stage import Stage
from tests.app.action.people import Village
from tests.app.action.town import SPEC, Files

pytestmark = pytest.mark.untraced

TEMPLATE = """# Spec: [Title]

- **Status:** Draft | Review | Accepted | Implementing | Done | Rejected
- **Owner:** [Name]

## Context

Why is this needed?

## Plan

- [ ] [Task]

## Acceptance criteria

- [ ] [Criterion]

## Open questions

- [ ] [Question]

## Decision log

- [Decision]
"""
WHOLE = """# Spec: Parcel search

- **Status:** Draft
- **Owner:** Search team

## Context

Support looks parcels up by hand.

## Plan

- [x] Index the numbers

## Acceptance criteria

- [x] A parcel is found by its number

## Open questions

- [x] Which clock decides?

## Decision log

- 2026-01-02: Which clock decides → the server's.
- 2026-01-03: Rejected, since support has another tool now.
"""
WORDS = {
    Stage.REVIEWING: "review",
    Stage.APPROVED: "accepted",
    Stage.BUILDING: "implementing",
    Stage.DONE: "done",
    Stage.CLOSED: "rejected",
}
SHUT: dict[str, tuple[str, str]] = {
    "sections": ("Support looks parcels up by hand.", ""),
    "fields": ("- **Owner:** Search team\n", ""),
    "placeholders": ("Search team", "[Name]"),
    "questions": ("- [x] Which clock decides?", "- [x] Which clock decides?\n- [ ] Who pays?"),
    "decisions": ("- 2026-01-02: Which clock decides → the server's.", "N/A"),
    "approvals": ("", ""),
    "work items": ("- [x] Index the numbers", "It is known what is to be done."),
    "gate boxes": ("- [x] A parcel", "- [ ] A parcel"),
    "work": ("- [x] Index", "- [ ] Index"),
    "reason": ("- 2026-01-03: Rejected, since support has another tool now.\n", ""),
}
CELLS = [
    (gate, stage)
    for gate in GATES
    for stage in WORDS
    if stage is gate.stage or (gate.stage.rank < stage.rank < Stage.CLOSED.rank)
]


def _village(gate: Gate, *, is_stated: bool, is_shut: bool, word: str = "Draft") -> Village:
    before, after = SHUT[gate.name]
    assert before in WHOLE
    text = WHOLE.replace(before, after) if is_shut and before else WHOLE
    line = "- **Status:** Draft\n"
    old = text if is_stated else text.replace(line, "")
    template = TEMPLATE if is_stated else TEMPLATE.replace(TEMPLATE.split("\n")[2] + "\n", "")
    base: Files = {"docs/specs/TEMPLATE.md": template, SPEC: old}
    if gate.name == "approvals" and is_shut:
        base = {**base, "CODEOWNERS": "* @bob\n"}
    new = old.replace("Status:** Draft", f"Status:** {word.title()}")
    return Village({SPEC: f"{new}\nMore.\n" if new == old else new}, base=base)


@pytest.mark.parametrize(("gate", "stage"), CELLS, ids=lambda each: getattr(each, "name", each))
class TestEachCell:
    @pytest.mark.traced
    def test_a_push_past_it_fails_though_nothing_about_it_is_new(
        self, gate: Gate, stage: Stage
    ) -> None:
        for is_shut, verdict in ((True, "failure"), (False, "success")):
            village = _village(gate, is_stated=True, is_shut=is_shut, word=WORDS[stage])
            village.run()
            assert village.conclusion == verdict

    def test_a_label_is_refused_with_what_it_wants(self, gate: Gate, stage: Stage) -> None:
        village = _village(gate, is_stated=True, is_shut=True)
        village.labels("cid", WORDS[stage])
        assert village.settle() == 1
        assert village.label_now == "draft"
        request = village.run().hearing.request
        assert request is not None
        wants = "bob approves this very text" if gate.name == "approvals" else gate.wants
        assert wants in request.refusal

    def test_where_the_label_alone_tells_it_stays_as_it_was(self, gate: Gate, stage: Stage) -> None:
        for is_shut in (True, False):
            village = _village(gate, is_stated=False, is_shut=is_shut)
            village.labels("cid", WORDS[stage])
            assert village.settle() == 1
            assert village.label_now == ("draft" if is_shut else WORDS[stage])


def test_each_gate_is_among_them() -> None:
    assert {gate.name for gate in GATES} == set(SHUT)
