"""untouched-section: the template's own text, left where it asked to be replaced."""

import pytest

from tests.rules.judging import judged

RULE = "untouched-section"
TEMPLATE = """
    # FEAT-XXX: [Name]

    ## Context

    Why is this needed, and who asks for it? Describe it in two sentences of your own.

    ## Goals

    - <goal 1>
    - <goal 2>

    ## Tests

    Tests stand in `docs/tests/FEAT-XXX-tests.md`: [which ones].

    ## Diagrams (recommended)

    Draw a box for each part.

    ## Appendix (optional)

    What else is there?

    ## Licence

    This text is in the public domain.
"""
FILLED = """
    # FEAT-007: Parcel search

    ## Context

    Support looks up parcels by hand.

    ## Goals

    - An answer in a second.

    ## Tests

    Tests stand in `docs/tests/FEAT-007-tests.md`: all of them.

    ## Licence

    This text is in the public domain.
"""
WHY = "Why is this needed, and who asks for it? Describe it in two sentences of your own."
OWN = "Support looks up parcels by hand."


def test_the_same_text_everywhere_is_fine() -> None:
    assert judged(TEMPLATE, FILLED).rules() == ["missing-section"]  # the diagrams


@pytest.mark.parametrize(
    "text",
    [
        WHY,
        WHY.upper(),
        WHY.replace(" and ", "\n    and "),
        f"> {WHY}",
        f"- {WHY}",
        f"**{WHY}**",
        f"{WHY}\n\n    <!-- later -->",
        f"{WHY}\n\n    ---",
    ],
)
def test_a_text_that_reads_the_same_is_untouched(text: str) -> None:
    verdict = judged(TEMPLATE, FILLED.replace(OWN, text))
    assert verdict.of(RULE) == [
        (
            3,
            "section “Context” still holds the template's own text",
            "replace it with your own, or with “N/A” and the reason",
        )
    ]
    assert verdict.weights(RULE) == ["error"]
    assert verdict.of("placeholder") == []


@pytest.mark.parametrize("text", [f"{WHY} Support does.", WHY[:-1], "N/A: internal."])
def test_a_text_that_was_changed_is_touched(text: str) -> None:
    assert judged(TEMPLATE, FILLED.replace(OWN, text)).of(RULE) == []


def test_placeholders_of_an_untouched_section_are_not_told_one_by_one() -> None:
    verdict = judged(
        TEMPLATE, FILLED.replace("- An answer in a second.", "- <goal 1>\n    - <goal 2>")
    )
    assert verdict.lines(RULE) == [7]
    assert verdict.lines("placeholder") == []


def test_a_section_where_only_the_id_was_filled_in_is_untouched() -> None:
    text = "`docs/tests/FEAT-007-tests.md`: [which ones]."
    document = FILLED.replace("`docs/tests/FEAT-007-tests.md`: all of them.", text)
    assert judged(TEMPLATE, document).lines(RULE) == [11]


def test_sections_that_need_not_be_there_weigh_less() -> None:
    more = (
        "## Diagrams\n\n    Draw a box for each part.\n\n    ## Appendix\n\n    What else is there?"
    )
    verdict = judged(TEMPLATE, FILLED.replace("## Licence", f"{more}\n\n    ## Licence"))
    assert verdict.weights(RULE) == ["warning", "warning"]
    assert [mend for _, _, mend in verdict.of(RULE)] == [
        "replace it with your own, or with “N/A” and the reason",
        "write it, or remove the section: it is optional",
    ]


def test_guidance_in_a_comment_alone_is_untouched() -> None:
    template = "## Context\n\n<!-- Say why. -->\n\n## Risks\n\nWhich?\n"
    assert judged(template, "## Context\n\n<!-- Say why. -->\n\n## Risks\n\nx\n").lines(RULE) == [1]
    other = judged(template, "## Context\n\n<!-- Nothing yet. -->\n\n## Risks\n\nx\n")
    assert other.rules() == ["empty-section"]


def test_an_instance_of_a_pattern_is_named_as_the_document_has_it() -> None:
    template = "## Phase 1: [Name]\n\nWhat is done?\n\n## Phase 2: [Name]\n\nWhat is next?\n"
    document = "## Phase 1: Index\n\nIt is built.\n\n## Phase 2: Search\n\nWhat is next?\n"
    ((line, message, _),) = judged(template, document).of(RULE)
    assert (line, message) == (5, "section “Phase 2: Search” still holds the template's own text")
