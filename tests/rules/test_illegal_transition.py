"""illegal-transition: where the status may go, as configured."""

from dataclasses import replace

import pytest

from bot.model.standing import Standing
from bot.rules.judge import judge
from tests.rules.judging import judged, policy_of, schema_of, spec_of

RULE = "illegal-transition"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | In review | Accepted | Done | Moved

    ## Context

    Why is this needed?
"""
DOCUMENT = "# Title: x\n\n- **Status:** {}\n\n## Context\n\nText.\n"
CONFIG = """
    status:
      transitions: {Draft: [In review, Moved], In review: [Accepted, Draft], Done: []}
"""
OTHERWISE = "if this is meant, add it to the transitions in the configuration"


def found(before: str | None, after: str, config: str = CONFIG) -> list[tuple[int, str, str]]:
    earlier = None if before is None else DOCUMENT.format(before)
    return judged(TEMPLATE, DOCUMENT.format(after), config=config, before=earlier).of(RULE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Draft", "In review"),
        ("Draft", "In-Review"),
        ("Draft", "in review, second round"),
        ("draft", "Moved"),
        ("In review", "Draft"),
        ("Draft", "Draft"),
        ("Draft", "Draft, again"),
        ("Accepted", "Done"),  # no list starts from it
        ("Accepted", "Draft"),
        ("", "Done"),
        ("Draft", ""),
        (None, "Done"),
    ],
)
def test_what_is_listed_or_not_spoken_of_is_fine(before: str | None, after: str) -> None:
    assert found(before, after) == []


def test_another_way_is_told_with_those_that_are_listed() -> None:
    assert found("Draft", "Done, at last") == [
        (
            3,
            "status may not go from “draft” to “done”",
            f"from “draft” it goes to “In review”, “Moved”; {OTHERWISE}",
        )
    ]


def test_a_status_with_an_empty_list_is_final() -> None:
    ((_, message, mend),) = found("Done", "Draft")
    assert message == "status may not go from “done” to “draft”"
    assert mend == f"“done” is final; {OTHERWISE}"


def test_without_configured_transitions_any_is_fine() -> None:
    assert found("Done", "Draft", config="") == []


def test_it_is_told_at_the_status_that_counts() -> None:
    after = "---\nstatus:\n---\n\n" + DOCUMENT.format("Done")
    verdict = judged(TEMPLATE, after, config=CONFIG, before=DOCUMENT.format("Draft"))
    assert verdict.lines(RULE) == [7]


FREE = TEMPLATE.replace("- **Status:** Draft | In review | Accepted | Done | Moved", "")


@pytest.mark.parametrize(
    ("start", "word", "lines"),
    [
        ("draft", "done", [1]),
        ("draft", "in review", []),
        ("In-review", "done", [1]),
        ("", "done", []),
    ],
)
def test_a_label_tells_where_it_goes_from(start: str, word: str, lines: list[int]) -> None:
    schema = schema_of(FREE, CONFIG)
    spec = replace(spec_of(schema, "# Title: x\n\n## Context\n\nText.\n"), status=word)
    found, _ = judge(spec, policy_of(CONFIG), None, Standing(start=start))
    assert [each.line for each in found if each.rule == RULE] == lines


def test_its_weight_can_be_set() -> None:
    config = f"{CONFIG}\n    rules: {{illegal-transition: {{done: warning}}}}"
    verdict = judged(
        TEMPLATE, DOCUMENT.format("Done"), config=config, before=DOCUMENT.format("Draft")
    )
    assert verdict.weights(RULE) == ["warning"]
