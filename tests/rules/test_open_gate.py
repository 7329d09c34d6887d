"""open-gate: boxes that have to be ticked before a spec is done."""

import pytest

from tests.rules.judging import judged

RULE = "open-gate"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Done | Moved

    ## Acceptance criteria

    - [ ] [Criterion]

    ## Implementation plan

    - [ ] [Task]

    ## Open questions

    - [ ] [Question]
"""
DOCUMENT = """
    # Title: Parcel search

    - **Status:** {}

    ## Acceptance criteria

    - [x] A parcel is found by its number.
    {}

    ## Implementation plan

    - [ ] Build the index.

    ## Open questions

    None.
"""
MEND = "tick it once it holds, strike it through where it does not apply, or set the status back"


def found(box: str, status: str = "Done") -> list[tuple[int, str, str]]:
    verdict = judged(TEMPLATE, DOCUMENT.format(status, box))
    assert set(verdict.rules()) <= {RULE, "open-work", "missing-reason"}  # of the stages themselves
    return verdict.of(RULE)


def test_an_open_gate_of_a_done_spec_is_told_at_its_line() -> None:
    assert found("- [ ] A parcel is found by its address.", "Done, 2026-11-21") == [
        (
            8,
            "gate is open in a spec that is “done”: “A parcel is found by its address.”",
            MEND,
        )
    ]


@pytest.mark.parametrize("status", ["Draft", "Accepted", "Moved"])
def test_before_that_gates_may_be_open(status: str) -> None:
    assert found("- [ ] A parcel is found by its address.", status) == []


@pytest.mark.parametrize(
    "box",
    [
        "- [x] By its address.",
        "- [X] By its address.",
        "- [ ] ~~By its address.~~",
        "- [ ] ~~By its address~~.",
        "- By its address.",
        "```\n    - [ ] By its address.\n    ```",
        "<!-- - [ ] By its address. -->",
    ],
)
def test_a_gate_that_is_ticked_struck_or_none_is_fine(box: str) -> None:
    assert found(box) == []


def test_a_gate_of_which_only_a_part_is_struck_is_open() -> None:
    assert len(found("- [ ] ~~By its address~~ or by name.")) == 1
    assert len(found("- [ ] By name ~~or by its address~~")) == 1
    assert len(found("- [ ] ~~By name~~ or ~~by its address~~")) == 1


def test_a_box_within_a_box_is_part_of_that() -> None:
    assert found("- [x] By its address.\n      - [ ] also when it is misspelt") == []


def test_a_long_gate_is_cut_and_keeps_its_key() -> None:
    box = "- [ ] A parcel is found " + "by something that somebody remembers " * 4
    verdict = judged(TEMPLATE, DOCUMENT.format("Done", box))
    ((_, message, _),) = verdict.of(RULE)
    assert message.endswith("…”")
    assert verdict.findings[0].key.endswith("remembers")


def test_a_box_that_may_be_a_plain_no_is_a_warning() -> None:
    template = TEMPLATE.replace("Acceptance criteria", "Security")
    document = DOCUMENT.format("Done", "- [ ] Touches personal data.")
    verdict = judged(template, document.replace("Acceptance criteria", "Security"))
    assert verdict.weights(RULE) == ["warning"]
    inside = document.replace("## Acceptance criteria", "## Acceptance\n\n    ### Security")
    assert judged(TEMPLATE, inside).weights(RULE) == ["error"]


def test_a_gate_belongs_to_its_section() -> None:
    waiver = '<!-- steward: waive open-gate "Acceptance criteria": old -->'
    box = f"- [ ] By its address.\n    {waiver}"
    verdict = judged(TEMPLATE, DOCUMENT.format("Done", box))
    assert [waived.findings for waived in verdict.waived] == [1]
    assert not verdict.of(RULE)
