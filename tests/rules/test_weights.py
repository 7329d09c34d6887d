"""How much a problem weighs: by its rule, by stage, by configuration."""

import pytest

from bot.model.finding import Severity
from bot.model.stage import Stage
from bot.rules.base import Rule, listed, quoted
from tests.rules.judging import judged

TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | In review | Accepted | Building | Done | Rejected

    ## Context

    Why is this needed?

    ## Diagrams (recommended)

    A box for each part.

    ## Open questions

    - [ ] [Question]
"""
DOCUMENT = """
    # Title: Parcel search

    - **Status:** {}

    ## Context

    Support looks up parcels by hand.

    ## Open questions

    - [ ] Which clock decides?
"""
STATUSES = {
    "Draft": "note",
    "In review": "warning",
    "Accepted": "error",
    "Building": "error",
    "Done": "error",
    "Rejected": "note",
}


@pytest.mark.parametrize(("status", "weight"), STATUSES.items())
def test_an_open_question_weighs_more_from_stage_to_stage(status: str, weight: str) -> None:
    assert judged(TEMPLATE, DOCUMENT.format(status)).weights("open-question") == [weight]


def test_a_document_without_a_stage_counts_as_a_draft() -> None:
    document = DOCUMENT.format("Signed off")
    assert judged(TEMPLATE, document).weights("open-question") == ["note"]
    config = "rules: {open-question: {drafting: warning}}"
    assert judged(TEMPLATE, document, config=config).weights("open-question") == ["warning"]


@pytest.mark.parametrize("weight", ["error", "warning", "note"])
def test_a_configured_weight_holds_at_every_stage(weight: str) -> None:
    config = f"rules: {{open-question: {weight}}}"
    for status in STATUSES:
        verdict = judged(TEMPLATE, DOCUMENT.format(status), config=config)
        assert verdict.weights("open-question") == [weight]


def test_a_rule_that_is_off_says_nothing() -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format("Done"), config="rules: {open-question: off}")
    assert verdict.rules() == ["missing-section"]


def test_a_weight_for_one_stage_leaves_the_others_as_they_are() -> None:
    config = "rules: {open-question: {reviewing: error, approved: off}}"
    found = {
        status: judged(TEMPLATE, DOCUMENT.format(status), config=config).weights("open-question")
        for status in STATUSES
    }
    assert found == {
        "Draft": ["note"],
        "In review": ["error"],
        "Accepted": [],
        "Building": ["error"],
        "Done": ["error"],
        "Rejected": ["note"],
    }


@pytest.mark.parametrize(
    ("config", "weights"),
    [
        ("", ["warning"]),
        ("rules: {missing-section: error}", ["warning"]),
        ("rules: {missing-section: note}", ["note"]),
        ("rules: {missing-section: off}", []),
    ],
)
def test_an_expected_section_is_never_an_error(config: str, weights: list[str]) -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format("Draft"), config=config)
    assert verdict.weights("missing-section") == weights


def test_findings_come_by_line_then_weight_then_rule() -> None:
    document = """
        # Title: Parcel search

        - **Status:** Draft

        ## Diagrams

        ## Open questions

        - [ ] Which clock decides?
        - [ ] [Question]
    """
    found = [(f.line, f.severity.value, f.rule) for f in judged(TEMPLATE, document).findings]
    assert found == [
        (5, "error", "missing-section"),
        (5, "warning", "empty-section"),
        (9, "note", "open-question"),
        (10, "error", "placeholder"),
    ]


def test_the_weight_of_a_rule_at_a_stage() -> None:
    rule = Rule("x", Severity.NOTE, "", lambda _: iter(()), {Stage.DONE: Severity.ERROR})
    assert rule.weight(None) is Severity.NOTE
    assert rule.weight(Stage.DONE) is Severity.ERROR


def test_names_in_messages_are_one_short_line() -> None:
    assert quoted("A  name\n on two lines") == "“A name on two lines”"
    assert quoted("x" * 80) == f"“{'x' * 80}”"
    assert quoted("x" * 81) == f"“{'x' * 79}…”"
    assert quoted("one two three", 8) == "“one two…”"
    assert quoted("\x1b[31mred\x07\u2028now\x85") == "“[31mred now”"


def test_many_names_are_counted() -> None:
    assert listed(["a"]) == "“a”"
    assert listed(["a", "b"], 2) == "“a”, “b”"
    assert listed(["a", "b", "c", "d"], 2) == "“a”, “b” and 2 more"
