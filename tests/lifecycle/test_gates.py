"""The table of the gates, and what it says of a spec's findings."""

import pytest

from bot.lifecycle.gates import APPROVERS, GATES, gates_into, unmet
from bot.model.finding import Finding, Severity
from bot.model.stage import Stage
from bot.rules.catalogue import RULES
from tests.rules.judging import judged

RULE_OF = {rule.slug: rule for rule in RULES}
TEMPLATE = """
    # [Name]

    - **Status:** Draft | In review | Accepted | Rejected

    ## Context

    Why is this needed?

    ## Risks

    What could go wrong?

    ## Open questions

    - [ ] [Question]
"""
DOCUMENT = """
    # Search

    - **Status:** {}

    ## Context

    Support looks up parcels by hand.

    ## Open questions

    - [ ] Which clock decides?
"""


def names(stage: Stage) -> list[str]:
    return [gate.name for gate in gates_into(stage)]


def test_gates_add_up_and_the_way_out_has_only_its_own() -> None:
    first = ["sections", "fields", "placeholders"]
    agreed = [*first, "questions", "decisions", "approvals"]
    assert names(Stage.DRAFTING) == []
    assert names(Stage.REVIEWING) == first
    assert names(Stage.APPROVED) == agreed
    assert names(Stage.BUILDING) == [*agreed, "work items"]
    assert names(Stage.DONE) == [*agreed, "work items", "gate boxes", "work"]
    assert names(Stage.CLOSED) == ["reason"]


def test_gates_are_told_apart_and_stand_in_order() -> None:
    assert len({gate.name for gate in GATES}) == len(GATES)
    ranks = [gate.stage.rank for gate in GATES]
    assert ranks == sorted(ranks)
    rules = [rule for gate in GATES for rule in gate.rules]
    assert len(set(rules)) == len(rules)
    assert [gate.name for gate in GATES if gate.who == APPROVERS] == ["approvals"]


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.name)
def test_the_rules_of_a_gate_keep_it_shut_from_its_stage_on(gate: object) -> None:
    (known,) = [each for each in GATES if each == gate]
    onward = [stage for stage in Stage if stage.rank >= known.stage.rank]
    if known.stage is not Stage.CLOSED:
        onward.remove(Stage.CLOSED)
    assert known.rules
    for slug in known.rules:
        weights = {RULE_OF[slug].weight(stage) for stage in onward}
        assert weights == {Severity.ERROR}, slug


def test_an_open_question_weighs_more_the_nearer_its_gate() -> None:
    rule = RULE_OF["open-question"]
    weights = [rule.weight(stage) for stage in (Stage.DRAFTING, Stage.REVIEWING, Stage.APPROVED)]
    assert weights == [Severity.NOTE, Severity.WARNING, Severity.ERROR]


def shut(status: str, stage: Stage, config: str = "") -> dict[str, list[str]]:
    findings = judged(TEMPLATE, DOCUMENT.format(status), config=config).findings
    return {gate.name: [f.rule for f in against] for gate, against in unmet(findings, stage)}


def test_what_keeps_a_spec_out_is_named_gate_by_gate() -> None:
    missing, asked = {"sections": ["missing-section"]}, {"questions": ["open-question"]}
    assert shut("In review", Stage.REVIEWING) == missing
    assert shut("Accepted", Stage.APPROVED) == missing | asked
    assert shut("Accepted", Stage.REVIEWING) == missing
    assert shut("Draft", Stage.DRAFTING) == {}


def test_a_warning_keeps_no_gate_shut() -> None:
    warned = Finding("missing-reason", Severity.WARNING, "a.md", 1, "", "")
    error = Finding("missing-reason", Severity.ERROR, "a.md", 1, "", "")
    assert unmet([warned], Stage.CLOSED) == ()
    ((gate, against),) = unmet([warned, error], Stage.CLOSED)
    assert (gate.name, against) == ("reason", (error,))


def test_the_way_out_asks_for_nothing_that_is_missing() -> None:
    assert shut("Rejected", Stage.CLOSED) == {}


def test_who_is_lenient_while_drafting_is_not_so_when_a_review_begins() -> None:
    lenient = "rules: {missing-section: {drafting: warning}, open-question: {drafting: off}}"
    drafted = judged(TEMPLATE, DOCUMENT.format("Draft"), config=lenient)
    assert drafted.weights("missing-section") == ["warning"]
    for status, stage in (("In review", Stage.REVIEWING), ("Accepted", Stage.APPROVED)):
        assert shut(status, stage, lenient)["sections"] == ["missing-section"]
