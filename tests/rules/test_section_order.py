"""section-order: the fewest sections that have to move for the rest to be in order."""

from itertools import permutations

import pytest

from tests.rules.judging import judged

RULE = "section-order"
NAMES = ("Context", "Design", "Risks", "Tests", "Licence")
TEMPLATE = "# Title: [Name]\n\n" + "\n".join(f"## {name}\n\nWhich?\n" for name in NAMES)


def found(names: tuple[str, ...]) -> list[str]:
    document = "# Title: x\n\n" + "\n".join(f"## {name}\n\nText.\n" for name in names)
    verdict = judged(TEMPLATE, document)
    assert set(verdict.rules()) <= {RULE, "missing-section"}
    assert verdict.lines(RULE) == [3 + 4 * names.index(moved(m)) for _, m, _ in verdict.of(RULE)]
    return [message for _, message, _ in verdict.of(RULE)]


def moved(message: str) -> str:
    return message.partition("“")[2].partition("”")[0]


def test_in_order_nothing_is_said() -> None:
    assert found(NAMES) == []
    assert found(("Context", "Risks", "Licence")) == []


def test_one_that_stands_too_early_is_told_what_it_comes_after() -> None:
    names = ("Context", "Licence", "Design", "Risks", "Tests")
    assert found(names) == ["section “Licence” belongs after “Tests”"]


def test_one_that_stands_too_late_is_told_what_it_comes_after() -> None:
    names = ("Context", "Risks", "Tests", "Licence", "Design")
    assert found(names) == ["section “Design” belongs after “Context”"]


def test_the_first_is_told_what_it_comes_before() -> None:
    names = ("Design", "Risks", "Tests", "Licence", "Context")
    assert found(names) == ["section “Context” belongs before “Design”"]


def test_a_neighbour_that_is_missing_is_not_named() -> None:
    assert found(("Context", "Tests", "Licence", "Risks")) == [
        "section “Risks” belongs after “Context”"
    ]


def test_the_mend_says_to_move_it() -> None:
    document = "## Design\n\nx\n\n## Context\n\nx\n"
    template = "## Context\n\nWhy?\n\n## Design\n\nHow?\n"
    ((_, _, mend),) = judged(template, document).of(RULE)
    assert mend == "move it there, to follow the order of the template"
    assert judged(template, document).weights(RULE) == ["warning"]


@pytest.mark.parametrize("names", list(permutations(NAMES, 4)))
def test_as_few_as_possible_have_to_move(names: tuple[str, ...]) -> None:
    order = [NAMES.index(name) for name in names]
    rising = max(
        len(kept)
        for count in range(5)
        for kept in _subsequences(order, count)
        if kept == sorted(kept)
    )
    told = [moved(message) for message in found(names)]
    assert len(told) == len(order) - rising
    left = [NAMES.index(name) for name in names if name not in told]
    assert left == sorted(left)


def _subsequences(order: list[int], count: int) -> list[list[int]]:
    if not count:
        return [[]]
    return [
        [first, *rest]
        for at, first in enumerate(order)
        for rest in _subsequences(order[at + 1 :], count - 1)
    ]


def test_only_siblings_are_compared() -> None:
    template = """
        ## Design

        How?

        ### API

        Which?

        ### Storage

        Which?

        ## Tests

        Which?
    """
    document = """
        ## Design

        An index.

        ### Storage

        One table.

        ## Tests

        All.

        ### API

        One call.
    """
    assert judged(template, document).of(RULE) == []
    swapped = document.replace("## Tests", "### Text")
    assert [m for _, m, _ in judged(template, swapped).of(RULE)] == [
        "section “Storage” belongs after “API”"
    ]


def test_instances_of_a_pattern_have_an_order_of_their_own() -> None:
    template = "## Phase 1: [Name]\n\nWhat?\n\n## Phase 2: [Name]\n\nWhat?\n\n## Risks\n\nWhich?\n"
    document = "## Phase 2: Later\n\nx\n\n## Phase 1: First\n\nx\n\n## Risks\n\nx\n"
    assert judged(template, document).findings == ()


def test_a_label_has_no_place_among_headings() -> None:
    template = "## Context\n\nWhy?\n\n## Design\n\nHow?\n\n## Risks\n\nWhich?\n"
    document = "## Design\n\nAn index.\n\n**Context**:\n\nx\n\n## Risks\n\nx\n"
    assert judged(template, document).findings == ()


def test_a_document_off_its_template_is_not_sorted() -> None:
    document = "## Design\n\nx\n\n## Context\n\nx\n"
    assert judged(TEMPLATE, document).rules() == ["off-template"]
