"""fix: texts in which a skeleton would not do what it should, or must not go at all."""

from bot.edit.mend import findings_of, mend
from bot.model.policy import Policy
from tests.edit.mending import flat, mended
from tests.rules.judging import schema_of

TEMPLATE = flat("""
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Design

    How will it work?

    ## Risks

    What could go wrong?
""")
HEAD = "# Title: Search\n\n"


def test_nothing_goes_into_a_fence_that_was_not_closed() -> None:
    document = f"{HEAD}## Context\n\nx\n\n## Design\n\n```\ncode\n"
    assert mended(TEMPLATE, document) == (document, [])


def test_nothing_goes_into_a_comment_that_was_not_closed() -> None:
    document = f"{HEAD}## Context\n\nx\n\n## Design\n\nx\n\n<!-- to be continued\n"
    assert mended(TEMPLATE, document) == (document, [])


def test_what_can_be_mended_is_while_the_rest_cannot() -> None:
    template = f"{TEMPLATE}\n## Tests\n\nWhich?\n"
    rest = "## Design\n\nx\n\n## Risks\n\n```\ncode\n"
    after, why = mended(template, f"{HEAD}{rest}")
    assert why == ["add section “Context”"]
    assert after == f"{HEAD}## Context\n\nWhy is this needed?\n\n{rest}"


def test_a_skeleton_that_would_swallow_what_follows_is_left_out() -> None:
    template = f"{TEMPLATE}\n<!-- Say it in two words.\n"
    document = f"{HEAD}## Design\n\nx\n\n## Context\n\nx\n"
    assert mended(template, document) == (document, [])
    in_order = f"{HEAD}## Context\n\nx\n\n## Design\n\nx\n"
    assert mended(template, in_order)[1] == ["add section “Risks”"]


def test_an_optional_section_is_not_added_for_one_of_its_name() -> None:
    template = flat("""
        ## One

        Which one?

        ### Notes (optional)

        What else?

        ## Two

        Which two?

        ### Notes

        What else?
    """)
    after, why = mended(template, "## One\n\nx\n\n## Two\n\nx\n")
    assert after == "## One\n\nx\n\n## Two\n\nx\n\n### Notes\n\nWhat else?\n"
    assert why == ["add section “Notes”"]


def test_two_sections_of_one_name_are_added_each_in_its_place() -> None:
    template = "## A\n\nx?\n\n### Notes\n\nOf A?\n\n## B\n\nx?\n\n### Notes\n\nOf B?\n"
    after, why = mended(template, "## A\n\nx\n\n## B\n\nx\n")
    assert after == "## A\n\nx\n\n### Notes\n\nOf A?\n\n## B\n\nx\n\n### Notes\n\nOf B?\n"
    assert why == ["add section “Notes”"] * 2


def test_a_file_does_not_grow_beyond_the_cap() -> None:
    document = f"{HEAD}## Context\n\nx\n\n## Design\n\nx\n".encode()
    schema = schema_of(TEMPLATE)
    assert mend(document, "docs/x.md", schema, Policy(size_cap=len(document)))[1] == ()
    assert len(mend(document, "docs/x.md", schema, Policy())[1]) == 1


def test_what_cannot_be_read_is_left_alone() -> None:
    schema = schema_of(TEMPLATE)
    for data in (b"\xff\xfe", b"## Context\0", b"caf\xe9"):
        assert mend(data, "docs/x.md", schema, Policy()) == (data, ())


def test_line_ends_and_mark_are_kept() -> None:
    document = f"\ufeff{HEAD}## Context\n\nx\n\n## Risks\n\nNone.".replace("\n", "\r\n")
    after, _ = mended(TEMPLATE, document)
    design = "## Design\n\nHow will it work?\n\n".replace("\n", "\r\n")
    at = document.index("## Risks")
    assert after == document[:at] + design + document[at:]


def test_headings_that_are_underlined_are_added_as_they_are() -> None:
    template = "Context\n-------\n\nWhy?\n\nDesign\n------\n\nHow?\n\nRisks\n-----\n\nWhich?\n"
    after, _ = mended(template, "Context\n-------\n\nx\n\nRisks\n-----\n\nx\n")
    assert after == "Context\n-------\n\nx\n\nDesign\n------\n\nHow?\n\nRisks\n-----\n\nx\n"


def test_what_cannot_be_read_has_no_findings() -> None:
    assert findings_of(b"\xff", "docs/x.md", schema_of("# T\n\n## A\n"), Policy()) == ()
