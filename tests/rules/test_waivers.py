"""Waivers in a document: what they take away."""

import pytest

from tests.rules.judging import Verdict, judged

TEMPLATE = """
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Risks & Costs

    What could go wrong?

    ## Data model

    Which records are there?

    ## Licence

    Public domain.
"""
DOCUMENT = """
    # Title: Parcel search

    {}

    ## Context

    Support looks up parcels by hand.

    ## Licence

    Public domain.
"""


def verdict(*waivers: str) -> Verdict:
    comments = " ".join(f"<!-- steward: waive {waiver} -->" for waiver in waivers)
    return judged(TEMPLATE, DOCUMENT.format(comments))


def missing(of: Verdict) -> list[str | None]:
    return [finding.section for finding in of.findings if finding.rule == "missing-section"]


def test_a_whole_rule_is_waived() -> None:
    given = verdict("missing-section: a note, not a spec")
    assert given.findings == ()
    assert [(w.waiver.rule, w.waiver.reason, w.findings) for w in given.waived] == [
        ("missing-section", "a note, not a spec", 2)
    ]


@pytest.mark.parametrize("name", ["Risks & Costs", "risks and cost", "3. Risks/Costs"])
def test_one_section_is_waived_under_any_name_that_reads_the_same(name: str) -> None:
    given = verdict(f'missing-section "{name}": none')
    assert missing(given) == ["Data model"]
    assert given.rules() == ["missing-section"]
    assert [w.findings for w in given.waived] == [1]


def test_the_first_of_two_waivers_takes_the_finding() -> None:
    given = verdict('missing-section "Data model": one', "missing-section: two")
    assert given.findings == ()
    assert [w.findings for w in given.waived] == [1, 1]
    given = verdict("missing-section: two", 'missing-section "Data model": one')
    assert [w.findings for w in given.waived] == [2, 0]


def test_a_waiver_that_is_not_used_is_listed_with_nothing() -> None:
    given = verdict("section-order: the board reads the design first")
    assert [w.findings for w in given.waived] == [0]
    assert missing(given) == ["Risks & Costs", "Data model"]
    assert given.of("invalid-waiver") == []


def test_a_waiver_by_section_leaves_findings_without_one() -> None:
    document = DOCUMENT.format('<!-- steward: waive invalid-field "Context": so it is -->')
    template = TEMPLATE.replace("    ## Context", "    - **Date:** YYYY-MM-DD\n\n    ## Context")
    given = judged(template, document.replace("## Context", "- **Date:** soon\n\n    ## Context"))
    assert given.lines("invalid-field") == [5]
    assert [w.findings for w in given.waived] == [0]


def test_a_waiver_takes_its_own_rule_only() -> None:
    given = verdict("empty-section: there is none")
    assert missing(given) == ["Risks & Costs", "Data model"]
