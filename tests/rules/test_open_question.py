"""open-question: questions that nothing has settled."""

import pytest

from tests.rules.judging import judged

RULE = "open-question"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | In review | Accepted

    ## Context

    Why is this needed?

    ## Open questions

    - [ ] [Question]

    ## Decision log (optional)

    - [Date]: [Decision]
"""
DOCUMENT = """
    # Title: Parcel search

    - **Status:** Accepted

    ## Context

    Which clock decides?

    ## Open questions

    {}
"""


def found(text: str) -> list[tuple[int, str]]:
    verdict = judged(TEMPLATE, DOCUMENT.format(text))
    assert {mend for _, _, mend in verdict.of(RULE)} <= {
        "once it is answered: tick it, strike it through, or log the decision"
    }
    return [(line, message) for line, message, _ in verdict.of(RULE)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- [ ] Which clock decides?", "Which clock decides?"),
        ("- Which `clock` **decides**?", "Which clock decides?"),
        (
            "1. Which clock decides, the scanner's or ours",
            "Which clock decides, the scanner's or ours",
        ),
        ("Which clock decides?", "Which clock decides?"),
        ("### Which clock decides?\n\n    Ours is late.", "Which clock decides?"),
        ("| Question | Who |\n    |---|---|\n    | Which clock decides? | Ann |", None),
    ],
)
def test_a_question_is_open(text: str, shown: str | None) -> None:
    told = found(text)
    if shown:
        assert told == [(11, f"question is open: “{shown}”")]
    else:
        assert [line for line, _ in told] == [13]


@pytest.mark.parametrize(
    "text",
    [
        "None.",
        "N/A",
        "No open questions remain.",
        "- [x] Which clock decides?",
        "- ~~Which clock decides?~~",
        "- [ ] ~~Which clock decides?~~",
        "- [ ] Which clock decides?\n\n    ## Decision log\n\n    - The scanner's clock decides.",
        "### Resolved\n\n    - Which clock decides?",
        "Nothing is open.",
    ],
)
def test_a_question_is_settled(text: str) -> None:
    assert found(text) == []


def test_each_question_is_told_at_its_line() -> None:
    text = "- [ ] Which clock?\n    - [x] Whose scanner?\n    - [ ] How late?\n      - [ ] How?"
    assert [line for line, _ in found(text)] == [11, 13]


def test_a_question_left_from_the_template_is_a_placeholder_and_no_question() -> None:
    verdict = judged(TEMPLATE, DOCUMENT.format("- [ ] [Question]\n    - [ ] Which clock?"))
    assert [(f.line, f.rule) for f in verdict.findings] == [(11, "placeholder"), (12, RULE)]


def test_a_long_question_is_cut_and_one_over_two_lines_is_one() -> None:
    text = "- [ ] Which clock decides when the scanner,\n      the depot and the office disagree?"
    ((_, message),) = found(f"{text} And if they are all late?")
    start = "Which clock decides when the scanner, the depot and the office disagree? And if"
    assert message == f"question is open: “{start}…”"


def test_questions_that_differ_beyond_the_cut_have_keys_of_their_own() -> None:
    long = "Which clock decides " + "when it is late " * 8
    verdict = judged(TEMPLATE, DOCUMENT.format(f"- [ ] {long}one?\n    - [ ] {long}two?"))
    assert len({f.message for f in verdict.findings}) == 1
    assert len({f.key for f in verdict.findings}) == 2
