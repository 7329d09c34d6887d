"""off-template: one finding in place of a flood."""

from dataclasses import replace

from bot.model.policy import Policy
from bot.model.schema import Tier
from bot.rules.judge import judge
from tests.rules.judging import judged, schema_of, spec_of

RULE = "off-template"
OTHERWISE = "or name another template for this path in the configuration"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | Accepted | Moved
    - **Updated:** YYYY-MM-DD

    ## Context

    Why is this needed?

    ## Design

    How will it work?

    ### API

    Which calls?

    ## Risks

    What could go wrong?

    ## Tests

    Which?

    ## Diagrams (recommended)

    Which?

    ## Appendix (optional)

    Which?
"""
NOTES = """
    # Meeting notes

    Draft, not yet written down anywhere.

    ## Context

    Support looks up parcels by hand.

    ## Appendix

    A table.

    ## Diagrams

    A box.
"""


def test_one_finding_replaces_what_is_missing_and_misplaced() -> None:
    verdict = judged(TEMPLATE, NOTES)
    assert verdict.of(RULE) == [
        (
            1,
            "only 1 of the 5 sections that template “spec” asks for are here",
            f"add “Design”, “Risks”, “Tests”; {OTHERWISE}",
        )
    ]
    assert verdict.rules() == [RULE]
    assert verdict.weights(RULE) == ["error"]


def test_where_none_is_there_it_says_none() -> None:
    ((_, message, mend),) = judged(TEMPLATE, "# Notes\n\nNothing.").of(RULE)
    assert message == "none of the 5 sections that template “spec” asks for is here"
    assert mend.startswith("add “Context”, “Design”, “Risks”, “Tests”;")


def test_half_of_the_required_sections_are_enough() -> None:
    more = NOTES + "\n    ## Risks\n\n    None.\n\n    ## Tests\n\n    All.\n"
    rules = judged(TEMPLATE, more).rules()
    assert RULE not in rules
    assert rules.count("missing-section") == 1
    assert rules.count("missing-field") == 2


def test_a_part_is_asked_for_where_only_that_is_missing() -> None:
    template = "## Design\n\nHow?\n\n### A\n\nx?\n\n### B\n\nx?\n\n### C\n\nx?\n"
    ((_, message, mend),) = judged(template, "## Design\n\nSo.\n").of(RULE)
    assert message.startswith("only 1 of the 4 sections")
    assert mend.startswith("add “A”, “B”, “C”; or")


def test_instances_beyond_those_of_the_template_do_not_count_twice() -> None:
    names = ("Context", "Design", "Risks", "Tests", "Rollout")
    template = "\n".join(f"## {n}\n\nx?\n" for n in (*names, "Phase N: [Name]"))
    document = "\n".join(f"## Phase {n}: x\n\nx\n" for n in range(1, 9))
    ((_, message, mend),) = judged(template, document).of(RULE)
    assert message.startswith("only 1 of the 6 sections")
    assert mend.startswith("add “Context”, “Design”, “Risks”, “Tests”, “Rollout”; or")


def test_many_sections_are_counted_instead_of_listed() -> None:
    template = "\n".join(f"## {name}\n\nx?\n" for name in "Alpha Beta Gamma Delta Rho Tau".split())
    ((_, _, mend),) = judged(template, "Nothing.").of(RULE)
    assert mend.startswith("add “Alpha”, “Beta”, “Gamma”, “Delta”, “Rho” and 1 more; or")


def test_a_document_that_was_closed_gets_a_note() -> None:
    closed = NOTES.replace("Draft, not yet", "- **Status:** Moved to the wiki; not")
    assert judged(TEMPLATE, closed).weights(RULE) == ["note"]


def test_what_is_there_is_judged_all_the_same() -> None:
    verdict = judged(TEMPLATE, NOTES.replace("Support looks up parcels by hand.", "TBD"))
    assert verdict.rules() == [RULE, "empty-section"]


def test_a_template_that_requires_nothing_asks_for_what_it_expects() -> None:
    template = "## A (recommended)\n\nx?\n\n## B (recommended)\n\nx?\n\n## C (optional)\n\nx?\n"
    verdict = judged(template, "## C\n\nText.\n")
    assert [message for _, message, _ in verdict.of(RULE)] == [
        "none of the 2 sections that template “spec” asks for is here"
    ]
    assert verdict.weights(RULE) == ["warning"]


def test_a_template_that_asks_for_nothing_gets_nothing() -> None:
    assert judged("## A (optional)\n\nx?\n\n## B (optional)\n\nx?\n", "Nothing.").findings == ()


def test_all_that_is_expected_is_enough() -> None:
    schema = schema_of("## A\n\nx?\n\n## B\n\nx?\n\n## C\n\nx?\n")
    tiers = (Tier.EXPECTED, Tier.OPTIONAL, Tier.OPTIONAL)
    sections = tuple(replace(s, tier=tier) for s, tier in zip(schema.sections, tiers, strict=True))
    spec = spec_of(replace(schema, sections=sections), "## A\n\nText.\n")
    assert spec.off_template
    assert judge(spec, Policy())[0] == ()
