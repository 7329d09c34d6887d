"""missing-section: the heading to add, and the one that may be meant."""

import pytest

from tests.rules.judging import judged
from tests.rules.test_missing_section import (
    CONTEXT,
    DESIGN,
    DIAGRAMS,
    RISKS,
    RULE,
    TEMPLATE,
    found,
)


@pytest.mark.parametrize("heading", ["## Risk Costing", "## No Risks & Costs", "## Risks"])
def test_a_heading_that_is_only_alike_is_asked_about(heading: str) -> None:
    told = found(CONTEXT, DESIGN, DIAGRAMS, f"{heading}\n\nNone.\n")
    near = heading.removeprefix("## ")
    assert [mend for _, _, mend in told] == [
        f"did you mean “{near}” in line 27? Rename that to “## Risks & Costs”, or add it here"
    ]


def test_the_nearest_of_several_is_asked_about() -> None:
    extra = "## Risks of Costs\n\nx\n\n## Risks and Coasts\n\nx\n\n## Risks and Coasts\n\nx\n"
    ((_, _, mend),) = found(CONTEXT, DESIGN, DIAGRAMS, extra)
    assert mend.startswith("did you mean “Risks and Coasts” in line 31?")


def test_neither_the_title_nor_a_section_with_a_place_is_asked_about() -> None:
    document = f"# Kontext\n\n## Goals\n\nThis.\n\n{DESIGN}\n{DIAGRAMS}\n{RISKS}"
    ((_, _, mend),) = judged(TEMPLATE, document).of(RULE)
    assert mend.startswith("add “## Context” here")
    template = "## Goals\n\nWhat do we want?\n\n## Non-Goals\n\nWhat not?\n"
    ((_, message, mend),) = judged(template, "## Non-Goals\n\nThis.\n").of(RULE)
    assert (message, mend[:3]) == ("section “Goals” is missing", "add")


def test_a_first_heading_is_no_title_where_the_template_has_none() -> None:
    template = "## Context\n\nWhy?\n\n## Design\n\nHow?\n"
    ((_, _, mend),) = judged(template, "# Kontext\n\nx\n\n# Design\n\nx\n").of(RULE)
    assert mend.startswith("did you mean “Kontext” in line 1? Rename that to “# Context”")


def test_the_level_is_that_of_the_document() -> None:
    deeper = f"{CONTEXT}\n{DESIGN}\n{DIAGRAMS}".replace("## ", "### ")
    ((_, _, mend),) = found(deeper)
    assert mend.startswith("add “### Risks & Costs” here")
    deepest = "###### Context\n\nx\n\n###### Design\n\nx\n"
    template = "## Context\n\nWhy?\n\n## Design\n\nHow?\n\n### API\n\nWhat?\n"
    ((_, _, mend),) = judged(template, deepest).of(RULE)
    assert mend.startswith("add “###### API” here")


def test_without_a_neighbour_the_level_is_the_templates() -> None:
    parts = "### API\n\n{0}\n\n### Storage\n\n{0}\n\n### Cache\n\n{0}\n"
    template = f"## Design\n\nHow?\n\n{parts.format('Which?')}\n## Risks\n\nWhich?\n"
    told = judged(template, parts.format("One.").replace("###", "####")).of(RULE)
    assert [mend.partition(" here")[0] for _, _, mend in told] == [
        "add “## Design”",
        "add “## Risks”",
    ]


@pytest.mark.parametrize("heading", ["## Not Risks & Costs, then", "## Else", "## Non-Risks"])
def test_a_heading_that_says_something_else_is_not_asked_about(heading: str) -> None:
    told = found(CONTEXT, DESIGN, DIAGRAMS, f"{heading}\n\nNone.\n")
    assert [mend.startswith("add “## Risks & Costs” here") for _, _, mend in told] == [True]
