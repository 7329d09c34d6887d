import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.tools.checklist_edits import Entry
from tests.tools.paper_draws import Draw, draw
from tests.tools.papers import Paper, Place
from tests.tools.real_checklists import checklists
from tests.tools.rehome import judge


def _paper(spec: int, *words: str) -> Paper:
    entries = (Entry(text, "", frozenset({at}), text) for at, text in enumerate(words))
    return Paper(f"docs/{spec}.md", "", f"Spec {spec}", "spec", tuple(entries), spec)


BEFORE = [_paper(0, "Dig a ditch", "Fill it"), _paper(1, "Sew a coat", "Press it")]


def _judged(
    *after: Paper,
    is_linked: bool = False,
    astray: Mapping[Place, int] = MappingProxyType({}),
    named: Mapping[Place, Place] = MappingProxyType({}),
) -> Counter[str]:
    tally = Counter[tuple[str, str]]()
    list(judge(Draw(BEFORE, list(after), is_linked, astray, named), tally))
    return Counter({fate: n for (_, fate), n in tally.items() if n and fate != "spec in all"})


def test_real_checklists_keep_most_of_their_issues() -> None:
    boxed, _ = checklists(Path("none but our own"))
    chance, tally = random.Random(1), Counter[tuple[str, str]]()  # noqa: S311 - drawn again alike
    for _ in range(4):
        list(judge(draw((boxed, boxed), chance), tally))
    found = Counter({fate: n for (_, fate), n in tally.items()})
    assert found["item kept"] > 20 * (found["item lost"] + found["item in doubt"])


def test_it_counts_what_was_kept_what_is_in_doubt_and_what_is_new() -> None:
    moved = replace(BEFORE[0], path="docs/7.md")
    assert _judged(moved, BEFORE[1]) == {"spec kept": 2, "item kept": 4}
    twin = replace(moved, path="docs/8.md", is_copy=True)
    assert _judged(moved, twin)["item in doubt"] == 2
    assert _judged(replace(_paper(2, "Bake"), spec=None)) == {"a spec of its own": 1}


def test_it_counts_a_spec_and_items_that_have_the_issues_of_another() -> None:
    lie = replace(BEFORE[0], spec=1)  # it is said to be the other one
    assert _judged(lie, BEFORE[1])["spec wrong"] == 1
    assert _judged(lie, BEFORE[1])["item wrong"] == 2
    crossed = replace(BEFORE[0], entries=(replace(BEFORE[0].entries[0], origins=frozenset({1})),))
    assert _judged(crossed)["item wrong"] == 0  # the same words are each other
    other = replace(crossed.entries[0], text="Dig a deep ditch")
    assert _judged(replace(crossed, entries=(other,)))["item wrong"] == 1


def test_an_item_that_carries_a_number_is_that_issue() -> None:
    assert _judged(*BEFORE, is_linked=True) == {"spec kept": 2, "item kept": 4}


@pytest.mark.parametrize("is_linked", [False, True])
@pytest.mark.parametrize("number", [100, 101, 103])
def test_what_came_with_a_number_has_no_issue_to_keep(number: int, is_linked: bool) -> None:
    moved = [replace(paper, path=f"new/{at}.md") for at, paper in enumerate(BEFORE)]
    judged = _judged(*moved, is_linked=is_linked, astray={(0, 1): number})
    assert judged == {"spec kept": 2, "item kept": 3}


@pytest.mark.parametrize("is_linked", [False, True])
def test_what_names_the_issue_of_another_spec_has_none_to_keep(is_linked: bool) -> None:
    moved = [replace(paper, path=f"new/{at}.md") for at, paper in enumerate(BEFORE)]
    judged = _judged(*moved, is_linked=is_linked, named={(0, 1): (1, 0)})
    assert judged == {"spec kept": 2, "item kept": 3}
