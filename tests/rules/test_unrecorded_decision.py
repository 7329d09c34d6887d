"""unrecorded-decision: a tick tells nobody what was decided."""

import pytest

from tests.rules.judging import judged

RULE = "unrecorded-decision"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | In review | Accepted | Moved

    ## Open questions

    - [ ] [Question]

    ## Decision log

    - [Date]: [Decision]
"""
DOCUMENT = """
    # Title: Parcel search

    - **Status:** {}

    ## Open questions

    {}

    ## Decision log

    {}
"""
OTHER = "- 2026-11-20: Support operates the index."


def found(
    questions: str, log: str = OTHER, status: str = "Accepted", template: str = TEMPLATE
) -> list[tuple[int, str, str]]:
    verdict = judged(template, DOCUMENT.format(status, questions, log))
    return verdict.of(RULE)


def test_a_closed_question_that_no_decision_speaks_of_is_told() -> None:
    assert found("- [x] Which clock decides?") == [
        (
            7,
            "question “Which clock decides?” is closed, and no decision tells how",
            "add the decision to the log, in the words of the question",
        )
    ]
    assert [line for line, _, _ in found("- Is it late?\n    - ~~Which clock decides?~~")] == [8]


@pytest.mark.parametrize(
    "log",
    [
        "- 2026-11-20: The clock of the scanner decides.",
        "The scanner's clock decides.",
        "| Date | Decision |\n    |---|---|\n    | 2026-11-20 | The scanner's clock decides. |",
        "1. Clocks: that of the scanner decides",
    ],
)
def test_a_decision_in_the_words_of_the_question_is_enough(log: str) -> None:
    assert found("- [x] Which clock decides?", log) == []


def test_an_open_question_needs_no_decision_yet() -> None:
    assert found("- [ ] Which clock decides?") == []


def test_a_question_that_was_settled_by_its_section_needs_none() -> None:
    assert found("### Resolved\n\n    - Which clock decides?") == []


@pytest.mark.parametrize(
    ("status", "weight"),
    [("Draft", "note"), ("In review", "warning"), ("Accepted", "error"), ("Moved", "note")],
)
def test_it_weighs_more_from_stage_to_stage(status: str, weight: str) -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format(status, "- [x] Which clock decides?", OTHER))
    assert verdict.weights(RULE) == [weight]


def test_without_a_log_in_the_template_it_is_silent() -> None:
    template = TEMPLATE.partition("    ## Decision log")[0]
    assert found("- [x] Which clock decides?", template=template) == []


@pytest.mark.parametrize("log", ["", "- [Date]: [Decision]"])
def test_a_log_that_is_not_written_is_reported_itself(log: str) -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format("Accepted", "- [x] Which clock decides?", log))
    assert len(verdict.findings) == 1
    assert verdict.rules()[0] in ("empty-section", "untouched-section")


def test_a_log_that_says_none_answers_nothing() -> None:
    assert len(found("- [x] Which clock decides?", "None yet.")) == 1


LABELLED = """
    # Title: [Name]

    - **Status:** Draft | Accepted

    ## Open questions

    - [ ] [Question]

    **Decision Log**:

    - [Date]: [Decision]

    ## Context

    Why is this needed?
"""


@pytest.mark.parametrize(
    ("log", "lines"),
    [
        ("**Decision Log**:\n\n- 2026-11-20: The scanner's clock decides.", []),
        ("**Decision Log**:\n\n- 2026-11-20: Support operates it.", [7]),
        ("## Decision log\n\n- 2026-11-20: The scanner's clock decides.", []),
        ("", [7]),
    ],
)
def test_a_log_may_be_a_line_in_bold(log: str, lines: list[int]) -> None:
    document = (
        "# T\n\n- **Status:** Accepted\n\n## Open questions\n\n- [x] Which clock decides?\n\n"
    )
    verdict = judged(LABELLED, f"{document}{log}\n\n## Context\n\nText.\n")
    assert verdict.lines(RULE) == lines
    assert set(verdict.rules()) <= {RULE}


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("- ~~Which clock decides?~~ The scanner's.", []),
        ("- [x] Which clock decides? **The scanner's.**", []),
        ("- [x] Which clock decides? Done.", [7]),
        ("- ~~Which clock decides?~~ Yes.", [7]),
    ],
)
def test_an_answer_right_behind_the_question_is_enough(question: str, lines: list[int]) -> None:
    log = "**Decision Log**:\n\n- 2026-11-20: Support operates it."
    document = f"# T\n\n- **Status:** Accepted\n\n## Open questions\n\n{question}\n\n"
    assert judged(LABELLED, f"{document}{log}\n\n## Context\n\nText.\n").lines(RULE) == lines
