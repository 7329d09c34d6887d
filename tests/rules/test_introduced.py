"""What a change introduced: findings at head minus findings at base, as often as each stands."""

from hypothesis import given
from hypothesis import strategies as st

from bot.model.finding import Finding, Severity
from bot.rules.judge import introduced
from tests.rules.judging import judged

TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted
    - **Date:** YYYY-MM-DD

    ## Context

    [Why] is this needed, [who] asks?

    ## Risks

    What could go wrong?

    ## Open questions

    - [ ] [Question]
"""
BASE = """
    # Title: Parcel search

    - **Status:** Draft
    - **Date:** soon

    ## Context

    Support asks [who] and [who].

    ## Risks

    ## Open questions

    - [ ] Which clock decides?
"""


def new(before: str, after: str) -> list[tuple[str, int]]:
    found = judged(TEMPLATE, after).findings
    marked = introduced(found, judged(TEMPLATE, before).findings)
    return [(finding.rule, finding.line) for finding in marked if finding.introduced]


def test_nothing_is_new_in_the_same_document() -> None:
    assert len(judged(TEMPLATE, BASE).findings) == 4
    assert new(BASE, BASE) == []


def test_everything_is_new_in_a_new_document() -> None:
    found = list(introduced(judged(TEMPLATE, BASE).findings, ()))
    assert [finding.introduced for finding in found] == [True] * 4


def test_findings_are_the_same_where_lines_have_moved() -> None:
    moved = BASE.replace("    ## Context", "    Words.\n\n    More words.\n\n    ## Context", 1)
    assert judged(TEMPLATE, moved).lines("open-question") == [18]
    assert new(BASE, moved) == []


def test_one_more_of_the_same_is_new() -> None:
    again = BASE.replace("    Support asks [who] and [who].", "    Asks [who].\n\n    And [who].")
    assert new(BASE, again) == [("placeholder", 10)]
    assert new(again, BASE) == []


def test_another_of_its_kind_is_new() -> None:
    assert new(BASE, BASE.replace("[who].", "[Why].")) == [("placeholder", 8)]
    assert new(BASE, BASE.replace("soon", "later")) == [("invalid-field", 4)]
    assert new(BASE, BASE.replace("Which clock", "Whose clock")) == [("open-question", 14)]
    assert new(BASE, BASE.replace("## Risks\n\n    ", "")) == [("missing-section", 10)]


def test_what_a_waiver_took_away_at_base_is_new_without_it() -> None:
    waiver = "<!-- steward: waive empty-section: none -->"
    waived = BASE.replace("## Context", f"{waiver}\n\n    ## Context")
    assert new(waived, BASE) == [("empty-section", 10)]
    assert new(BASE, waived) == []


def test_what_weighs_more_than_it_did_is_new() -> None:
    accepted = BASE.replace("Draft", "Accepted")
    assert new(BASE, accepted) == [("open-question", 14)]
    assert new(accepted, BASE) == []


def test_each_is_known_by_one_that_weighs_no_less() -> None:
    def found(*severities: Severity) -> list[Finding]:
        return [Finding("rule", s, "p.md", 1, "m", "", key="k") for s in severities]

    note, error = Severity.NOTE, Severity.ERROR
    head = introduced(found(note, error, error), found(note, error))
    assert [f.introduced for f in head] == [False, False, True]


KEYS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=8)


@given(KEYS, KEYS)
def test_the_difference_is_that_of_multisets(head: list[str], base: list[str]) -> None:
    def findings(keys: list[str]) -> list[Finding]:
        return [
            Finding("rule", Severity.ERROR, "p.md", line, key, "", key=f"|{key}")
            for line, key in enumerate(keys, start=1)
        ]

    found = list(introduced(findings(head), findings(base)))
    assert [finding.key for finding in found] == [f"|{key}" for key in head]
    for key in "abc":
        fresh = [f.introduced for f in found if f.key == f"|{key}"]
        known = min(head.count(key), base.count(key))
        assert fresh == [False] * known + [True] * (head.count(key) - known)
