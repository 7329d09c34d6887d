"""The pairs of sections, as they are found."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Section
from bot.schema.derive import derive
from bot.schema.matching import Matching

SCHEMA = derive(("## Why", "### Who", "## How"), "plan.md")
WHY, WHO, HOW = SCHEMA.sections
DOCUMENT = parse_lines(("# Clocks", "## Why", "### Who", "## How", "### Who"))
TOP, DOC_WHY, DOC_WHO, DOC_HOW, DOC_WHO_2 = DOCUMENT.sections


def test_a_claimed_section_is_taken() -> None:
    matching = Matching()
    matching.claim(WHY, DOC_WHY)
    assert matching.found == {WHY.index: DOC_WHY}
    assert matching.claimed == {DOC_WHY.index: WHY.index}
    assert matching.extra == []


def test_a_label_takes_no_section() -> None:
    label = Section(index=-1, title="Why", level=2, line=9, start=10, stop=11, end=11, parent=-1)
    matching = Matching()
    matching.claim(WHY, label)
    assert (matching.found, matching.claimed) == ({WHY.index: label}, {})


def test_a_further_instance_is_taken_beside() -> None:
    matching = Matching()
    matching.add(WHY, DOC_HOW)
    assert matching.extra == [(WHY, DOC_HOW)]
    assert (matching.found, matching.claimed) == ({}, {DOC_HOW.index: WHY.index})


@pytest.mark.parametrize(
    ("section", "inside"), [(DOC_WHO, True), (DOC_WHO_2, False), (DOC_WHY, False), (TOP, False)]
)
def test_a_part_is_in_place_within_its_whole(section: Section, inside: bool) -> None:
    matching = Matching()
    assert not matching.in_place(section, WHO, DOCUMENT)
    matching.claim(WHY, DOC_WHY)
    assert matching.in_place(section, WHO, DOCUMENT) is inside


@pytest.mark.parametrize(
    ("section", "outside"), [(DOC_WHO, False), (DOC_WHO_2, True), (DOC_HOW, True), (TOP, True)]
)
def test_a_whole_is_in_place_within_none(section: Section, outside: bool) -> None:
    matching = Matching()
    assert matching.in_place(section, HOW, DOCUMENT)
    matching.claim(WHY, DOC_WHY)
    assert matching.in_place(section, HOW, DOCUMENT) is outside
