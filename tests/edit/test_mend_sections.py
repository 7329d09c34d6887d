"""fix: skeletons of missing sections, in the template's order, at the right place."""

import pytest

from tests.edit.mending import flat, mended

TEMPLATE = """
    # Title: [Name]

    ## Context

    Why is this needed?

    ## Design

    How will it work?

    ### API

    Which calls?

    ### Storage (recommended)

    Which tables?

    ### Cache (optional)

    What is remembered?

    ---

    ## Diagrams (optional)

    Which boxes?

    ## Risks

    What could go wrong?

    ## Tests

    Which?
"""
CONTEXT = "## Context\n\nBy hand.\n"
DESIGN = "## Design\n\nAn index.\n\n### API\n\nOne call.\n\n### Storage\n\nOne table.\n"
RISKS = "## Risks\n\nNone.\n"
TESTS = "## Tests\n\nAll.\n"
HEAD = "# Title: Search\n"


def text(*parts: str) -> str:
    return "\n".join((HEAD, *parts))


def test_a_whole_document_stays_as_it_is() -> None:
    whole = text(CONTEXT, DESIGN, RISKS, TESTS)
    assert mended(TEMPLATE, whole) == (whole, [])


@pytest.mark.parametrize(
    ("parts", "at", "added", "why"),
    [
        ((DESIGN, RISKS, TESTS), 1, "## Context\n\nWhy is this needed?\n", "Context"),
        ((CONTEXT, DESIGN, TESTS), 3, "## Risks\n\nWhat could go wrong?\n", "Risks"),
        ((CONTEXT, DESIGN, RISKS), 4, "## Tests\n\nWhich?\n", "Tests"),
    ],
)
def test_a_section_goes_where_the_template_has_it(
    parts: tuple[str, ...], at: int, added: str, why: str
) -> None:
    whole = [HEAD, *parts]
    whole.insert(at, added)
    assert mended(TEMPLATE, text(*parts)) == ("\n".join(whole), [f"add section “{why}”"])


def test_a_branch_comes_with_the_parts_that_are_not_optional() -> None:
    after, why = mended(TEMPLATE, text(CONTEXT, RISKS, TESTS))
    design = "## Design\n\nHow will it work?\n\n### API\n\nWhich calls?\n\n"
    assert after == text(
        CONTEXT, design + "### Storage (recommended)\n\nWhich tables?\n", RISKS, TESTS
    )
    assert why == ["add section “Design”"]


def test_a_part_goes_into_what_it_stands_in() -> None:
    design = "## Design\n\nAn index.\n\n### API\n\nOne call.\n"
    after, why = mended(TEMPLATE, text(CONTEXT, design, RISKS, TESTS))
    storage = "### Storage (recommended)\n\nWhich tables?\n"
    assert after == text(CONTEXT, design, storage, RISKS, TESTS)
    assert why == ["add section “Storage”"]


def test_several_in_one_place_keep_the_templates_order() -> None:
    after, why = mended(TEMPLATE, text(CONTEXT, DESIGN))
    added = "## Risks\n\nWhat could go wrong?\n", "## Tests\n\nWhich?\n"
    assert after == text(CONTEXT, DESIGN, *added)
    assert why == ["add section “Risks”", "add section “Tests”"]
    goals = "## Goals\n\nx?\n"
    template = flat(TEMPLATE).replace("## Context", f"{goals}\n## Context")
    after, _ = mended(template, text(DESIGN, RISKS, TESTS))
    assert after == text(goals, "## Context\n\nWhy is this needed?\n", DESIGN, RISKS, TESTS)


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n   \n"])
def test_the_end_of_the_document_may_be_anything(end: str) -> None:
    whole = text(CONTEXT, DESIGN, RISKS).rstrip("\n")
    after, _ = mended(TEMPLATE, whole + end)
    gap = end if end.count("\n") > 1 else "\n\n"
    assert after == f"{whole}{gap}## Tests\n\nWhich?\n"


def test_a_missing_part_and_what_follows_it_go_to_one_place_in_order() -> None:
    design = "## Design\n\nAn index.\n\n### API\n\nOne call.\n"
    after, why = mended(TEMPLATE, text(CONTEXT, design, TESTS))
    assert [line for line in after.split("\n") if line.startswith("#")] == [
        "# Title: Search",
        "## Context",
        "## Design",
        "### API",
        "### Storage (recommended)",
        "## Risks",
        "## Tests",
    ]
    assert len(why) == 2


def test_headings_get_the_level_that_the_document_has() -> None:
    deeper = text(CONTEXT, RISKS, TESTS).replace("## ", "### ")
    after, _ = mended(TEMPLATE, deeper)
    assert "\n### Design\n" in after
    assert "\n#### API\n" in after
    shallow = text(CONTEXT, RISKS, TESTS).replace("## ", "# ")
    after, _ = mended(TEMPLATE, shallow)
    assert "\n# Design\n" in after
    assert "\n## API\n" in after


def test_the_id_of_the_document_stands_in_what_is_added() -> None:
    template = flat("""
        # FEAT-XXX: [Name]

        ## Context

        Why?

        ## Tests

        They stand in `docs/FEAT-XXX-tests.md`.
    """)
    after, _ = mended(template, "# FEAT-007: Search\n\n## Context\n\nBy hand.\n")
    assert after.endswith("## Tests\n\nThey stand in `docs/FEAT-007-tests.md`.\n")


@pytest.mark.parametrize(
    "config",
    ["rules: {missing-section: off}", "rules: {missing-section: {drafting: off}}"],
)
def test_what_is_switched_off_is_not_mended(config: str) -> None:
    document = text(CONTEXT, DESIGN, RISKS)
    assert mended(TEMPLATE, document, config) == (document, [])


def test_what_is_waived_is_not_mended() -> None:
    waiver = '<!-- steward: waive missing-section "Tests": a note -->\n'
    document = text(waiver, CONTEXT, DESIGN)
    after, why = mended(TEMPLATE, document)
    assert why == ["add section “Risks”"]
    assert "## Tests" not in after


def test_a_document_off_its_template_is_left_alone() -> None:
    assert mended(TEMPLATE, "# Notes\n\nNothing.\n")[1] == []
